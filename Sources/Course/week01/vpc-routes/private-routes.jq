safely(
net as $n | ($n | routes | map(.nat | values) | unique) as $used
| [ (if ($n | nats) == [] then "There is no NAT gateway." elif $used == [] then "No route uses the NAT gateway." else empty end),
    ($n | nats[] | select(.values.id as $id | $used | any(. == $id)) | . as $nat
      | (if .values.connectivity_type == "private" then "`\(.address)` is a private NAT gateway, which can't reach the internet: remove `connectivity_type`." else
          (if .values.allocation_id == null then "`\(.address)` has no `allocation_id`: give it an Elastic IP." else empty end),
          ([$n | subnets[] | select(.values.id == $nat.values.subnet_id)] | .[0]) as $s
          | (if $s == null then "`\($nat.address)` stands in no subnet of this configuration."
             elif ($n | routes_of($s) | any(default_route and .igw)) then empty
             else "`\($nat.address)` stands in `\($s.address)`, which has no route to the internet gateway: put it in a public subnet." end) end)) ]
)
