(texts(".")[0] // "" | dockerfile) as $all
| if ($all | stages | length) == 0 then ["The Dockerfile has no FROM."] else
  ($all | lineage) as $line
  | (reduce ($all[] | select(.op == "ARG" or .op == "ENV")) as $x ({}; . + ($x.args | settings) + (if $x.op == "ENV" and ($x.args | test("=") | not) then ($x.args | words | {(.[0] // "_"): (.[1] // "")}) else {} end))) as $values
  | ($all | last_of("USER")) as $user | ($all | last_of("CMD")) as $cmd | ($all | last_of("ENTRYPOINT")) as $entry
  | (if $user == null then
       if ($line[-1].image | test("nonroot")) then [] else ["The Dockerfile has no USER in its last stage, so the service runs as root. Create a user and switch to it."] end
     else ($user.args | fill($values) | gsub("[\"']"; "") | split(":") | .[0] // "" | sub("^[ \t]+"; "") | sub("[ \t]+$"; "")) as $name
       | if ($name | test("^(root|0+)?$")) then ["Line \($user.n): the last USER is `\($user.args)`, so the service runs as root."]
         elif ($name | test("\\$")) then ["Line \($user.n): USER is `\($user.args)`, and nothing gives it a value."] else [] end
     end)
  + (if $cmd == null and $entry == null then ["The Dockerfile has neither CMD nor ENTRYPOINT, so the image does not know how to start the service."] else
       [$entry, $cmd | select(. != null) | select(.args | test("^[ \t]*\\[") | not) | "Line \(.n): \(.op) is in the shell form, so a shell is process 1 and SIGTERM does not reach the service. Write it as a list: \(.op) [\"python3\", ...]"]
       + [$entry, $cmd | select(. != null) | . as $x | (.args | fromjson? // null) | select(type == "array") | map(tostring)
          | select((.[0] // "" | test("(^|/)(ba|da|a)?sh$")) and (.[1] // "" | test("^-[a-z]*c$")) and (.[2] // "" | test("(^|[;&] *)exec ") | not))
          | "Line \($x.n): \($x.op) starts a shell that stays process 1, and SIGTERM does not reach the service. Start the program itself, or put `exec` before it."]
       + [$entry, $cmd | select(. != null) | select((.args | test("^[ \t]*\\[")) and ((.args | fromjson? // null) | type != "array")) | "Line \(.n): \(.op) looks like a list and is no valid JSON (use double quotes), so Docker hands it to a shell."] end)
  end
