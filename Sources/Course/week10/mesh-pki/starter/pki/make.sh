#!/usr/bin/env bash
# Makes the CA once and fresh workload certificates at every run.
# Usage: [DAYS=7] pki/make.sh [FOLDER]
set -euo pipefail
umask 077
out="${1:-$(cd "$(dirname "$0")" && pwd)/out}"
days="${DAYS:-7}"
mkdir -p "$out"

# TODO: the CA, only when "$out/ca.key" is not there

# TODO: a function that makes one key, one request and one signed certificate

# TODO: one call for each of tally, gateway and prometheus; "$days" is their lifetime

echo "certificates for $days days in $out"
