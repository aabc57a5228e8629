safely(
if type == "array" and any(.[]; .text? | strings | test("[^\\s#]")) then [] else ["There is no `.gitignore` in `week01`."] end
)
