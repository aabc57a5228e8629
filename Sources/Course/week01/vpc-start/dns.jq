safely(
net | vpcs as $v
| [ (if $v == [] then "Terraform plans no VPC: describe one with `aws_vpc`, or with a module that does." else empty end),
    ($v[] | .address as $at | .values
      | (if .enable_dns_hostnames == true then empty else "`\($at)` has DNS hostnames off: set `enable_dns_hostnames = true`, since AWS leaves it off." end),
        (if .enable_dns_support == false then "`\($at)` has DNS resolution off: remove `enable_dns_support = false`." else empty end),
        ((([.cidr_block | range4] | .[0]) // {bits: 0}) | if .bits >= 16 and .bits <= 28 then empty else "`\($at)` has no IPv4 range between /16 and /28, which is what AWS accepts." end)) ]
)
