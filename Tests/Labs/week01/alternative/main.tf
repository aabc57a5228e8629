locals {
  settings = var.settings
  tags     = { Project = "tally", Owner = "platform" }
}

module "core" {
  source = "./modules/network"

  range   = local.settings.range
  public  = zipmap(local.settings.zones, var.public_ranges)
  private = zipmap(local.settings.zones, var.private_ranges)
  tags    = local.tags
}

module "firewall" {
  source = "./modules/firewall"

  network = module.core.ids.vpc
  tags    = local.tags
}
