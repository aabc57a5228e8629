safely(
net as $n | [$n | of(["aws_vpc", "aws_subnet", "aws_nat_gateway", "aws_route_table"])[] | select(.address | startswith("module.") | not) | .address] as $root
| if ($n | vpcs) == [] then ["Terraform plans no VPC."]
  elif $root != [] then ["\($root | listed) \(if ($root | length) == 1 then "is" else "are" end) still in the root module: the network belongs in a module of your own under `modules/`."] else [] end
)
