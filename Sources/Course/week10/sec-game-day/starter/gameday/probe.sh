#!/usr/bin/env bash
# Calls tally once a second as the gateway would and writes one JSON line per call. Stop it with Ctrl-C.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2
while :; do
  status="$(curl -s -o /dev/null -w '%{http_code}' --max-time 2 --cacert pki/out/ca.crt \
    --cert pki/out/gateway.crt --key pki/out/gateway.key \
    --resolve tally.tally.svc:8443:127.0.0.1 https://tally.tally.svc:8443/)"
  error=$?
  printf '{"at":"%s","status":%d,"curl":%d}\n' "$(date -u +%FT%TZ)" "$((10#$status))" "$error"
  sleep 1
done
