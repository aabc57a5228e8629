def amount: if type == "number" then . elif type == "string" then (capture("^(?<n>[0-9.]+)") // {n: "0"} | .n | tonumber? // 0) else 0 end;
stack | needs_both
+ [services[] | .key as $k | (.deploy?.resources?.limits? // {} | objects) as $l
   | (if ([.mem_limit, $l.memory | amount] | max) > 0 then empty else "`\($k)` has no limit of memory." end),
     (if ([.cpus, .cpu_quota, $l.cpus | amount] | max) > 0 then empty else "`\($k)` has no limit of CPU." end),
     (if ((.restart // "" | tostring) | test("^(always|unless-stopped|on-failure)")) or ((.deploy?.restart_policy?.condition? // "") | test("^(any|on-failure)$")) then empty else "`\($k)` has no restart policy, so it stays down after a crash or a reboot." end)]
+ [services[] | .key as $k | (.deploy?.resources?.limits? // {} | objects) as $l | ([.mem_limit, $l.memory | amount] | max) as $m | select($m > 0)
   | if $m < 6291456 then "The memory limit of `\($k)` is \($m) bytes: Docker refuses less than 6 MB." elif $m > 2147483648 then "The memory limit of `\($k)` is over 2 GB, which limits nothing on a small server." else empty end]
