mock_provider "aws" {}

run "whole_root" {
  command = apply

  assert {
    condition     = length(module.core.zones) == length(var.settings.zones)
    error_message = "Each zone of the settings needs its own private subnet."
  }

  assert {
    condition     = length(distinct(concat(values(output.network.public), values(output.network.private)))) == 4
    error_message = "Two zones give four subnets."
  }
}
