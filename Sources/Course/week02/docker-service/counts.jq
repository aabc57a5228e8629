saved("study-probe.json") | .redis | obj | .first |= obj | .without |= obj | .healthz |= obj
| if .opened != true then ["The service did not start with `PORT` and `REDIS_URL` set, so its counting could not be tried."]
  else
    ((.first.body? // "" | fromjson?) // {} | obj) as $a
    | (if ([.words[]? | strings | select(test("INCR"))] | length) > 0 then [] else ["With `REDIS_URL` set, `GET /` sends no INCR to Redis. It sent: \([.words[]? | strings] | join(", "))."] end)
    + (if $a.visits == 42 then [] else ["Redis counted to 42 and `GET /` shows \($a.visits | tojson)."] end)
    + (if (.without.status? | type) == "number" and .without.status >= 500 then [] else ["With Redis gone `GET /` answers \(.without.status? | tojson); an error of the server (503) is expected, not a count from nowhere and not a broken connection."] end)
    + (if .healthz.status? == 200 then [] else ["With Redis gone `GET /healthz` answers \(.healthz.status? | tojson). It speaks for this process alone: 200 is expected."] end)
    + (if .alive == true then [] else ["The service ends when Redis is gone."] end)
  end
