output "network" {
  description = "Ids of the VPC and of its subnets by kind and zone"
  value       = module.core.ids
}
