# What `terraform console` prints is one string that holds JSON: {"path of a workflow or action": its content}.
def files: (if type == "string" then (fromjson? // {}) else {} end) | if type == "object" then . else {} end
  | with_entries(select((.value | type) == "object" and (.key | test("study-planted") | not)));
def plain_path: strings | select(test("^([.]|[$])/")) | sub("^[.$]/"; "") | sub("@.*$"; "") | sub("/+$"; "");
def triggers: (if type == "object" then (.["on"] // .["true"]) else null end)
  | if type == "string" then {(.): null} elif type == "array" then (map(strings | {(.): null}) | add // {}) elif type == "object" then . else {} end;
def text_list: if type == "array" then map(strings) elif type == "string" then [.] else [] end;
# One entry for each job of each workflow; the steps of local composite actions are counted as the job's own.
def nodes: files as $f
  | [ $f | to_entries[] | select(.key | test("workflows/[^/]+$")) | .key as $path | .value as $wf
      | ($wf.jobs | objects | to_entries[]) | select((.value | type) == "object")
      | { id: "\($path)#\(.key)", path: $path, job: .key, at: "job `\(.key)` in `\($path)`", def: .value, wf: $wf,
          needs: (.value.needs | text_list), callee: (first(.value.uses | plain_path) // null),
          steps: [ .value.steps | arrays | .[] | objects
                   | (., ((.uses | plain_path) as $d | ($f[$d + "/action.yml"], $f[$d + "/action.yaml"]) | objects | .runs | objects | .steps | arrays | .[] | objects)) ] } ];
# For each job, the jobs it waits for: its needs, the jobs of a workflow it calls, what its caller needs, and the workflow it runs after.
def graph($N): reduce $N[] as $n ({}; .[$n.id] = ([
      ($n.needs[] | "\($n.path)#\(.)"),
      ($N[] | select(.path == $n.callee) | .id),
      ($N[] | select(.callee == $n.path) | .path as $p | .needs[] | "\($p)#\(.)"),
      (($n.wf | triggers | .workflow_run | objects | .workflows | text_list) as $names
        | $N[] | select(.wf.name as $w | .path as $p | $names | any(. == $w or . == $p)) | .id) ] | unique));
def closure($G; $set): ([$set[], ($set[] | $G[.] // [] | .[])] | unique) as $next
  | if ($next | length) == ($set | length) then $set else closure($G; $next) end;
def upstream($N; $G; $n): closure($G; $G[$n.id] // []) as $ids | [ $N[] | select(.id as $i | $ids | any(. == $i)) ];
def callers($N; $n): [ $N[] | select(.callee == $n.path) ];
def events($N; $n; $d): [ ($n.wf | triggers | to_entries[] | select(.key != "workflow_call")),
  (if $d > 3 then empty else callers($N; $n)[] | events($N; .; $d + 1)[] end) ];
def on_event($N; $n; $name): events($N; $n; 0) | any(.key == $name);
def on_push_to_main($N; $n): events($N; $n; 0) | any(.key == "push" and
  ((.value | type) != "object" or (.value | (has("branches") or has("tags") or (.["branches-ignore"] | text_list | any(test("^(main|master|[*]{1,2})$")))) | not) or (.value.branches | text_list | any(test("^(main|master|[*]{1,2})$")))));
def test_steps: .steps[] | select(.run | strings | test("unittest|pytest|\\b(tox|nox|nose2)\\b|make +\\S*(test|check)|(^|[/\\s])test[\\w-]*\\.(sh|py)|--target[ =]\\S*test"));
def silenced: ((.["continue-on-error"] // false) == true) or (.run // "" | tostring | test("[|][|] *(true|:|exit 0|echo)"));
def tests: [test_steps] | length > 0;
def honest: tests and ((.def["continue-on-error"] // false) != true) and ([test_steps | select(silenced)] | length == 0);
def image_action: select(.uses | strings | test("^(docker/build-push-action|docker/bake-action|redhat-actions/buildah-build|depot/build-push-action)@"));
def image_run: select(.run | strings | test("(docker|podman|buildah|nerdctl|compose|buildx)\\b[^\\n]*\\b(build|bud|bake)\\b|make +\\S*(image|build)"));
def builds: [.steps[] | (image_action, image_run)] | length > 0;
def guards($N; $G; $n): [ ($n, upstream($N; $G; $n)[], callers($N; $n)[]) | .def["if"] | select(. != null) | tostring ] | join(" && ");
def only_push: test("github\\.event_name *== *'(push|workflow_dispatch|release|schedule)'") or test("github\\.event_name *!= *'pull_request");
def only_branch: test("github\\.ref(_name)? *== *'(refs/(heads|tags)/)?[A-Za-z0-9._-]+'") or test("startsWith\\(github\\.ref, *'refs/tags/");
def commands: .run | strings | split("\n") | map(select(test("^\\s*(#|echo |printf |cat |chmod |shellcheck |bash -n |sh -n )") | not)) | join("\n");
def reach_run: select(commands | test("git +(-\\S+ +\\S+ +)*push|(^|[\\s;&|(\"'])(ssh|scp|sftp|rsync|curl|wget|helm|kubectl|heroku|flyctl|ansible-playbook|argocd|eb) |aws +\\S|gcloud +\\S|az +\\S|docker +(-H|--host|--context|stack|context)|(^|[\\s;&|])(bash +|sh +)?(\\./)?\\S*(deploy|release)[\\w-]*\\.(sh|py)"));
def reach_uses: select(.uses | strings | test("ssh|scp|rsync|deploy|ecs-|lambda|helm|kubernetes|cloudrun|flyctl|heroku|ansible"; "i") and (test("deploy-pages|^docker/") | not));
def reaches: [.steps[] | (reach_run, reach_uses)] | length > 0;
def called_deploy: (.job | test("^(cd|deploy|rollout|ship|release-to)([-_].*)?$|[-_]deploy$"; "i"));
# A job deploys when it runs in an environment, is named for it, or has a step that puts something on a server. A job that only publishes an image does not.
def deploys: (.def.environment != null and ((builds | not) or reaches)) or (called_deploy and .callee == null)
  or (.callee == null and ([.steps[] | select(commands | test("git +(-\\S+ +\\S+ +)*push|(^|[\\s;&|])(ssh|rsync|scp) |(^|[\\s;&|])(kubectl|helm) |deploy[\\w-]*\\.sh"))] | length > 0));
