resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.service.id
  cidr_ipv6         = "::/0"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}
