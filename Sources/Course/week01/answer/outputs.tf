output "vpc_id" {
  description = "The VPC"
  value       = module.network.vpc_id
}

output "public_subnet_ids" {
  description = "Subnets for load balancers"
  value       = module.network.public_subnet_ids
}

output "private_subnet_ids" {
  description = "Subnets for servers and, later, nodes"
  value       = module.network.private_subnet_ids
}

output "service_security_group_id" {
  description = "Security group of the service"
  value       = aws_security_group.service.id
}
