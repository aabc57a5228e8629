try (
def where: ([.locations[]? | objects | select(.symbolic.kind? == "Primary")] | first) // (.locations[0]? // {}) | objects;
def path: (.symbolic.key | [.. | strings] | first) // "?" | sub("^[.]/"; "");
[ arrays | .[] | objects ] as $all
| if ([$all[] | select((where | path | test("study-planted")) and .ident == "template-injection")] | length) == 0
  then ["zizmor did not report a fault that was planted for it, so its silence proves nothing."]
  else [ $all[] | select(where | path | test("study-planted") | not)
         | select((.ident == "dangerous-triggers" and ([.locations[]? | .symbolic.annotation? | strings] | any(test("workflow_run")))) | not)
         | "\(where | path):\((where | .concrete.location.start_point.row? // 0) + 1): \(.desc) (\(.ident))" ] | unique end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
