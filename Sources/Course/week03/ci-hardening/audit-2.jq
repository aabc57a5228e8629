try (
[ arrays | .[] | objects | select(.path | tostring | test("study-planted") | not) ]
| if length == 0 then ["There is no workflow in `.github/workflows`."]
  else [ .[] | .path as $p | (.text | tostring | split("\n") | to_entries[]) | select(.value | test("zizmor: *ignore"))
         | "\($p):\(.key + 1): a finding is silenced with `zizmor: ignore`. Fix it instead." ] end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
