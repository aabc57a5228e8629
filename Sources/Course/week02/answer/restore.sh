#!/usr/bin/env bash
# Usage: restore.sh FILE
# Replaces Redis's data by the dump in FILE.
set -euo pipefail

file="${1:?usage: restore.sh FILE}"
[ -f "$file" ] || { echo "restore.sh: there is no file $file" >&2; exit 1; }
file="$(cd "$(dirname "$file")" && pwd)/$(basename "$file")"
cd "$(dirname "$0")"
if [ "$(head -c 5 "$file")" != "REDIS" ]; then
  echo "restore.sh: $file is not a dump of Redis, nothing was changed" >&2
  exit 1
fi

# Redis writes its memory over dump.rdb when it stops, so stop it first.
docker compose stop web redis
docker compose run --rm -T --no-deps redis sh -c 'cat > /data/restore.rdb && mv /data/restore.rdb /data/dump.rdb' < "$file"
docker compose up -d --wait
