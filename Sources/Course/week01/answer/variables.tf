variable "region" {
  description = "AWS region that holds the network"
  type        = string
  default     = "ap-northeast-2"
}

variable "project" {
  description = "Name put on every resource and in the Project tag"
  type        = string
  default     = "tally"
}

variable "vpc_cidr" {
  description = "Address range of the VPC"
  type        = string
  default     = "10.20.0.0/16"

  validation {
    condition     = can(cidrhost(var.vpc_cidr, 0)) && tonumber(split("/", var.vpc_cidr)[1]) <= 20
    error_message = "vpc_cidr must be an IPv4 range of at least /20, such as 10.20.0.0/16."
  }
}

variable "zone_count" {
  description = "How many availability zones the subnets cover"
  type        = number
  default     = 2
}

variable "service_port" {
  description = "Port on which the service listens"
  type        = number
  default     = 8080
}
