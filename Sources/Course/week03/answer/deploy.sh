#!/usr/bin/env bash
# Usage: deploy.sh COMMIT
# Unpacks COMMIT from $DEPLOY_ROOT/repo.git into $DEPLOY_ROOT/releases, points
# $DEPLOY_ROOT/current at it, and runs $DEPLOY_ROOT/bin/restart if that is executable.
set -euo pipefail

DEPLOY_ROOT="${DEPLOY_ROOT:-$HOME/tally-server}"
commit="${1:?usage: deploy.sh COMMIT}"
keep=5

mkdir -p "$DEPLOY_ROOT/releases"
commit=$(git --git-dir="$DEPLOY_ROOT/repo.git" rev-parse --verify "$commit^{commit}")
release="$DEPLOY_ROOT/releases/$(date -u +%Y%m%dT%H%M%SZ)-${commit:0:12}"
n=1
base="$release"
while [ -e "$release" ]; do
  n=$((n + 1))
  release="$base-$n"
done

unpack="$release.part"
rm -rf "$unpack"
mkdir "$unpack"
git --git-dir="$DEPLOY_ROOT/repo.git" archive "$commit" | tar -x -C "$unpack"
mv "$unpack" "$release"

ln -sfn "$release" "$DEPLOY_ROOT/current"
basename "$release" >> "$DEPLOY_ROOT/history"
echo "live: $(basename "$release")"

if [ -x "$DEPLOY_ROOT/bin/restart" ]; then
  "$DEPLOY_ROOT/bin/restart"
fi

# Keep the newest releases of the record, which ends with the live one.
kept=$(tail -n "$keep" "$DEPLOY_ROOT/history")
for folder in "$DEPLOY_ROOT"/releases/*/; do
  name=$(basename "$folder")
  if ! grep -qxF -- "$name" <<< "$kept"; then
    rm -rf "${DEPLOY_ROOT:?}/releases/${name:?}"
  fi
done
