safely(
(if type == "string" then split("\u0000") | map(select(. != "")) else [] end) as $f
| [ (if $f | any(test("[.]tf$")) then empty else "git would commit no `.tf` file: `.gitignore` leaves out the code itself." end),
    (if $f | any(. == ".terraform.lock.hcl") then empty else "git ignores `.terraform.lock.hcl`: commit it, so that everyone gets the same provider." end),
    ($f[] | select(test("[.]tfstate([.]|$)")) | "git would commit `\(.)`, and state can hold secrets: add `*.tfstate` and `*.tfstate.*` to `.gitignore`."),
    ($f[] | select(test("[.]tfplan$")) | "git would commit `\(.)`, and a plan holds what state holds: add `*.tfplan` to `.gitignore`."),
    ($f[] | select(. == "secret.tfvars") | "git would commit `\(.)`: add `*.tfvars` to `.gitignore`, and let files without secrets through by name, as in `!lab.tfvars`."),
    ([$f[] | select(test("(^|/)[.]terraform/"))] | if . == [] then empty else "git would commit `.terraform/`: add it to `.gitignore`." end) ]
)
