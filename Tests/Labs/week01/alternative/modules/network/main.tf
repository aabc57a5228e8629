variable "range" {
  type        = string
  description = "Range of the VPC"
}

variable "public" {
  type        = map(string)
  description = "Zone to range of its public subnet"
}

variable "private" {
  type        = map(string)
  description = "Zone to range of its private subnet"
}

variable "tags" {
  type        = map(string)
  description = "Tags of every resource"
}

resource "aws_vpc" "main" {
  cidr_block           = var.range
  enable_dns_hostnames = true
  tags                 = var.tags

  lifecycle {
    postcondition {
      condition     = self.enable_dns_hostnames
      error_message = "Instances need DNS names."
    }
  }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = var.tags
}

# The main table serves the public tier; private subnets each have their own.
resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
  tags                   = var.tags

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

module "edge" {
  source = "./tier"

  vpc_id = aws_vpc.main.id
  ranges = var.public
  public = true
  tags   = merge(var.tags, { Tier = "edge" })
}

module "inner" {
  source = "./tier"

  vpc_id = aws_vpc.main.id
  ranges = var.private
  public = false
  tags   = merge(var.tags, { Tier = "inner" })
}

# One NAT gateway for each zone, so that losing a zone leaves the others connected.
resource "aws_eip" "nat" {
  for_each = var.public

  domain = "vpc"
  tags   = var.tags
}

resource "aws_nat_gateway" "zone" {
  for_each = var.public

  allocation_id = aws_eip.nat[each.key].allocation_id
  subnet_id     = module.edge.ids[each.key]
  tags          = var.tags

  depends_on = [aws_default_route_table.main]
}

resource "aws_route_table" "inner" {
  for_each = var.private

  vpc_id = aws_vpc.main.id
  tags   = var.tags

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.zone[each.key].id
  }
}

resource "aws_route_table_association" "inner" {
  for_each = var.private

  subnet_id      = module.inner.ids[each.key]
  route_table_id = aws_route_table.inner[each.key].id
}

output "ids" {
  description = "Ids by kind"
  value = {
    vpc     = aws_vpc.main.id
    public  = module.edge.ids
    private = module.inner.ids
  }
}

output "zones" {
  description = "Zones that hold private subnets"
  value       = module.inner.zones
}
