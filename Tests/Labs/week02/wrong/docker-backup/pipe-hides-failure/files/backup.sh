#!/bin/sh
cd "$(dirname "$0")" || exit 1
BACKUP_DIR="${BACKUP_DIR:-backups}"
mkdir -p "$BACKUP_DIR"
docker compose exec -T redis sh -c 'redis-cli --rdb /tmp/b.rdb >&2; cat /tmp/b.rdb' | gzip > "$BACKUP_DIR/tally-$(date +%F-%H%M%S).rdb.gz"
find "$BACKUP_DIR" -name 'tally-*' | sort -r | tail -n +8 | while read -r old; do rm -f "$old"; done
