#!/usr/bin/env bash
set -euo pipefail
DEPLOY_ROOT="${DEPLOY_ROOT:-$HOME/tally-server}"
mkdir -p "$DEPLOY_ROOT/releases/live"
git --git-dir="$DEPLOY_ROOT/repo.git" --work-tree="$DEPLOY_ROOT/releases/live" checkout -f "$1" -- .
ln -sfn "$DEPLOY_ROOT/releases/live" "$DEPLOY_ROOT/current"
if [ -x "$DEPLOY_ROOT/bin/restart" ]; then
  "$DEPLOY_ROOT/bin/restart"
fi
