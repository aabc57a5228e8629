if type == "object" and (.settings | type) == "object" and (.stop | type) == "object" then [] else ["The trial run of the service printed nothing that can be judged."] end
