saved("study-probe.json") | .settings | obj | .first |= obj | .second |= obj | .healthz |= obj | .metrics |= obj | .absent |= obj
| if .opened != true then ["The service does not open the port that `PORT` names within 5 seconds." + (if (.last_words // "") != "" then " The last it said: " + (.last_words | tostring) else "" end)]
  else
    ((.first.body? // "" | fromjson?) // {} | obj) as $a | ((.second.body? // "" | fromjson?) // {} | obj) as $b
    | (if .first.status? == 200 and .second.status? == 200 then [] else ["`GET /` answers \(.first.status?) where 200 is expected."] end)
    + (if ($a.visits | type) == "number" and ($b.visits | type) == "number" and $b.visits == $a.visits + 1 then [] else ["Two `GET /` in a row show \($a.visits) and \($b.visits) as `visits`; the second has to be one more than the first."] end)
    + (if $a.version == .version and (.version | type) == "string" then [] else ["`GET /` shows the version \($a.version | tojson) while `VERSION` is set to \(.version | tojson)."] end)
    + (if .healthz.status? == 200 and ((.healthz.body? // "") | tostring | test("^\\s*ok\\s*$")) then [] else ["`GET /healthz` answers \(.healthz.status?) and \((.healthz.body? // "") | tostring | .[0:60] | tojson); expected are 200 and `ok`."] end)
    + (if .metrics.status? == 200 and ((.metrics.body? // "") | tostring | test("(^|\n)tally_requests_total\\{[^}]*code=\"200\"[^}]*\\} [0-9]")) then [] else ["`GET /metrics` does not show `tally_requests_total{code=\"200\"}` with a number."] end)
    + (if .absent.status? == 404 then [] else ["A path that does not exist answers \(.absent.status?) where 404 is expected."] end)
    + (if .died == false then [] else ["The service ended by itself after a few requests: \(.last_words | tostring)"] end)
  end
