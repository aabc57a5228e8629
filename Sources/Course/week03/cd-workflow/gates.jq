try (
nodes as $N | graph($N) as $G | [$N[] | select(deploys)] as $D
| if ($N | length) == 0 then ["No workflow in `.github/workflows` has a job."]
  elif ($D | length) == 0 then ["No job deploys. A deploy job has an `environment` and a step that reaches the server, such as a `git push` over SSH."]

  else [ $D[] | . as $n | upstream($N; $G; .) as $up
    | (if reaches or .callee != null then empty else "\(.at | sub("^j"; "J")) is meant to deploy, but no step of it reaches a server." end),
      (if ($up | any(tests)) then (if ($up | any(honest)) then empty else "\(.at | sub("^j"; "J")) waits for tests that cannot fail (`continue-on-error` or `|| true`)." end)
       else "\(.at | sub("^j"; "J")) deploys without waiting for the tests: no job it needs runs them." end),
      (if ($n | builds) or ($up | any(builds)) then empty else "\(.at | sub("^j"; "J")) deploys without waiting for the image: no job it needs builds it." end),
      (($n, ($up[] | select(.needs | length > 0))) | select(.def["if"] | tostring | test("always\\(\\)|failure\\(\\)|! *cancelled\\(\\)"))
        | select(.def["if"] | tostring | test("result *== *'success'|(^|[^a-z])success\\(\\)|conclusion *== *'success'") | not)
        | "\(.at | sub("^j"; "J")) has an `if` that lets it run after a failure, so the gate before the deploy is open."),
      (if ($n.wf | triggers | has("workflow_run")) then
         (guards($N; $G; $n) as $g
          | (if ($g | test("workflow_run\\.conclusion *== *'success'")) then empty else "\($n.at | sub("^j"; "J")) starts when another workflow has ended, passed or not. It needs `if: github.event.workflow_run.conclusion == 'success'`." end),
            (if ($n.def | tostring | test("workflow_run\\.head_sha")) or (["x" | $up[].def | tostring] | any(test("workflow_run\\.head_sha"))) then empty else "\($n.at | sub("^j"; "J")) runs after another workflow but does not check out `github.event.workflow_run.head_sha`, so it may deploy a commit that was never tested." end))
       else empty end)
  ] | unique end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
