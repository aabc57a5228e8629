#!/usr/bin/env bash
set -euo pipefail
DEPLOY_ROOT="${DEPLOY_ROOT:-$HOME/tally-server}"
target=$(find "$DEPLOY_ROOT/releases" -mindepth 1 -maxdepth 1 -type d | sort | tail -n 2 | head -n 1)
if [ "$target" -ef "$DEPLOY_ROOT/current" ]; then
  echo "nothing to go back to" >&2
  exit 1
fi
ln -sfn "$target" "$DEPLOY_ROOT/current"
if [ -x "$DEPLOY_ROOT/bin/restart" ]; then
  "$DEPLOY_ROOT/bin/restart"
fi
