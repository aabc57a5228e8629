safely(
(if type == "array" then . else [] end | map(objects)) as $files
| ([$files[] | select(.path == "study-moves.json") | .text | strings | fromjson? | objects][0] // {}) as $m
| ([$files[] | select(.path == "study-network.json")] | net) as $n
| ($m.ranges | objects | to_entries) as $ranges | ($m.regions | arrays) as $regions
| [ (if ($n | vpcs) == [] then "Terraform plans no VPC." else empty end),
    (if ($regions | length) == 0 then "No variable holds the region." else empty end),
    (if ($ranges | length) == 0 then "No variable holds the address range." else empty end),
    ($n | vpcs[] | .values.cidr_block as $c | select(($c | type) != "string" or ([$ranges[] | .value as $p | select($c | startswith($p + "."))] == []))
      | "`\(.address)` keeps the range `\($c)` when every range in a variable changes: take it from a variable."),
    ($n.resources | arrays | .[] | objects | select(.mode == "managed" and .type != "aws_vpc") | .address as $at
      | [ .values | del(.tags?, .tags_all?, .description?, .name?) | .. | strings ] | unique | .[]
      | . as $text
      | ( ($ranges[] | .key as $r | select($text | test("(^|[^0-9.])" + ($r | gsub("[.]"; "[.]")) + "[.][0-9]")) | "`\($at)` keeps `\($text)` when every range in a variable changes: derive it from the variable."),
          ($regions[] | select(. as $r | $text | contains($r)) | "`\($at)` keeps `\($text)` when the region changes: ask `data \"aws_availability_zones\"`, or use the variable.") )) ]
| unique | if length > 6 then .[:6] + ["\(length - 6) more values stay behind."] else . end
)
