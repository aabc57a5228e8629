safely(
if type != "object" or .study != "moves" or (.variables | type) != "array" then ["The Terraform files could not be read."]
elif .variables == [] then ["No variable is declared: move the region and the address range to `variables.tf`."] else [] end
)
