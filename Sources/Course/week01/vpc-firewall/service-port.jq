safely(
net as $n | ($n | inbound) as $rules | ($n | of(["aws_security_group"])) as $groups
| [ $rules[] | select(.open != [] and (covers(80) or covers(443))) | .group ] as $front
| ([ $rules[] | select(covers(8080) and (.groups | any(. as $g | $front | any(. == $g)))) | .group ] | unique | map(select(. as $g | $front | any(. == $g) | not))) as $service
| def name($id): [$groups[] | select(.values.id == $id) | .address][0] // $id;
  [ (if $groups == [] then "There is no security group."
     elif $service != [] then empty
     elif ($rules | any(covers(8080) and .ranges != [])) then ([$rules[] | select(covers(8080) and .ranges != [])][0] | "`\(.at)` opens \(ports) to \(.ranges | listed): the service takes 8080 from the load balancer's security group, named by its id.")
     else "No security group takes port 8080 from the load balancer's group: add a rule with `referenced_security_group_id` to the service's group." end),
    ($rules[] | select(.group as $g | $service | any(. == $g)) | . as $r
      | (if .ranges != [] then "`\(.at)` lets \(.ranges | listed) reach \(ports) of the service (`\(name(.group))`): only the load balancer's group may." else empty end),
        (if .ranges == [] and (.groups | any(. as $g | $front | any(. == $g))) and (.all or .from != 8080 or .to != 8080) then "`\(.at)` opens \(ports) of the service to the load balancer: 8080 is enough." else empty end)) ]
)
