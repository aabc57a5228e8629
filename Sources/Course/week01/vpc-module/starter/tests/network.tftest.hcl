# Nothing here calls AWS: the provider is mocked.
mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c"]
    }
  }
}

# Add run blocks with assertions about your module here.
