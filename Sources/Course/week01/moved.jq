safely(
if type != "object" or .study != "network" or (.diagnostics | type) != "array" or (.resources | type) != "array" then ["Terraform's plan could not be read."]
elif .diagnostics != [] then [ .diagnostics[] | objects
  | (.detail // "" | tostring | gsub("\\s+"; " ") | .[:300]) as $detail
  | (if (.file | type) == "string" then " (`\(.file)`, line \(.line))" elif (.address | type) == "string" then " (`\(.address)`)" else "" end) as $at
  | if .summary == "No value for required variable" then "Variable \($detail | capture("required variable \"(?<n>[^\"]+)\"") // {n: "?"} | "`\(.n)`") has no default and no value in `terraform.tfvars`\($at): give it one, so that the network can be planned."
    elif ($detail + (.summary // "") | test("credential|GetCallerIdentity|AssumeRole"; "i")) then "A provider asks AWS for credentials\($at): use one `provider \"aws\"` block without `alias` and without a profile or role."
    else "With another region and range in the variables the plan fails: \(.summary)\($at): \($detail)" end ] | unique
elif .planned != true then ["Terraform planned nothing: the folder `week01` needs a root module, with `.tf` files right in it."]
else [] end
)
