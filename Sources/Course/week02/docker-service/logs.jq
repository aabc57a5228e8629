saved("study-probe.json") | .logs | obj | [.lines[]? | strings] as $lines
| [$lines[] | {text: ., value: (fromjson? // null)} | select(.value | type != "object") | .text] as $plain
| [$lines[] | fromjson? | objects] as $all
| [$all[] | select(.path? == "/" and .status? == 200)] as $hits
| (if .opened != true then ["The service did not start with `PORT` set, so its log could not be read."] else [] end)
+ (if ($lines | length) == 0 then ["The service writes nothing to standard output." + (if ([.stderr[]? | strings] | length) > 0 then " It logs to standard error: " + ([.stderr[]? | strings][0]) else "" end)] else [] end)
+ (if ($plain | length) > 0 then ["\($plain | length) of \($lines | length) lines of the log are not a JSON object. The first: \($plain[0][0:120])"] else [] end)
+ (if ($hits | length) != 2 then ["After two `GET /` the log has \($hits | length) lines with `path` \"/\" and `status` 200; one for each is expected."] else [] end)
+ (["ts", "level", "msg", "ms", "request_id"] | map(select(. as $m | any($hits[]; has($m) | not))) | if length > 0 then ["The line for a request lacks " + (map("`" + . + "`") | join(", ")) + "."] else [] end)
+ (if any($hits[]; has("ms") and (.ms | type) != "number") then ["`ms` is no number, so nobody can sort or add it."] else [] end)
+ (if ($hits | length) == 2 and ($hits[0] | has("request_id")) and ($hits[0].request_id == $hits[1].request_id) then ["Two requests have the same `request_id`: \($hits[0].request_id | tojson)."] else [] end)
