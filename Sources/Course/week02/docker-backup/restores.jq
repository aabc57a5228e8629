def kinds: [.calls[]? | objects | .kind | strings];
saved("study-drill.json") | .restore | obj
| . as $r
| [(["absent", "a file that is missing"], ["wrong", "a file that is no dump"]) as $c | ($r[$c[0]]? // {} | obj)
   | (if (.status | type) == "number" and .status > 0 then empty else "`restore.sh` ends with \(.status | tojson) when it is given \($c[1]); a failure is expected." end),
     ([.calls[]? | objects | select(.kind == "stop" or .kind == "data" or .kind == "bad data" or .kind == "start") | .call | tostring] | if length > 0 then "Given \($c[1]), `restore.sh` already acts before it refuses: \(.[0])" else empty end)]
+ [($r.good? // {} | obj) | kinds as $k | ($k | index("data")) as $d | ($k | index("stop")) as $s
   | (if .status == 0 then empty else "`restore.sh` ends with \(.status | tojson) for a good dump. The last it said: \(.said | tostring)" end),
     (if $d == null then "`restore.sh` never brings the dump to Redis."
      elif $s == null or $s > $d then "`restore.sh` places the dump while Redis runs. Redis writes its memory over it when it stops: stop it first."
      elif ($k[$d:] | index("start")) == null then "`restore.sh` does not start the stack again."
      else empty end)]
+ [($r.down? // {} | obj) | if (.status | type) == "number" and .status > 0 then empty else "When Docker does not answer, `restore.sh` ends with \(.status | tojson); a failure is expected." end]
