try (
if (type != "object") or (has("own") | not) then ["The tests gave no result that could be read."]
elif .service != true then ["There is no `app/server.py`. Copy the service of week 2 into this folder."]
elif .tests != true then ["There is no folder `tests`."]
elif (.own | type) != "object" then ["The tests were not run."]
elif .own.late == true then ["The tests were still running after 25 seconds. Give every request a timeout, and stop the service in `tearDownClass`."]
elif (.own.ran // 0) == 0 then ["`python3 -m unittest discover -s tests` ran no test: \(.own.says | tostring | .[-200:])"]
elif .own.exit != 0 then ["The tests fail on your own service: \(.own.says | tostring | .[-300:])"]
elif ((.own.ran // 0) - (.own.skipped // 0)) < 1 then ["Every test was skipped."]
else [] end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
