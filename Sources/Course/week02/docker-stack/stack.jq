stack | . as $stack | needs_both
+ [stores[] | select((.ports // []) | length > 0) | "`\(.key)` publishes port \([.ports[]? | objects | .published // .target | tostring] | join(", ")). Services reach it by name inside the stack: publish nothing."]
+ (if ([services[] | select(is_store | not) | .ports[]?] | length) > 0 then [] else ["No port of the service is published, so nobody outside the stack can reach it."] end)
+ [services[] | select((.network_mode // "") == "host") | "`\(.key)` uses the network of the host, so each of its ports is open there."]
+ [webs[] | .key as $k | (.environment.REDIS_URL? // "" | tostring | capture("^rediss?://([^@/]*@)?(?<h>[^:/]+)") // {h: ""} | .h) as $h
   | select(any($stack | stores[]; .key == $h or .hostname? == $h or .container_name? == $h or any(.networks[]? | objects | .aliases[]?; . == $h)) | not)
   | "`REDIS_URL` of `\($k)` points at `\($h)`, and Redis of the stack does not answer to that name."]
+ [stores[] | select(has("build") | not) | (.image // "" | tostring) as $i | ($i | loose) as $why | select($why) | "The image `\($i)` of `\(.key)` \($why)."]
+ [stores[] | . as $s | (((.command | said) + " " + (.entrypoint | said)) | capture("--dir[ =]+(?<d>[^ \"';]+)") // {d: "/data"} | .d | sub("/$"; "")) as $dir
   | [(.volumes[]? | objects | select((.target // "" | tostring | sub("/$"; "")) as $t | $t != "" and ($dir == $t or ($dir | startswith($t + "/")))))] as $v
   | if ($v | length) == 0 then "`\(.key)` has no volume at `\($dir)`: a new container starts at zero visits."
     elif ($v[0].type == "tmpfs") then "`\(.key)` keeps `\($dir)` in memory (tmpfs): a new container starts at zero visits."
     elif (($v[0].source // "") == "") then "`\(.key)` has a volume without a name at `\($dir)`, which `docker compose down` forgets. Give it a name under `volumes`."
     elif ((.command | said) | test("--save( +\"\"| *'')|--save +(--|$)")) and ((.command | said) | test("--appendonly +yes") | not) then "`\(.key)` is told never to save (`--save \"\"`), so the volume stays empty."
     else empty end]
