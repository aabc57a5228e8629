safely(
if type != "object" or has("valid") == false or has("format_version") == false then ["`terraform validate` gave no verdict."]
elif .valid == true and .error_count == 0 then []
else [ (.diagnostics // [] | arrays | .[] | objects | select(.severity == "error") | "\(.summary) (`\(.range.filename? // "?")`, line \(.range.start.line? // "?")): \(.detail // "" | gsub("\\s+"; " "))"), "`terraform validate` refuses the configuration." ] end
)
