try (
nodes as $N | graph($N) as $G
| if ($N | length) == 0 then ["No workflow in `.github/workflows` has a job."]
  else
    [$N[] | select(tests)] as $T | [$N[] | select(builds)] as $B
    | [ (if ($T | length) == 0 then "No job runs the tests. A step of some job should run `python3 -m unittest discover -s tests`." else
          ($T[] | select(honest | not) | "The tests of \(.at) cannot fail: `continue-on-error` or `|| true` turns every result green."),
          (if ($T | any(on_event($N; .; "pull_request")) | not) then "No job runs the tests on `pull_request`." else empty end),
          (if ($T | any(on_push_to_main($N; .)) | not) then "No job runs the tests on a `push` to `main`." else empty end) end),
        (if ($B | length) == 0 then "No job builds the image." else
          (if ($B | any(on_event($N; .; "pull_request")) | not) then "No job builds the image on `pull_request`." else empty end),
          (if ($B | any(on_push_to_main($N; .)) | not) then "No job builds the image on a `push` to `main`." else empty end),
          ([$B[] | .at as $at | .steps[] | ((image_action | {from: (.with["cache-from"]? // .with.set? // "" | tostring), to: (.with["cache-to"]? // .with.set? // "" | tostring)}),
              (image_run | {from: .run, to: .run})) | {at: $at, from: (.from | test("type=|cache-from")), to: (.to | test("type=|cache-to"))}]) as $c
          | ([$B[].steps[] | select(.uses | strings | test("^(actions/cache(/restore)?|useblacksmith/cache|buildjet/cache)@"))] | length > 0) as $cached
          | (if $cached then empty
             elif ($c | any(.from) | not) then "No job that builds the image reads a build cache. Give the build `cache-from: type=gha`."
             elif ($c | any(.to) | not) then "The image build reads a cache that nothing fills. Give one build `cache-to: type=gha,mode=max`."
             else empty end),
          ($B[] | select([.steps[] | image_action | select(.with | tostring | test("type=gha"))] | length > 0)
            | select([.steps[] | select(.uses | strings | test("setup-buildx-action|depot/|setup-docker-action"))] | length == 0)
            | "The build in \(.at) asks for `type=gha` without `docker/setup-buildx-action`; the default builder cannot export a cache."),
          ($B[] | . as $n | select(on_event($N; .; "pull_request")) | select(guards($N; $G; .) | (only_push or only_branch) | not)
            | select([.steps[] | image_action | select(.if == null and .with.push? == true)] | length > 0)
            | "\(.at | sub("^j"; "J")) publishes the image on a pull request (`push: true`). There it should build it and no more.") end),
        ($N[] | select(.callee == null and (.def.uses == null)) | select((.def["timeout-minutes"] | type) != "number" and ((.def["timeout-minutes"] | type) != "string"))
          | "\(.at | sub("^j"; "J")) has no `timeout-minutes`; a hung step would run for six hours.") ]
  end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
