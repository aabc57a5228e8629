def named: "`\(.name)`" + (if .alias then " with the alias `\(.alias)`" else "" end);
safely(
if type != "object" or .study != "mocks" then ["The tests could not be read."]
else [ .tests | arrays | .[] | objects
  | if .json then "`\(.file)` is in JSON, where it can't be seen whether it mocks its providers: write it as `.tftest.hcl`."
    else .file as $file
      | (.real[] | "`\($file)`, line \(.line), configures the real provider \(named), which would call AWS: use a `mock_provider` block in its place."),
        (.missing[] | "`\($file)` does not mock the provider \(named), so its runs would call it for real: add `mock_provider \"\(.name)\" {\(if .alias then " alias = \"\(.alias)\" " else "" end)}`.")
    end ]
end
)
