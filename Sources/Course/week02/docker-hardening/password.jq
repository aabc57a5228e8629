def granted: [.secrets[]? | if type == "string" then {source: ., target: ("/run/secrets/" + .)} else objects | {source: (.source // ""), target: (.target // .source // "" | tostring | if startswith("/") then . else "/run/secrets/" + . end)} end];
raw_stack as $raw | stack as $cooked
| [$raw.configs? // {} | objects | .[]? | objects | .content? // "" | tostring] as $configs
| $cooked | needs_both
+ [$cooked, $raw | services[] | .key as $k | (.environment? // {} | if type == "array" then map(tostring | split("=") | {(.[0]): (.[1:] | join("="))}) | add // {} else obj end) | to_entries[]
   | (.value // "" | tostring) as $v | select($v != "") | select((.key | secret_name) or ($v | secret_text)) | "The environment of `\($k)` holds a secret in `\(.key)`, which `docker inspect` prints. Give it as a file."]
+ [$raw | services[] | .key as $k | (.command, .entrypoint, .healthcheck?.test?) | said | gsub("\n"; " ")
   | if test("requirepass[ =]+[\"']?[^\"' $%;&|-]|requirepass[ =]+[\"']?\\$[^$]") then "The command of `\($k)` has the password of Redis in it. Let the container read the file when it starts."
     elif test("(redis|valkey)-cli[^|;&]*( -a| --pass)[ =]+[\"']?([^\"' $]|\\$[^$])") then "A command of `\($k)` has the password of Redis in it." else empty end]
+ [$configs[] | select(test("requirepass +[\"']?[^\"' $%;&|\n-]")) | "A `configs` entry has the password of Redis in it."]
+ (if ($raw.secrets | obj | length) > 0 then [] else ["The stack declares no secret. Declare one with `file:` under `secrets`."] end)
+ [stores[] | . as $s | ((.command | said) + " " + (.entrypoint | said)) as $t
   | if (granted | length) == 0 then "`\(.key)` is not given the secret."
     elif has("build") then empty
     elif ($t | test("requirepass|aclfile|masterauth|\\.(conf|acl|sh)\\b")) or any(.configs[]?; true) then empty
     else "`\(.key)` is given the secret, and nothing tells it to ask for the password (`requirepass`)." end]
+ [stores[] | (.healthcheck?.test? | said) as $t | select(($t | test("PONG")) and ($t | test("AUTH| -a|--pass|\\.sh") | not)) | "The health check of `\(.key)` waits for PONG and does not sign in: with a password it gets NOAUTH and is never healthy."]
+ [webs[] | . as $w | granted as $g | [.environment? // {} | objects | .[]? | tostring] as $v
   | if ($g | length) == 0 then "`\(.key)` is not given the secret."
     elif any($g[]; .target as $t | any($v[]; . == $t)) then empty
     else "No variable of `\(.key)` says where the secret is: it is mounted at \($g | map("`" + .target + "`") | join(", "))." end]
| unique
