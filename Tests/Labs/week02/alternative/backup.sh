#!/bin/sh
# Nightly dump of the counter. BACKUP_DIR says where to.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dir=${BACKUP_DIR:-$here/backups}
mkdir -p "$dir"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT INT TERM

stack() { docker compose --project-directory "$here" -f "$here/compose.yaml" "$@"; }

# shellcheck disable=SC2016
stack exec -T store sh -c 'valkey-cli -a "$(cat /run/secrets/counter_password)" --no-auth-warning SAVE' >/dev/null
stack cp store:/data/dump.rdb "$tmp/dump.rdb"
case $(head -c 5 "$tmp/dump.rdb") in
  REDIS|VALKE) ;;
  *) echo "not a dump" >&2; exit 1 ;;
esac
gzip -n "$tmp/dump.rdb"
target="$dir/counter-$(date +%F-%H%M%S).rdb.gz"
cp "$tmp/dump.rdb.gz" "$target.tmp"
mv "$target.tmp" "$target"

# shellcheck disable=SC2012
ls -1t "$dir"/counter-*.rdb.gz | tail -n +8 | xargs -r rm -f --
