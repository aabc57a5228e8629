try (
nodes as $N | graph($N) as $G | [$N[] | select(deploys)] as $D
| if ($N | length) == 0 then ["No workflow in `.github/workflows` has a job."]
  elif ($D | length) == 0 then ["No job deploys. A deploy job has an `environment` and a step that reaches the server, such as a `git push` over SSH."]

  else [ $D[] | . as $n | guards($N; $G; .) as $g | events($N; .; 0) as $ev
    | (if ($ev | length) == 0 then "Nothing starts \(.at): its workflow is neither triggered nor called." else empty end),
      (if ($ev | any(.key == "pull_request")) and ($g | (only_push or only_branch) | not) then "\(.at | sub("^j"; "J")) runs on a pull request as well. Anybody who can open one could deploy." else empty end),
      ($ev[] | select(.key | test("^(pull_request_target|issue_comment|issues|discussion)$")) | select($g | only_push | not) | "\($n.at | sub("^j"; "J")) is started by `\(.key)`, which a stranger can cause."),
      ($ev[] | select(.key == "push") | select($g | only_branch | not)
        | select((.value | type) != "object" or (.value | (has("branches") or has("tags")) | not) or (.value.branches | text_list | any(. == "*" or . == "**")))
        | "\($n.at | sub("^j"; "J")) runs on a push to any branch. Name the branch: `branches: [main]`."),
      ($n.wf | triggers | .workflow_run | objects | select($g | test("workflow_run\\.event *== *'push'|workflow_run\\.event *!= *'pull_request'") | not)
        | (.workflows | text_list) as $names | select([$N[] | select(.wf.name as $w | $names | any(. == $w)) | (.wf | triggers | has("pull_request"))] | any)
        | "\($n.at | sub("^j"; "J")) runs after a workflow that pull requests start too. It needs `github.event.workflow_run.event == 'push'` in its `if`."),
      (if ($ev | any(.key | test("^(push|workflow_dispatch|release|workflow_run|schedule)$"))) then empty elif ($ev | length) == 0 then empty else "\(.at | sub("^j"; "J")) is not started by a push to `main`." end),
      (.steps[] | .run | strings | select(test("StrictHostKeyChecking[= ]+(no|off)\\b|StrictHostKeyChecking[= ]+accept-new")) | "\($n.at | sub("^j"; "J")) accepts any host key (`StrictHostKeyChecking`). Record the server's key and check it.")
  ] | unique end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
