safely(
(if type == "array" then map(objects) else [] end) as $files
| [ (if $files | any(.path | test("[.]tf$")) then empty else "There is no `.tf` file." end),
    ($files[] | .path as $path | .text | strings | split("\n") | to_entries[] | .key as $k | .value
      | if test("(^|[^A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}([^A-Z0-9]|$)") then "`\($path):\($k + 1)` holds an AWS access key: delete it from the file and deactivate the key."
        elif test("^[^#]*(^|[ \t{])(access_key|secret_key)[ \t]*=[ \t]*\"[^\"$]") then "`\($path):\($k + 1)` writes credentials in code: leave them to the environment."
        else empty end) ]
)
