#!/bin/sh
set -eu
[ $# -eq 1 ] || { echo "usage: $0 FILE.rdb.gz" >&2; exit 2; }
tmp=$(mktemp)
trap 'rm -f "$tmp"' EXIT
gunzip -c "$1" > "$tmp"
[ "$(head -c 5 "$tmp")" = REDIS ] || { echo "$1: no dump in it" >&2; exit 1; }
cd "$(dirname "$0")"
docker compose down
docker compose create store
docker compose cp "$tmp" store:/data/dump.rdb
docker compose up --detach --wait
