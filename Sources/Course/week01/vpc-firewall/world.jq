safely(
net as $n | ($n | inbound) as $rules | ($n | vpcs | map(.values.id)) as $v
| [ (if ($n | of(["aws_security_group"])) == [] then "There is no security group: describe one for the load balancer and one for the service." else empty end),
    ($n | of(["aws_security_group"])[] | select(.values.vpc_id as $id | $v | any(. == $id) | not) | "`\(.address)` is not in your VPC: set its `vpc_id`."),
    ($rules[] | select(.open != [])
      | if covers(22) then "`\(.at)` opens \(ports) to the world (\(.open | listed))\(if .from == 22 and .to == 22 then "" else ", and port 22 is among them" end): nobody on the internet may reach SSH."
        elif (.proto | test("^(icmp|icmpv6|1|58)$")) then empty
        elif (.proto == "tcp" or .proto == "6") and .from == .to and (.from == 80 or .from == 443) then empty
        else "`\(.at)` opens \(ports) (\(.proto)) to the world (\(.open | listed)): only 80 and 443 of the load balancer may be." end),
    (if ($rules | any(.open != [] and (covers(80) or covers(443)))) then empty else "No security group takes web traffic: the load balancer's group needs 80 and 443 open to the internet." end) ]
)
