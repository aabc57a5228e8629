saved("study-probe.json") | .stop | obj | .answer |= obj
| if .opened != true then ["The service did not start with `PORT` set, so stopping it could not be tried."]
  elif .under_way != true then ["No request was under way: `GET /` did not ask the Redis of `REDIS_URL` to count."]
  else
    (if .exit == "never" then ["The service still runs 8 seconds after SIGTERM. Docker kills it after ten."]
     elif .exit == 0 then []
     elif .exit == -15 then ["SIGTERM ends the service at once: nothing handles it. Status 0 is expected, after the open requests."]
     else ["After SIGTERM the service exits with \(.exit | tojson); 0 is expected."] end)
    + (if .answer.status? == 200 and ((.answer.body? // "" | fromjson?) // {} | objects | .visits) == 42 then [] else ["The request that was under way when SIGTERM came got no answer" + (if .answer.status? then " but status \(.answer.status)" else "" end) + ". It has to be finished first."] end)
  end
