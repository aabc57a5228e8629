safely(
(if type == "array" then map(objects) else [] end) as $files
| ([$files[] | select(.path | endswith(".tf")) | .text | strings | bare] | join("\n")) as $tf
| ([$files[] | select(.path | endswith(".tf") | not) | .text | strings | bare] | join("\n")) as $extra
| ([$tf | match("(^|\n)([ \t]*)backend[ \t]+\"([a-z0-9]+)\"[ \t]*\\{([^\n]*\\}|[^\n]*\n([^\n]*\n)*?\\2\\})"; "g") | {kind: .captures[2].string, text: .string}]) as $b
| if $b == [] then [if ($tf | test("\n[ \t]*cloud[ \t]*\\{")) then "State is kept by HCP Terraform: this task asks for an S3 bucket of your own." else "No `backend` block says where state is kept: add `backend \"s3\"` to the `terraform` block." end]
  elif $b[0].kind != "s3" then ["State is kept by the backend `\($b[0].kind)`: expected `s3`, which a team can share."]
  else ($b[0].text + "\n" + $extra) as $t
    | def set($name): $t | test("(^|[\\s{])" + $name + "[ \t]*=[ \t]*[^ \t\n]");
      [ ("bucket", "key" | . as $k | if set($k) then empty else "The backend has no `\($k)`." end),
        (if $t | test("(^|[\\s{])encrypt[ \t]*=[ \t]*true") then empty else "State is not encrypted: set `encrypt = true` in the backend." end),
        (if ($t | test("(^|[\\s{])use_lockfile[ \t]*=[ \t]*true")) or ($t | test("(^|[\\s{])dynamodb_table[ \t]*=[ \t]*\"[^\"]")) then empty else "Nothing locks the state, so two applies at once corrupt it: set `use_lockfile = true` in the backend." end),
        ("access_key", "secret_key", "token" | . as $k | if set($k) then "The backend holds `\($k)`: leave keys to the environment." else empty end) ]
  end
)
