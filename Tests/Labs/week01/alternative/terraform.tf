terraform {
  required_version = "~> 1.11"

  # The bucket and the key come from state.s3.tfbackend: terraform init -backend-config=state.s3.tfbackend
  backend "s3" {}

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.40.0, < 6.0.0"
    }
  }
}

provider "aws" {
  region = local.settings.region
}
