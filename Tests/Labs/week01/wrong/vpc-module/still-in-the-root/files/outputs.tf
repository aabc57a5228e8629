output "vpc_id" {
  description = "The VPC"
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Subnets for load balancers"
  value       = aws_subnet.public[*].id
}

output "private_subnet_ids" {
  description = "Subnets for servers and, later, nodes"
  value       = aws_subnet.private[*].id
}

output "service_security_group_id" {
  description = "Security group of the service"
  value       = aws_security_group.service.id
}
