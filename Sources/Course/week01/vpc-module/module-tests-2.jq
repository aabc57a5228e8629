safely(
[.[]? | objects] as $l | ([$l[] | .test_summary? | objects] | .[-1]) as $s
| [$l[] | . as $m | .diagnostic? | objects | select(.severity == "error") | (.detail // "" | tostring | gsub("\\s+"; " ") | .[:300]) as $d
    | if ($d + (.summary // "") | test("GetCallerIdentity|No valid credential|InvalidClientTokenId|security token"; "i")) then "A test calls AWS: add `mock_provider \"aws\"` to its file."
      else "\(if ($m["@testrun"]? | type) == "string" then "Run `\($m["@testrun"])`: " else "" end)\(.summary)\(if .range.filename? then " (`\(.range.filename)`, line \(.range.start.line?))" else "" end): \($d)" end] as $errors
| if $s == null then ["`terraform test` gave no summary."] + ($errors | unique)
  elif $s.status == "pass" and ($s.passed // 0) > 0 and ($s.failed // 0) == 0 and ($s.errored // 0) == 0 then []
  else ["`terraform test` does not pass: \($s.passed // 0) passed, \(($s.failed // 0) + ($s.errored // 0)) failed."] + ($errors | unique) end
)
