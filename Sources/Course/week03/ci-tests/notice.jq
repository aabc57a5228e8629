try (
if (type != "object") or (has("own") | not) then ["The tests gave no result that could be read."]
elif .service != true then ["There is no `app/server.py`. Copy the service of week 2 into this folder."]
elif .tests != true then ["There is no folder `tests`."]
elif (.own | type) != "object" then ["The tests were not run."]
elif .own.late == true then ["The tests were still running after 25 seconds. Give every request a timeout, and stop the service in `tearDownClass`."]
elif (.own.ran // 0) == 0 then ["`python3 -m unittest discover -s tests` ran no test: \(.own.says | tostring | .[-200:])"]
elif .own.exit != 0 then ["The tests fail on your own service: \(.own.says | tostring | .[-300:])"]
elif ((.own.ran // 0) - (.own.skipped // 0)) < 1 then ["Every test was skipped."]
else {"health": "`/healthz` answers 503", "counter": "the counter of `/` is stuck", "version": "`/` shows another version than `VERSION`", "metric": "`tally_requests_total` is missing from `/metrics`", "frozen": "`tally_requests_total` never grows", "dead": "`app/server.py` stops as soon as it starts"} as $what
  | (.faults | arrays // []) as $runs
  | [ ($what | to_entries[]) as $w | ([$runs[] | objects | select(.fault == $w.key)] | first // null) as $r
      | if $r == null then "The tests were not run with this fault: \($w.value)."
        elif $r.late == true then "When \($w.value), the tests never end. Give every request and every wait a time limit."
        elif $r.exit == 0 and ($r.skipped // 0) > 0 then "When \($w.value), the tests are skipped and the run passes. A service that does not work is a failure, not a reason to skip."
        elif $r.exit == 0 then "When \($w.value), your tests still pass. A test should fail then."
        else empty end ] end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
