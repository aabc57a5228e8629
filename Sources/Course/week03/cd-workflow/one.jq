try (
nodes as $N | graph($N) as $G | [$N[] | select(deploys)] as $D
| if ($N | length) == 0 then ["No workflow in `.github/workflows` has a job."]
  elif ($D | length) == 0 then ["No job deploys. A deploy job has an `environment` and a step that reaches the server, such as a `git push` over SSH."]

  else [ $D[] | . as $n
    | [ (., callers($N; .)[]) | (.def.concurrency, .wf.concurrency) | select(. != null) | if type == "object" then . else {group: .} end ] as $c
    | (if ($c | length) == 0 then "\(.at | sub("^j"; "J")) has no `concurrency`, so two deploys can run at once and the older may finish last."
       elif ($c | any((.group | tostring) | test("github\\.(sha|run_id|run_number|run_attempt)|head_commit|workflow_run\\.(id|head_sha)") | not) | not) then "The `concurrency` group of \(.at) differs from run to run, so it holds nothing back. Use a fixed name such as `production`."
       else empty end),
      (if ($c | any(.["cancel-in-progress"] == true)) then "\(.at | sub("^j"; "J")) has `cancel-in-progress: true`: a newer push stops a deploy half way. Let the running one finish." else empty end)
  ] | unique end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
