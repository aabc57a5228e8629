safely(
net as $n | ($n | vpcs) as $v | ($n | subnets | map(. + {r: ([.values.cidr_block | range4] | .[0])})) as $s
| [ (if ($s | length) < 4 then "There are \($s | length) subnets: expected at least four, two public and two private." else empty end),
    ($s[] | . as $one
      | if .r == null then "`\(.address)` has no IPv4 range." else
          ([ $n | (vpcs[] | select(.values.id == $one.values.vpc_id) | .values.cidr_block), (of(["aws_vpc_ipv4_cidr_block_association"])[] | select(.values.vpc_id == $one.values.vpc_id) | .values.cidr_block) ]) as $outer
          | if $outer == [] then "`\(.address)` is in no VPC of this configuration: set `vpc_id` to the id of your VPC."
            elif [$outer[] | range4 | . as $o | $one.r | select(within($o))] == [] then "`\(.address)` has the range `\(.values.cidr_block)`, outside the VPC's \($outer | listed)."
            elif .r.bits > 28 then "`\(.address)` has the range `\(.values.cidr_block)`: AWS accepts nothing smaller than /28."
            else empty end
        end),
    (range(0; $s | length) as $i | range($i + 1; $s | length) as $j | $s[$i] as $a | $s[$j] as $b
      | select($a.r != null and $b.r != null and $a.values.vpc_id == $b.values.vpc_id) | select($a.r | meets($b.r))
      | "`\($a.address)` (`\($a.values.cidr_block)`) and `\($b.address)` (`\($b.values.cidr_block)`) overlap.") ]
)
