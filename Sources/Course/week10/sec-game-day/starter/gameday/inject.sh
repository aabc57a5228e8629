#!/usr/bin/env bash
# Breaks one thing, does not say which, and notes the choice in gameday/injected.jsonl. Read that file afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."
fault="${1:-$((RANDOM % 4))}"
reload() { nginx -e stderr -p "$PWD" -c mtls/nginx.conf -s reload; }
sleep "$((RANDOM % 20))"
case "$fault" in
  0) DAYS=0 bash pki/make.sh && reload ;;
  1) kill -STOP "$(cat run/tally.pid)" ;;
  2) sed -i.before 's/CN=gateway/CN=gatewy/g' mtls/nginx.conf && reload ;;
  3) rm pki/out/ca.key && bash pki/make.sh ;;
  *) exit 2 ;;
esac
printf '{"at":"%s","fault":%d}\n' "$(date -u +%FT%TZ)" "$fault" >> gameday/injected.jsonl
