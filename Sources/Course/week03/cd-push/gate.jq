try (
def tail: tostring | gsub("\\s+"; " ") | .[-250:];
if (type != "object") or ((.events | type) != "array") then ["The practice pushes gave no result that could be read."]
elif .setup then ["The practice run stopped early: \(.setup)."]
else . as $f | (reduce (.events[] | objects) as $e ({}; .[$e.id // "?"] = $e)) as $e
  | if ([("A", "topic", "broken", "mixed", "B") | select($e[.] == null)] | length) > 0 then ["Not every practice push was made."]
    elif $e.A.live != "A" then ["The first push was not deployed: \($e.A.says | tail)"]
    else [
      (if $e.topic.live != "A" or ($e.topic.restarts | length) != ($e.A.restarts | length) then "A push to another branch was deployed. Only `refs/heads/main` may be." else empty end),
      (if $e.broken.exit == 0 then "The push of a commit whose tests fail ended with exit status 0. The tests must run in `pre-receive`, on the commit that was pushed, and their failure must refuse the push." else empty end),
      (if $e.broken.exit != 0 and $e.broken.main != "A" then "The push of a broken commit failed, but the branch `main` on the server moved to it all the same." else empty end),
      (if $e.broken.live != "A" then "After the push of a broken commit `current` no longer holds the release that worked." else empty end),
      (if $e.broken.exit != 0 and $e.broken.live == "A" and ($e.mixed.exit == 0 or $e.mixed.main != "A" or $e.mixed.live != "A") then "A broken `main` pushed together with another branch was let through. The hook gets one line for each branch; read them all." else empty end),
      (if $e.broken.exit == 0 or $e.mixed.exit == 0 then empty
       elif $e.B.exit != 0 then "After a refused push the next good commit was refused as well: \($e.B.says | tail)"
       elif $e.B.live != "B" then "The second good commit was pushed but is not live: \($e.B.says | tail)"
       elif $e.B.whole != true then "The release of the second commit does not hold its `app/server.py`."
       elif ($e.B.releases | arrays // [] | any(. == "A") | not) then "The release that was live before is gone from `releases/`. Unpack each commit into a folder of its own."
       elif $e.B.restarts[-1] != "B" then "`bin/restart` was not run after the second deploy."
       else empty end),
      (if ($f.left | arrays // [] | length) > 0 then "The hooks leave temporary files behind (\($f.left | length) in `TMPDIR`). Remove them with `trap ... EXIT`." else empty end) ]
    end
end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
