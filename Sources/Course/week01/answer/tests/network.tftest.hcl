mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c"]
    }
  }
}

variables {
  name       = "test"
  cidr_block = "10.99.0.0/16"
}

run "network" {
  command = apply

  module {
    source = "./modules/network"
  }

  assert {
    condition     = output.dns_hostnames
    error_message = "Instances in the VPC must get DNS names."
  }

  assert {
    condition     = length(output.zones) == 2
    error_message = "The subnets must cover two zones; got ${jsonencode(output.zones)}."
  }

  assert {
    condition     = length(output.public_subnet_ids) == 2 && length(output.private_subnet_ids) == 2
    error_message = "Two zones must give two public and two private subnets."
  }

  assert {
    condition     = aws_route.private_default.nat_gateway_id == aws_nat_gateway.this.id
    error_message = "Private subnets must reach the internet through the NAT gateway."
  }
}

run "one_zone_is_refused" {
  command = plan

  module {
    source = "./modules/network"
  }

  variables {
    zone_count = 1
  }

  expect_failures = [var.zone_count]
}
