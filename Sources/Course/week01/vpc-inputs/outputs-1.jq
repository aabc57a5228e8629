safely(
net as $n | [ $n.outputs | objects | .[] | .. | strings ] as $out
| [ (if ($n | vpcs) == [] then "Terraform plans no VPC." elif [$n | vpcs[] | .values.id as $id | select($out | any(. == $id))] == [] then "No output of the root module holds the VPC's id." else empty end),
    ("public", "private" | . as $kind | ($n | kind($kind))
      | if . == [] then "There is no \($kind) subnet." else
          (map(select(.values.id as $id | $out | any(. == $id) | not) | .address)) as $missing
          | if $missing == [] then empty else "No output of the root module holds the id of \($missing | listed)." end
        end) ]
)
