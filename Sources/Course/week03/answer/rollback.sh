#!/usr/bin/env bash
# Usage: rollback.sh
# Makes the release that was live before the current one live again.
set -euo pipefail

DEPLOY_ROOT="${DEPLOY_ROOT:-$HOME/tally-server}"
history="$DEPLOY_ROOT/history"

refuse() {
  echo "rollback.sh: $1" >&2
  exit 1
}

[ -s "$history" ] || refuse "nothing was ever deployed"
[ "$(wc -l < "$history")" -ge 2 ] || refuse "there is no release before the live one"
target=$(tail -n 2 "$history" | head -n 1)
[ -d "$DEPLOY_ROOT/releases/$target" ] || refuse "release $target is gone"

ln -sfn "$DEPLOY_ROOT/releases/$target" "$DEPLOY_ROOT/current"
sed '$d' "$history" > "$history.new"
mv "$history.new" "$history"
echo "live: $target"

if [ -x "$DEPLOY_ROOT/bin/restart" ]; then
  "$DEPLOY_ROOT/bin/restart"
fi
