try (
if (type != "object") or ((.events | type) != "array") then ["The practice deploys gave no result that could be read."]
elif .setup then ["The practice run stopped early: \(.setup)."]
else (reduce (.events[] | objects) as $e ({}; .[$e.id // "?"] = $e)) as $e | ($e.G.releases | arrays // []) as $kept
  | if $e.G == null then ["Not every practice push was made."]
    elif ([("A", "B", "C", "D", "E", "F", "G") as $r | select($e[$r].live != $r)] | length) > 0 then ["Seven commits were pushed, and not all of them went live."]
    else [
      (if ($kept | length) > 5 then "After seven deploys \($kept | length) folders are left in `releases/`. Keep at most five." else empty end),
      (if ($kept | any(. == "G") | not) then "The live release was removed." else empty end),
      (if ($kept | any(. == "F") | not) then "The release before the live one was removed, so there is nothing to roll back to." else empty end),
      (if $e["G-back"] == null then "There is no `rollback.sh`." elif $e["G-back"].live != "F" then "After seven deploys a rollback made \($e["G-back"].live // "nothing") live, and F was live before G." else empty end) ]
    end
end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
