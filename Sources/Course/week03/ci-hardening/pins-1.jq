try (
nodes as $N | files as $f
| [ ($N[] | .at as $at | (.def.uses, (.def.steps | arrays | .[] | objects | .uses)) | strings | {at: $at, uses: .}),
    ($f | to_entries[] | select(.key | test("actions/.*action\\.ya?ml$")) | .key as $p | .value.runs | objects | .steps | arrays | .[] | objects | .uses | strings | {at: "`\($p)`", uses: .}) ] as $uses
| [ $uses[] | select(.uses | test("^([.]|[$])/") | not) ] as $foreign
| if ($N | length) == 0 then ["No workflow in `.github/workflows` has a job."]
  elif ($foreign | length) == 0 then ["No job uses an action, so there is nothing pinned. A workflow that builds this repository starts with `actions/checkout`."]
  else [ $foreign[]
    | if (.uses | startswith("docker://")) then (if (.uses | test("@sha256:[0-9a-f]{64}$")) then empty else "`\(.uses)` in \(.at) is not pinned to a digest." end)
      elif (.uses | test("@[0-9a-f]{40}$")) then empty
      elif (.uses | test("@[0-9a-f]{7,39}$")) then "`\(.uses)` in \(.at) is pinned to a short hash. Write all 40 digits."
      else "`\(.uses)` in \(.at) is pinned to a name that can be moved to other code. Write the full 40-digit commit hash." end ] | unique
  end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
