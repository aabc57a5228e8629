variable "a" {
  type = nonsense
}
