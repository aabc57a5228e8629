resource "aws_security_group_rule" "vpc" {
  type              = "ingress"
  security_group_id = aws_security_group.service.id
  cidr_blocks       = [var.vpc_cidr]
  protocol          = "tcp"
  from_port         = 8080
  to_port           = 8080
}
