saved("study-drill.json") | . as $f | {down: "When Docker does not answer", dies: "When the dump breaks off in the middle", empty: "When Redis sends an empty dump", garbage: "When Redis sends an error message in place of a dump"} as $names
| (if any($f.runs[]? | objects; any(.calls[]? | objects; .kind? == "dump")) then [] else ["`backup.sh` never asked the stack for a dump."] end)
+ [$names | to_entries[] | .value as $when | ($f.bad[.key]? // {} | obj)
   | if (.status | type) == "number" and .status > 0 then empty elif .status == "never" then "\($when), `backup.sh` waits for ever." elif .status == 0 then "\($when), `backup.sh` still ends with status 0." else "\($when), `backup.sh` was not tried." end]
+ [$names | to_entries[] | .value as $when | ($f.bad[.key]? // {} | obj)
   | (if ([.added[]?] | length) > 0 then "\($when), `backup.sh` leaves a file that looks like a backup: \(.added | map(tostring) | join(", "))" else empty end),
     (if ([.harmed[]?] | length) > 0 then "\($when), `backup.sh` removes or changes good backups: \(.harmed | map(tostring) | join(", "))" else empty end)]
