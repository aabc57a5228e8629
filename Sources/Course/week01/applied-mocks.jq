safely(
if type != "object" or .study != "providers" then ["The provider blocks could not be read."]
else [ .inner | arrays | .[] | objects | "`\(.at)` configures the provider `\(.name)` within a module, where nothing can stand in for it: move the block to the root module, so that this can be checked without an account." ]
end
) | map({unsure: .})
