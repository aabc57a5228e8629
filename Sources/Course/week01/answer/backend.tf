terraform {
  backend "s3" {
    bucket       = "tally-tfstate-123456789012"
    key          = "week01/network.tfstate"
    region       = "ap-northeast-2"
    encrypt      = true
    use_lockfile = true
  }
}
