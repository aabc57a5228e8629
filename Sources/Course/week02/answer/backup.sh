#!/usr/bin/env bash
# Writes a dump of Redis to $BACKUP_DIR, checks it, and keeps the newest seven.
set -euo pipefail
cd "$(dirname "$0")"

BACKUP_DIR="${BACKUP_DIR:-backups}"
KEEP=7
umask 077
mkdir -p "$BACKUP_DIR"

name="tally-$(date -u +%Y%m%dT%H%M%SZ).rdb"
part="$BACKUP_DIR/.$name.part"
trap 'rm -f "$part"' EXIT

# A dump of the moment, made by Redis, read without touching the volume.
# shellcheck disable=SC2016  # expanded in the container
docker compose exec -T redis sh -c '
  REDISCLI_AUTH="$(cat /run/secrets/redis_password)"
  export REDISCLI_AUTH
  redis-cli --rdb /tmp/backup.rdb >&2 && cat /tmp/backup.rdb && rm -f /tmp/backup.rdb' > "$part"

if [ "$(head -c 5 "$part")" != "REDIS" ]; then
  echo "backup.sh: what Redis sent is not a dump" >&2
  exit 1
fi
if ! docker compose exec -T redis sh -c 'cat > /tmp/check.rdb && redis-check-rdb /tmp/check.rdb; s=$?; rm -f /tmp/check.rdb; exit $s' < "$part" >&2; then
  echo "backup.sh: redis-check-rdb rejects the dump" >&2
  exit 1
fi
mv "$part" "$BACKUP_DIR/$name"

# Newest first by name; everything after the seventh goes.
find "$BACKUP_DIR" -maxdepth 1 -name 'tally-*.rdb' | sort -r | tail -n "+$((KEEP + 1))" | while read -r old; do
  rm -f "$old"
done
echo "$BACKUP_DIR/$name"
