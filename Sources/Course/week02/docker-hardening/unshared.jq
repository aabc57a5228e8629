def folder: if test("/") then sub("/[^/]*$"; "") else "." end;
def joined($d): (if $d == "." then . else $d + "/" + . end) | gsub("(^|/)\\./"; "\(if .[0:1] == "/" then "/" else "" end)");
. as $files | raw_stack as $raw
| ([.[]? | objects | select((.path | strings) | test("(^|/)[a-z-]*compose[^/]*\\.ya?ml$")) | .path | folder][0] // ".") as $dir
| ([.[]? | objects | select((.path | strings) | test("(^|/)\\.gitignore$"))] | sort_by(.path | length) | map((.path | folder) as $d | .text // "" | tostring | git_rules($d)) | add // []) as $rules
| [$raw.secrets? // {} | objects | to_entries[] | select(.value | type == "object")] as $secrets
| (if ($secrets | length) == 0 then ["The stack declares no secret, so there is nothing that git could be kept from."] else [] end)
+ [$secrets[] | .key as $k | .value | if (.file? | type) == "string" then .file | select(test("^[/~$]") | not) | sub("^\\./"; "") | joined($dir)
     | until(test("^(\\.\\./|[^/]+/\\.\\./)") | not; sub("^[^/]+/\\.\\./"; "") | sub("^\\.\\./"; "")) | . as $p | select(ignored($rules; $p) | not) | "`\($p)`, the file of the secret `\($k)`, is not left out by a .gitignore of this folder: one `git add .` publishes it."
   elif (.environment? | type) == "string" then (select(ignored($rules; ".env") | not) | "The secret `\($k)` comes from the environment, and `.env`, where it would be kept, is not left out by a .gitignore of this folder.")
   elif (.external? // false) != false then empty
   else "The secret `\($k)` names no file." end]
