#!/usr/bin/env bash
set -euo pipefail
DEPLOY_ROOT="${DEPLOY_ROOT:-$HOME/tally-server}"
[ -L "$DEPLOY_ROOT/previous" ] || { echo "nothing to go back to" >&2; exit 1; }
live=$(readlink "$DEPLOY_ROOT/current")
ln -sfn "$(readlink "$DEPLOY_ROOT/previous")" "$DEPLOY_ROOT/current"
ln -sfn "$live" "$DEPLOY_ROOT/previous"
if [ -x "$DEPLOY_ROOT/bin/restart" ]; then
  "$DEPLOY_ROOT/bin/restart"
fi
