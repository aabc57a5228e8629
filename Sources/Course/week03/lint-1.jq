try (
[ arrays | .[] | objects | select(.path | tostring | test("study-planted") | not) ]
| if length == 0 then ["There is no workflow in `.github/workflows`."]
  else [ .[] | select(.text | tostring | test("(runs-on|uses)[\"']?\\s*:") | not) | "`\(.path)` has no job." ] end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
