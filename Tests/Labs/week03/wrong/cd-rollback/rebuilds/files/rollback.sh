#!/usr/bin/env bash
set -euo pipefail
DEPLOY_ROOT="${DEPLOY_ROOT:-$HOME/tally-server}"
[ "$(wc -l < "$DEPLOY_ROOT/history")" -ge 2 ] || { echo "nothing to go back to" >&2; exit 1; }
exec "$DEPLOY_ROOT/bin/deploy.sh" "$(git --git-dir="$DEPLOY_ROOT/repo.git" rev-parse main~1)"
