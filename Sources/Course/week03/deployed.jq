try (
def tail: tostring | gsub("\\s+"; " ") | .[-250:];
if (type != "object") or ((.events | type) != "array") then ["The practice push gave no result that could be read."]
elif .setup then ["The practice run stopped early: \(.setup)."]
else . as $f | (.missing | arrays // []) as $missing | (.plain | arrays // []) as $plain
  | ([.events[] | objects | select(.id == "A")] | first // {}) as $a
  | [ ("hooks/pre-receive", "hooks/post-receive", "deploy.sh") as $p
      | if ($missing | any(. == $p)) then "There is no `\($p)`."
        elif ($plain | any(. == $p)) and ($p != "deploy.sh" or $a.live != "A") then "`\($p)` is not executable, so it is never run. Run `chmod +x \($p)` and commit that."
        else empty end ] as $first
  | if ($first | length) > 0 then $first
    elif ($a | has("exit") | not) then ["No push was made."]
    elif $a.exit != 0 then ["The push of a good commit was refused (exit status \($a.exit)): \($a.says | tail)"]
    elif ($f.home | arrays // [] | length) > 0 and $a.live != "A" then ["The push wrote to `\($f.home[0])` in the home folder although `DEPLOY_ROOT` names another place. Use `DEPLOY_ROOT` when it is set."]
    elif $a.link != true then ["The push of a good commit succeeded, but `current` in `DEPLOY_ROOT` is not a link to a release. The push said: \($a.says | tail)"]
    elif $a.inside != true then ["`current` points outside `releases/`. Each deployed commit needs a folder of its own there."]
    elif $a.live != "A" or $a.whole != true then ["After the push `current` does not hold the files of the commit. The push said: \($a.says | tail)"]
    elif ($a.restarts | arrays // [] | length) == 0 then ["The link moved, but `bin/restart` was not run, so the old process would go on serving the old code."]
    elif $a.restarts[-1] != "A" then ["`bin/restart` was run before `current` pointed at the new release. Move the link first, restart last."]
    else [] end
end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
