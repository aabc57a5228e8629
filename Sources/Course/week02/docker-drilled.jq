if type == "object" and (.runs | type) == "array" and (.bad | type) == "object" and (.restore | type) == "object" then [] else ["The drill printed nothing that can be judged."] end
