#!/bin/sh
# 6000 numbered lines in about four seconds.
i=1
while [ "$i" -le 6000 ]; do
  printf '{"level":"info","msg":"load","n":%d}\n' "$i"
  if [ $((i % 20)) -eq 0 ]; then sleep 0.01; fi
  i=$((i + 1))
done
