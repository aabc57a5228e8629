safely(
net as $n | ($n | vpcs | map(.values.id)) as $v
| ($n | of(["aws_internet_gateway"]) | map(select(.values.vpc_id as $id | $v | any(. == $id)) | .values.id)) as $attached
| ($n | of(["aws_internet_gateway_attachment"]) | map(.values.internet_gateway_id)) as $more
| [ (if ($n | gateways) == [] then "There is no internet gateway: public subnets have no way out."
     elif [$n | gateways[] | . as $g | select(($attached + $more) | any(. == $g))] == [] then "The internet gateway is attached to no VPC of this configuration: set its `vpc_id`." else empty end),
    (if ($n | kind("public")) == [] then "There is no public subnet to route." else empty end),
    ($n | kind("public")[] | . as $s | ($n | routes_of($s) | map(select(default_route)))
      | if any(.igw) then empty
        elif any(.nat != null) then "The public subnet `\($s.address)` sends `0.0.0.0/0` to a NAT gateway (`\(.[0].at)`): route it to the internet gateway."
        else "The public subnet `\($s.address)` has no route for `0.0.0.0/0` to the internet gateway: add one to its route table, and associate the subnet with that table." end) ]
)
