settings = {
  region = "ap-northeast-2"
  range  = "10.20.0.0/16"
  zones  = ["ap-northeast-2a", "ap-northeast-2c"]
}

public_ranges  = ["10.20.200.0/26", "10.20.200.64/26"]
private_ranges = ["10.20.0.0/18", "10.20.64.0/18"]
