# The planned network as one flat list, from `study-network.json`; what follows reads it alone.
def net: [arrays | .[] | objects | .text | strings | fromjson? | objects][0] // {};
def of($types): [ .resources | arrays | .[] | objects | select(.mode == "managed" and (.values | type) == "object") | select(.type as $t | $types | any(. == $t)) ];
def listed: map("`\(.)`") | if length > 4 then (.[:4] | join(", ")) + " and \(length - 4) more" else join(", ") end;
def texts: if type == "array" then map(strings) elif type == "string" then [.] else [] end;
def tag_map: .values.tags | if type == "object" then . else {} end;

# IPv4 ranges as numbers: {first, last, bits}.
def range4: strings | capture("^(?<a>[0-9]{1,3})[.](?<b>[0-9]{1,3})[.](?<c>[0-9]{1,3})[.](?<d>[0-9]{1,3})/(?<n>[0-9]{1,2})$") | map_values(tonumber)
  | select(.a < 256 and .b < 256 and .c < 256 and .d < 256 and .n < 33)
  | pow(2; 32 - .n) as $size | ((((.a * 256 + .b) * 256 + .c) * 256 + .d) / $size | floor * $size) as $first | {first: $first, last: ($first + $size - 1), bits: .n};
def within($outer): .first >= $outer.first and .last <= $outer.last;
def meets($other): .first <= $other.last and .last >= $other.first;

def vpcs: of(["aws_vpc"]);
def subnets: of(["aws_subnet"]);
def zone: .values | [.availability_zone, .availability_zone_id] | map(strings | select(. != "")) | .[0];

# Routes, wherever they are written: {tables, at, to, igw, nat}.
def gateways: of(["aws_internet_gateway"]) | map(.values.id);
def nats: of(["aws_nat_gateway"]);
def routes: . as $net | gateways as $igws | (nats | map(.values.id)) as $nats
  | [ ($net | of(["aws_route"])[] | {table: .values.route_table_id, at: .address, r: .values}),
      ($net | of(["aws_route_table", "aws_default_route_table"])[] | .address as $at | .values.id as $id | .values.route | arrays | .[] | objects | {table: $id, at: $at, r: .}) ]
  | map({table, at, to: (.r | [.destination_cidr_block, .cidr_block, .destination_ipv6_cidr_block, .ipv6_cidr_block] | map(strings | select(. != "")) | .[0] // "another destination"),
         igw: (.r.gateway_id as $g | $igws | any(. == $g)), nat: (.r.nat_gateway_id as $g | if ($nats | any(. == $g)) then $g else null end)});
# The route tables of a subnet: the one it is associated with, or else the main one of its VPC.
def tables_of($s): . as $net
  | [ of(["aws_route_table_association"])[] | select(.values.subnet_id == $s.values.id) | .values.route_table_id ]
  | if length > 0 then . else
      [ $net | of(["aws_main_route_table_association"])[] | select(.values.vpc_id == $s.values.vpc_id) | .values.route_table_id ]
      | if length > 0 then . else
          [ $net | vpcs[] | select(.values.id == $s.values.vpc_id) | .values | .main_route_table_id, .default_route_table_id | strings ] as $main
          | $main + [ $net | of(["aws_default_route_table"])[] | select(.values.default_route_table_id as $d | $main | any(. == $d)) | .values.id ]
        end
    end;
def routes_of($s): tables_of($s) as $tables | routes | map(select(.table as $t | $tables | any(. == $t)));
def default_route: .to == "0.0.0.0/0";

# What a subnet is meant to be: its name says so, or its public addresses, or its route.
def word_of($s): ([$s.address, ($s | tag_map | to_entries[] | .value | strings)] | join(" ") | ascii_downcase)
  | test("publ") as $pub | test("priv") as $priv | if $pub and ($priv | not) then "public" elif $priv and ($pub | not) then "private" else null end;
def kind_of($s): word_of($s) // (if $s.values.map_public_ip_on_launch == true or (routes_of($s) | any(.igw)) then "public" else "private" end);
def kind($kind): . as $net | subnets | map(. as $s | select(($net | kind_of($s)) == $kind));
def spread($kind): (map(zone | values) | unique) as $zones
  | (if length < 2 then "There \(if length == 1 then "is 1 \($kind) subnet" else "are \(length) \($kind) subnets" end): expected at least two, in two availability zones."
     elif ($zones | length) < 2 then "The \($kind) subnets \(map(.address) | listed) are all in \(if $zones == [] then "zones that AWS picks" else "`\($zones[0])`" end): spread them over two availability zones." else empty end);

# Inbound rules, wherever they are written: {at, group, from, to, all, proto, open, ranges, groups}.
def world4: (range4 | .bits < 8) // false;
def world6: test("^(::|0:0:0:0:0:0:0:0|[23]000::)/[0-3]$");
def inbound: [
    (of(["aws_security_group", "aws_default_security_group"])[] | .address as $at | .values.id as $id | .values.ingress | arrays | .[] | objects
      | {at: $at, group: $id, from: .from_port, to: .to_port, proto: .protocol, ranges: ((.cidr_blocks | texts) + (.ipv6_cidr_blocks | texts)), groups: ((.security_groups | texts) + (if .self == true then [$id] else [] end))}),
    (of(["aws_vpc_security_group_ingress_rule"])[] | .address as $at | .values
      | {at: $at, group: .security_group_id, from: .from_port, to: .to_port, proto: .ip_protocol, ranges: ((.cidr_ipv4 | texts) + (.cidr_ipv6 | texts)), groups: (.referenced_security_group_id | texts)}),
    (of(["aws_security_group_rule"])[] | select(.values.type == "ingress") | .address as $at | .values
      | {at: $at, group: .security_group_id, from: .from_port, to: .to_port, proto: .protocol, ranges: ((.cidr_blocks | texts) + (.ipv6_cidr_blocks | texts)), groups: ((.source_security_group_id | texts) + (if .self == true then [.security_group_id] else [] end))})
  ] | map(. + {proto: (.proto | tostring | ascii_downcase)} | .all = (.proto == "-1" or .proto == "all" or .from == null or .to == null)
          | .open = (.ranges | map(select(world4 or world6))));
def covers($port): .all or ((.proto == "tcp" or .proto == "6") and .from <= $port and .to >= $port);
def ports: if .all then "every port" elif .from == .to then "port \(.from)" else "ports \(.from) to \(.to)" end;

# The one list of sentences that a program gives; anything else is a complaint in itself.
def safely(program): [try program catch "The output has a shape that was not expected (\(tostring | .[:120]))."]
  | if length == 1 and (.[0] | type) == "array" then .[0] | map(tostring) elif length == 1 and (.[0] | type) == "string" then . else ["The output to judge was empty."] end;

# Terraform text without comments.
def bare: gsub("(?<s>\"(\\\\.|[^\"\\\\\n])*\")|#[^\n]*|//[^\n]*|/[*]([^*]|[*][^/])*[*]/"; .s // "");
