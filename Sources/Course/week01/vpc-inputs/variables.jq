safely(
(if type == "array" then . else [] end | map(objects)) as $files
| ([$files[] | select(.path == "study-moves.json") | .text | strings | fromjson? | objects][0] // {}) as $m
| ([$files[] | select(.path == "study-network.json")] | net) as $n
| [ ($m.variables | arrays | .[] | objects | select(.type != true or .description != true)
      | "Variable `\(.name)` (`\(.at)`) has no \([(if .type == true then empty else "type" end), (if .description == true then empty else "description" end)] | join(" and no "))."),
    (if [$m.variables | arrays | .[] | objects | select(.root == true)] == [] then "The root module declares no variable." else empty end),
    ([$m.providers | arrays | .[] | objects] as $p
      | if $p == [] then "The root module has no `provider \"aws\"` block: the region is decided by whoever runs it."
        else $p[] | if .region == null then "The provider (`\(.at)`) has no region: set `region = var.region`."
          elif (.region | test("^\"[^$]*\"$")) then "The provider (`\(.at)`) has the region \(.region | gsub("\""; "`")) written in: take it from a variable." else empty end
        end) ]
)
