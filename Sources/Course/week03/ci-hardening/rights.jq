try (
nodes as $N
| if ($N | length) == 0 then ["No workflow in `.github/workflows` has a job."]
  else [
    (files | to_entries[] | select(.key | test("workflows/[^/]+$")) | .key as $p | .value as $w
      | if $w.permissions == "write-all" then "`\($p)` gives every job `write-all`."
        elif ($w.permissions | type) == "object" then ($w.permissions | to_entries[] | select(.value == "write") | "`\($p)` gives `\(.key): write` to every job. Set it on the one job that needs it.")
        elif ($w | has("permissions")) then empty
        elif ([$w.jobs | objects | .[] | objects | has("permissions")] | (length > 0 and all)) then empty
        else "`\($p)` has no `permissions` at the top, so its jobs get the repository's default, which may be write." end),
    ($N[] | . as $n
      | (if .def.permissions == "write-all" then "\(.at | sub("^j"; "J")) has `write-all`." else empty end),
        (.def.permissions | objects | to_entries[] | select(.value == "write") | .key as $k
          | ([$n.steps[] | (.run // "" | tostring), (.uses // "" | tostring)] | join("\n")) as $does
          | if $n.callee != null then empty
            elif $k == "packages" and ([$n.steps[] | (image_action | select(.with.push? != null and .with.push? != false or (.with.outputs? | tostring | test("push=true")))), (.run | strings | select(test("docker +(image +)?push|podman +push|buildah +push|skopeo +copy|--push|oras +push|crane +(push|copy)")))] | length == 0)
              then "\($n.at | sub("^j"; "J")) has `packages: write` and publishes nothing."
            elif $k == "contents" and ($does | test("gh release|git +push +(--\\S+ +)*origin|git +tag|action-gh-release|create-release|release-please|semantic-release") | not)
              then "\($n.at | sub("^j"; "J")) has `contents: write` and changes nothing in the repository. `contents: read` is enough to check it out."
            elif $k == "id-token" and ($does | test("aws-actions/configure-aws-credentials|google-github-actions/auth|azure/login|attest|cosign|sigstore|vault|id-token|ACTIONS_ID_TOKEN"; "i") | not)
              then "\($n.at | sub("^j"; "J")) has `id-token: write` and signs in nowhere with it."
            elif ($k | test("^(actions|checks|deployments|discussions|issues|pages|pull-requests|security-events|statuses|repository-projects)$")) and ($does | test("gh (api|pr|issue|run|workflow|label)|github-script|codeql|upload-sarif|api\\.github\\.com|deploy-pages|labeler|comment|dorny/|GITHUB_API_URL|deployment") | not)
              then "\($n.at | sub("^j"; "J")) has `\($k): write` and no step that uses it."
            else empty end)) ] | unique
  end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
