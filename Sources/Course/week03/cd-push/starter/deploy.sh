#!/usr/bin/env bash
# Usage: deploy.sh COMMIT
# Unpacks COMMIT from $DEPLOY_ROOT/repo.git into $DEPLOY_ROOT/releases, points
# $DEPLOY_ROOT/current at it, and runs $DEPLOY_ROOT/bin/restart if that is executable.
set -euo pipefail

DEPLOY_ROOT="${DEPLOY_ROOT:-$HOME/tally-server}"
commit="${1:?usage: deploy.sh COMMIT}"

echo "deploy.sh: not written yet, cannot deploy $commit to $DEPLOY_ROOT" >&2
exit 1
