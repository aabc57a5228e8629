safely(
(if type == "array" then . else [] end | map(objects)) as $files
| ([$files[] | select(.path == "study-moves.json") | .text | strings | fromjson? | objects][0] // {}) as $m
| ([$files[] | select(.path == "study-network.json")] | net) as $n
| ($n.outputs | objects | .study_default_tags) as $default
| (if ($default | type) == "object" then $default.Project else null end) as $d
| [ $n.resources | arrays | .[] | objects | select(.mode == "managed" and (.type | startswith("aws_")) and (.values | type == "object" and has("tags"))) | {address, p: ((tag_map.Project) // $d)} ] as $all
| [ (if $all == [] then "Terraform plans no resource that can carry tags." else empty end),
    ([$all[] | select(.p == null) | .address] | if . == [] then empty else "These carry no `Project` tag: \(listed). The provider's `default_tags` reaches them all." end),
    ([$all[] | select(.p != null and .p != "tally")] | if . == [] then empty else "The `Project` tag of \(map(.address) | listed) is `\(.[0].p)`: expected `tally`, in lower case." end) ]
)
