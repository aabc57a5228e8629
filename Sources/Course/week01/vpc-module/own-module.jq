safely(
(if type == "array" then map(objects) else [] end) as $files
| [ (if $files == [] then "There is no `.tf` file under `modules/`." else empty end),
    ($files[] | .path as $path | (.text | strings | bare) | select(test("(^|\n)[ \t]*provider[ \t]+\"")) | "`\($path)` configures a provider: a module leaves that to its caller."),
    ($files[] | .path as $path | (.text | strings | bare) | select(test("(^|\n)[ \t]*backend[ \t]+\"")) | "`\($path)` configures a backend: only a root module has one."),
    (($files | map(.text | strings | bare) | join("\n")) as $t
      | (if ($t | test("(^|\n)variable[ \t]+\"")) then empty else "The module has no variables: its caller can't set the range." end),
        (if ($t | test("(^|\n)output[ \t]+\"")) then empty else "The module has no outputs: its caller can't use the subnets." end)) ]
)
