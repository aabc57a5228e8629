#!/bin/sh
# deploy.sh COMMIT: every release remembers in .previous which release it replaced.
set -eu
root=${DEPLOY_ROOT:-$HOME/tally-server}
commit=${1:?usage: deploy.sh COMMIT}
release=$(mktemp -d "$root/releases/$commit.XXXXXX")
chmod 755 "$release"
git --git-dir="$root/repo.git" archive --format=tar -o "$release/.tar" "$commit"
tar -xf "$release/.tar" -C "$release"
rm "$release/.tar"
if [ -L "$root/current" ]; then
  basename "$(readlink "$root/current")" > "$release/.previous"
fi
cd "$root"
ln -sfn "releases/$(basename "$release")" current

# Follow the chain of predecessors for five releases; the rest may go.
keep=" "
name=$(basename "$release")
for _ in 1 2 3 4 5; do
  keep="$keep$name "
  [ -s "releases/$name/.previous" ] || break
  name=$(cat "releases/$name/.previous")
done
for d in releases/*; do
  case "$keep" in
    *" ${d#releases/} "*) ;;
    *) rm -rf "$d" ;;
  esac
done
if [ -x bin/restart ]; then ./bin/restart; fi
