try (
[ arrays | .[] | objects ]
| if length == 0 then ["There is no workflow in `.github/workflows`."]
  else [ .[] | .path as $p | (.text | tostring | split("\n") | to_entries[])
         | select(.value | test("uses:\\s*[\"']?[\\w.-]+/[^\\s@]+@[0-9a-f]{40}[\"']?\\s*(#\\s*)?$"))
         | "\($p):\(.key + 1): the pinned action has no version beside it. Add a comment such as `# v4.2.2`, so that people and Dependabot know what the hash is." ] end
) catch ["The result has a shape that could not be read: \(. | tostring | .[0:200])."]
