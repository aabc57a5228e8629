# The root module of the network. Later tasks add files beside this one.

terraform {
  # Say which Terraform versions this code was written for.

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # Say which versions of the provider are accepted.
    }
  }
}

provider "aws" {
  region = "ap-northeast-2"
}

# Describe the VPC here.
