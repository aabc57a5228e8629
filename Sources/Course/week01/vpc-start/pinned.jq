safely(
(if type == "array" then map(.text? | strings | bare) | join("\n") else "" end) as $t
| [ (if ($t | test("required_version[ \t]*=[ \t]*\"[^\"]*[0-9]")) then empty else "No `required_version` says which Terraform the code is written for: add it to the `terraform` block." end),
    ( [ $t | match("[\"A-Za-z0-9_-]+[ \t]*=[ \t]*\\{[^{}]*source[ \t]*=[ \t]*\"([a-z.]+/)?hashicorp/aws\"[^{}]*\\}"; "g") | .string ]
      | if . == [] then "No entry in `required_providers` has `source = \"hashicorp/aws\"`."
        else .[] | (capture("[^_]version[ \t]*=[ \t]*\"(?<v>[^\"]*)\"") | .v) // ""
          | if . == "" then "The provider `hashicorp/aws` has no version constraint: `version = \"~> 5.0\"` accepts 5.x and refuses 6.0."
            elif test("~>|<|(^|,)[ \t]*=?[ \t]*[0-9]") then empty
            else "The constraint `\(.)` for `hashicorp/aws` lets in every later major version: write `~> 5.0`, or add an upper bound." end
        end ) ]
)
