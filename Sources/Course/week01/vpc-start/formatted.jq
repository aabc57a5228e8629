safely(
if type == "array" and any(.[]; (.text? // "") | tostring | bare | test("(^|\n)[ \t]*(resource|module)[ \t]+\"")) then []
else ["The `.tf` files right in `week01` describe no resource and call no module."] end
)
