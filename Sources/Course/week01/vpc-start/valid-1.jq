safely(
net | if of(["aws_vpc"]) == [] then ["Terraform plans no VPC: describe one with `aws_vpc`, or with a module that does."] else [] end
)
