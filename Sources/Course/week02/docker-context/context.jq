(.[0]? | objects | .text? | strings) // "" | docker_rules as $rules
| if ($rules | length) == 0 then ["The .dockerignore holds no pattern, so everything in the folder is in reach of the build."] else
    [ [".git/HEAD", "the history"], [".env", "an environment file"], ["secrets/redis_password", "a secret"], ["backups/tally-20250101.rdb", "a backup"], ["app/__pycache__/server.cpython-313.pyc", "a cache of Python"]
      | . as $x | select(ignored($rules; $x[0]) | not) | "`\(.[0])`, \(.[1]), is in the build context. Keep it out with a pattern in .dockerignore." ]
    + (if ignored($rules; "app/server.py") and ignored($rules; "server.py") then ["`app/server.py` is left out of the build context, so COPY can't find the service."] else [] end)
  end
