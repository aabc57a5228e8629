safely(
net as $n | ($n | kind("private")) as $p
| [ $p[] | . as $s | ($n | routes_of($s)) as $r | {s: $s, r: $r, named: (word_of($s) == "private"), ok: ($r | any(default_route and .nat != null))} ] as $all
| [ $all[] | . as $one | .r[] | select(.igw)
    | "The private subnet `\($one.s.address)` sends `\(.to)` to the internet gateway (`\(.at)`), which makes it public: route it through a NAT gateway." ] as $leaks
| [ (if $p == [] then "There is no private subnet to route." else empty end), $leaks[],
    ([$all[] | select(.ok)] | length) as $good
    | ($all[] | select((.ok | not) and ([.r[] | select(.igw)] == []) and (.named or $good < 2))
      | "The private subnet `\(.s.address)` has no route for `0.0.0.0/0` to a NAT gateway: add one to its route table, and associate the subnet with that table.") ]
)
