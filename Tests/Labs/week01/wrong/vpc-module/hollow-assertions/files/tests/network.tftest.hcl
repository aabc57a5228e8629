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
    condition     = output.vpc_id != ""
    error_message = "The VPC must exist."
  }
}
