def check_of: .healthcheck? | objects | select(.disable != true) | .test | (if type == "array" then . elif type == "string" then ["CMD-SHELL", .] else [] end) | map(tostring) | select(length > 1 and .[0] != "NONE");
(texts("Dockerfile$")[0] // "" | dockerfile) as $all | ($all | lineage) as $line
| (($all | last_of("HEALTHCHECK")) // null | if . != null and (.args | test("^NONE"; "i") | not) then .args else "" end) as $own
| ($all | map(select(.op == "RUN") | .args + " " + .body) | join(" ")) as $runs
| stack | needs_both
+ [stores[] | (first(check_of | join(" ")) // "") as $t
   | if $t == "" then "`\(.key)` has no health check, and its image brings none."
     elif ($t | test("cli|PING|/dev/tcp|:?6379|\\bnc\\b|\\.sh"; "i") | not) then "The health check of `\(.key)` does not ask Redis anything: \($t)" else empty end]
+ [webs[] | (first(check_of | join(" ")) // (if (.healthcheck? | obj | .disable == true or (.test | tostring | test("NONE"))) then "" else $own end)) as $t
   | if $t == "" then "`\(.key)` has no health check, neither in the stack nor as HEALTHCHECK in the Dockerfile."
     elif ($t | test("http|healthz|urlopen|connect|/dev/tcp|:[0-9]{2,5}|\\.py|\\.sh"; "i") | not) then "The health check of `\(.key)` does not ask the service anything: \($t)"
     elif ($t | test("\\b(curl|wget)\\b")) and ($line[-1].image // "" | test("slim|distroless")) and ($runs | test("\\b(install|add)\\b[^&|;]*\\b(curl|wget)\\b") | not) then "The health check of `\(.key)` calls \($t | match("\\b(curl|wget)\\b").string), which the image does not hold (\($line[-1].image)). It would never be healthy; use Python."
     else empty end]
+ ([stores[].key] as $names | [webs[] | .key as $k | (.depends_on? // {} | if type == "array" then map(strings | {(.): {condition: "service_started"}}) | add // {} else . end) as $d
   | [$names[] | $d[.]? | objects] as $on
   | if ($on | length) == 0 then "`\($k)` does not depend on Redis, so both start at once." elif any($on[]; .condition == "service_healthy") then empty else "`\($k)` waits for Redis to be started, not to be healthy. Set `condition: service_healthy`." end])
