variable "settings" {
  description = "What differs between environments"
  type = object({
    region = string
    range  = string
    zones  = list(string)
  })
}

variable "public_ranges" {
  description = "Range of the public subnet of each zone, in the order of settings.zones"
  type        = list(string)
}

variable "private_ranges" {
  description = "Range of the private subnet of each zone, in the order of settings.zones"
  type        = list(string)
}
