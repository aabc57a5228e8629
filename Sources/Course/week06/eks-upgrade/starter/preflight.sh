#!/usr/bin/env bash
# Usage: preflight.sh CLUSTER TARGET, for example: preflight.sh tally 1.35
# Prints a line per finding. Exit status 0: nothing found, 1: do not upgrade, 2: could not ask.
set -euo pipefail

cluster="${1:?usage: preflight.sh CLUSTER TARGET}"
target="${2:?usage: preflight.sh CLUSTER TARGET}"

echo "preflight.sh: not written yet, knows nothing about $cluster and $target" >&2
exit 2
