#!/bin/sh
# Make a repository with two weeks of commits and deploys: sample.sh FOLDER
set -eu
git init -q -b main "$1"
cd "$1"
export GIT_AUTHOR_NAME=Kim GIT_AUTHOR_EMAIL=kim@example.com
export GIT_COMMITTER_NAME=Kim GIT_COMMITTER_EMAIL=kim@example.com

commit() { # TIME MESSAGE
  GIT_AUTHOR_DATE="$1" GIT_COMMITTER_DATE="$1" git commit -q --allow-empty -m "$2"
}

deploy() { # TIME COMMIT MESSAGE
  name="deploy/$(echo "$1" | tr -d ':-')"
  GIT_COMMITTER_DATE="$1" git tag -a "$name" -m "$3" "$2"
}

commit 2026-01-05T09:00:00Z "Serve visits"
deploy 2026-01-05T11:00:00Z main "Deploy"
commit 2026-01-06T09:00:00Z "Add health check"
commit 2026-01-06T11:00:00Z "Add metrics"
deploy 2026-01-06T15:00:00Z main "Deploy"
deploy 2026-01-06T15:30:00Z main~2 "Roll back

Restores: deploy/20260106T150000Z"
commit 2026-01-07T09:00:00Z "Mend metrics"
deploy 2026-01-07T10:00:00Z main "Deploy"
commit 2026-01-12T11:00:00Z "Log one line a request"
deploy 2026-01-12T19:00:00Z main "Deploy"
commit 2026-01-12T20:00:00Z "Mend the log"
deploy 2026-01-12T21:00:00Z main "Deploy the fix

Restores: deploy/20260112T190000Z"
commit 2026-01-17T21:00:00Z "Start faster"
deploy 2026-01-18T07:00:00Z main "Deploy"
commit 2026-01-18T17:00:00Z "Wait for the next deploy"
