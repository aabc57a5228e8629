safely(
if [ .[]? | objects | .text | strings | bare | select(test("(^|\n)output[ \t]+\"")) ] == [] then ["The root module has no `output` block."] else
[ .[]? | objects | .path as $path | .text | strings | bare | match("(^|\n)output[ \t]+\"([^\"]+)\"[ \t]*\\{([^\n]*\\}[ \t]*(\n|$)|[^\n]*\n(([ \t]+[^\n]*)?\n)*\\})"; "g")
  | select(.string | test("description[ \t]*=[ \t]*\"[^\"]") | not) | "Output `\(.captures[1].string)` in `\($path)` has no description." ] end
)
