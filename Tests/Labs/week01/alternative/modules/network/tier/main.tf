variable "vpc_id" {
  type        = string
  description = "VPC that holds the subnets"
}

variable "ranges" {
  type        = map(string)
  description = "Zone to range"
}

variable "public" {
  type        = bool
  description = "Whether machines get public addresses"
}

variable "tags" {
  type        = map(string)
  description = "Tags of the subnets"
}

resource "aws_subnet" "zone" {
  for_each = var.ranges

  vpc_id                  = var.vpc_id
  cidr_block              = each.value
  availability_zone       = each.key
  map_public_ip_on_launch = var.public
  tags                    = var.tags
}

output "ids" {
  description = "Subnet ids by zone"
  value       = { for zone, subnet in aws_subnet.zone : zone => subnet.id }
}

output "zones" {
  description = "Zones in use"
  value       = toset([for subnet in aws_subnet.zone : subnet.availability_zone])
}
