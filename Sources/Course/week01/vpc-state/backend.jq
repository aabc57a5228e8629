safely(
# Without keys Terraform stops before it asks S3: getting that far shows that the block is accepted.
[.[]? | objects | .diagnostic? | objects | select(.severity == "error")] as $e
| [$e[] | select(((.summary // "") + (.detail // "")) | test("No valid credential sources|127[.]0[.]0[.]1:9|required by the backend|shared config profile") | not)] as $bad
| if $e == [] then ["Terraform did not try to reach the bucket: it ignores the backend."]
  else [$bad[] | "Terraform refuses the backend: \(.summary)\(if .range.filename? then " (`\(.range.filename)`, line \(.range.start.line?))" else "" end)\(if (.detail // "") == "" then "." else ": " + (.detail | tostring | gsub("\\s+"; " ")) end)"] end
)
