(texts(".")[0] // "" | dockerfile) as $all
| if ($all | stages | length) == 0 then ["The Dockerfile has no FROM."] elif any($all[]; .op == "COPY" or .op == "ADD") | not then ["No COPY brings the service into the image."] else
    [$all[] | select(.op == "ENV" or .op == "ARG") | . as $x
     | ([.args | match("(^|[ \t])([A-Za-z_][A-Za-z0-9_]*)="; "g") | .captures[1].string] + (if .args | test("=") | not then [.args | words | .[0] // ""] else [] end))[]
     | select(secret_name) | "Line \($x.n): \($x.op) \(.) puts a secret into the image's history, where everyone who can pull reads it. Give it to the container when it starts, or mount it with RUN --mount=type=secret."]
    + [$all[] | select(.args + "\n" + .body | secret_text) | "Line \(.n): \(.op) holds something that looks like a password or a key."]
    + [$all[] | select(.op == "COPY" or .op == "ADD") | . as $x | (.args | words | .[] | select(startswith("--") | not)) | gsub("[\"\\[\\],]"; "") | select(test("(^|/)(\\.env([.][^/]*)?|secrets?|id_(rsa|ed25519)|\\.aws|\\.ssh|\\.netrc|\\.git|[^/]*\\.(pem|key))(/|$)")) | "Line \($x.n): \($x.op) takes `\(.)` into the image."]
  end
