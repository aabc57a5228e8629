#!/bin/sh
set -eu
cd "${DEPLOY_ROOT:-$HOME/tally-server}"
if ! [ -s current/.previous ]; then
  echo "no earlier release" >&2
  exit 2
fi
before=$(cat current/.previous)
if ! [ -d "releases/$before" ]; then
  echo "the earlier release $before was removed" >&2
  exit 2
fi
ln -sfn "releases/$before" current
if [ -x bin/restart ]; then ./bin/restart; fi
echo "now live: $before"
