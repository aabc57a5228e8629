# Plans and applies the configuration against a mocked provider: ids and references resolve without AWS.
mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names       = ["ca-west-1a", "ca-west-1b", "ca-west-1c", "ca-west-1d"]
      zone_ids    = ["study-az1", "study-az2", "study-az3", "study-az4"]
      group_names = ["ca-west-1"]
    }
  }
  mock_data "aws_region" {
    defaults = { id = "ca-west-1", name = "ca-west-1" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012", arn = "arn:aws:iam::123456789012:user/study", user_id = "AIDASTUDY" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_resource "aws_subnet" {
    defaults = { availability_zone = "", availability_zone_id = "" }
  }
  mock_resource "aws_nat_gateway" {
    defaults = { public_ip = "203.0.113.10" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/study" }
  }
  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::123456789012:policy/study" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:ca-west-1:123456789012:log-group:study" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::study" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:ca-west-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
  }
}

run "network" {
  command = apply
}
