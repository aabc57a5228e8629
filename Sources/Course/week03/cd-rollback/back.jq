try (
def tail: tostring | gsub("\\s+"; " ") | .[-250:];
if (type != "object") or ((.events | type) != "array") then ["The practice rollback gave no result that could be read."]
elif .setup then ["The practice run stopped early: \(.setup)."]
elif (.missing | arrays // [] | any(. == "rollback.sh")) then ["There is no `rollback.sh`."]
elif (.plain | arrays // [] | any(. == "rollback.sh")) then ["`rollback.sh` is not executable. Run `chmod +x rollback.sh` and commit that."]
else (reduce (.events[] | objects) as $e ({}; .[$e.id // "?"] = $e)) as $e
  | if ([("A", "alone", "B", "C", "C-back", "D", "D-back", "B-back", "A-back") | select($e[.] == null)] | length) > 0 then ["Not every practice step was made."]
    elif ([("A", "B", "C") as $r | select($e[$r].live != $r)] | length) > 0 then ["A, B and C were pushed one after the other, and not all of them went live: \($e.C.says | tail)"]
    else [
      (if $e.alone.live != "A" then "With only one release on the server, a rollback must leave `current` as it is." else empty end),
      (if $e.alone.exit == 0 then "With nothing to go back to, `rollback.sh` ended with exit status 0. It must fail and say why." else empty end),
      (if $e["C-back"].exit != 0 then "A, B and C were deployed; the rollback failed (exit status \($e["C-back"].exit)): \($e["C-back"].says | tail)"
       elif $e["C-back"].live != "B" then "A, B and C were deployed; the rollback made \($e["C-back"].live // "nothing") live, and B was live before C."
       elif ($e["C-back"].restarts | length) == ($e.C.restarts | length) then "The rollback moved `current` but did not run `bin/restart`, so the bad code would go on running."
       elif $e["C-back"].restarts[-1] != "B" then "The rollback ran `bin/restart` before it moved `current`."
       elif $e.D.live != "D" then "After a rollback, a new push was not deployed: \($e.D.says | tail)"
       elif $e["D-back"].live != "B" then "A, B, C were deployed, C was rolled back, D was deployed. The next rollback made \($e["D-back"].live // "nothing") live, and B was live before D. C is the release that was taken out of service."
       elif $e["B-back"].live != "A" then "A second rollback in a row made \($e["B-back"].live // "nothing") live, and A was live before B."
       elif $e["A-back"].live != "A" then "When the oldest release was live, one more rollback made \($e["A-back"].live // "nothing") live. It must leave `current` alone."
       elif $e["A-back"].exit == 0 then "When the oldest release was live, one more rollback ended with exit status 0. It must fail and say why."
       else empty end) ]
    end
end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
