safely(
if (.Vpcs? | type) != "array" then ["AWS gave no list of VPCs."]
elif .Vpcs == [] then ["No VPC tagged `Project = tally` exists in this account and region: apply first, and look at `AWS_DEFAULT_REGION`."] else [] end
)
