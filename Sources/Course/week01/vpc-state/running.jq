safely(
def list($k): .[$k]? | arrays | .[] | objects;
if type != "object" or ([.Vpcs, .Subnets, .RouteTables, .NatGateways, .SecurityGroups] | any(type != "array")) then ["AWS did not list the network."] else
. as $a | [list("Vpcs") | .VpcId] as $v | [list("Subnets") | select(.VpcId as $i | $v | any(. == $i))] as $s
| def tables($x): [$a | list("RouteTables") | select([.Associations[]?.SubnetId?] | any(. == $x.SubnetId))]
    | if . != [] then . else [$a | list("RouteTables") | select(.VpcId == $x.VpcId and ([.Associations[]?.Main?] | any(. == true)))] end;
  def default($x): [tables($x)[] | .Routes[]? | select(.DestinationCidrBlock? == "0.0.0.0/0" and (.State? // "active") == "active")][0];
  def name: "`\(.SubnetId)` (`\(.CidrBlock)`)";
  def out: default(.) | if . == null then "none" elif (.GatewayId? // "" | startswith("igw-")) then "igw" elif (.NatGatewayId? // "") != "" then "nat" else "other" end;
  ($s | map(. + {out: out, said: ([.Tags[]?.Value? | strings] | join(" ") | ascii_downcase)})) as $s
| [ ("igw", "nat" | . as $o | [$s[] | select(.out == $o) | .AvailabilityZone] | unique | select(length < 2)
      | "Subnets whose default route is \(if $o == "igw" then "an internet gateway" else "a NAT gateway" end) cover \(length) availability zones: expected two."),
    ($s[] | select((.said | test("priv")) and .out == "igw") | "The private subnet \(name) is routed to the internet gateway."),
    ($s[] | select(.out == "nat") | . as $x | default($x).NatGatewayId as $g
      | [$a | list("NatGateways") | select(.NatGatewayId == $g and .State == "available")][0] as $nat
      | if $nat == null then "\(name) is routed to `\($g)`, which is not available."
        elif [$s[] | select(.SubnetId == $nat.SubnetId and .out == "igw")] == [] then "`\($g)` stands in `\($nat.SubnetId)`, which is no public subnet." else empty end),
    ($a | list("SecurityGroups") | select(.VpcId as $i | $v | any(. == $i)) | .GroupId as $g | .IpPermissions[]?
      | select(((.IpRanges[]?.CidrIp?), (.Ipv6Ranges[]?.CidrIpv6?)) | . == "0.0.0.0/0" or . == "::/0")
      | select(.IpProtocol == "-1" or (.IpProtocol == "tcp" and (.FromPort // 0) <= 22 and (.ToPort // 65535) >= 22))
      | "`\($g)` has port 22 open to the world.") ] | unique end
)
