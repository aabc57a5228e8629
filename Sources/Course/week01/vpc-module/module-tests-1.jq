safely(
(if type == "array" then map(.text? | strings | bare) | join("\n") else "" end)
| if test("(^|\n)[ \t]*run[ \t]+\"") then [] else ["There is no `run` block in `tests/*.tftest.hcl`."] end
)
