def obj: if type == "object" then . else {} end;
def words: [splits("[ \t]+") | select(. != "")];
def texts(t): [.[]? | objects | select((.path | strings) | test(t)) | .text | strings];
def quoted: "`" + . + "`";
def secret_name: test("PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL|REDISCLI_AUTH"; "i") and (test("_(FILE|PATH|NAME|ID)$"; "i") | not);
def secret_text: test("://[^/@ \t]*:[^@/ \t]+@|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20}|github_pat_|xox[bp]-|-----BEGIN [A-Z ]*PRIVATE KEY");
# A Dockerfile's text to [{n: line, op, args, body: here-document, stage: number of the FROM it stands under, 0 before the first}].
def dockerfile:
  reduce (split("\n") | to_entries[]) as {key: $i, value: $raw} ({done: [], open: null, here: []};
    ($raw | sub("\r$"; "")) as $l
    | if (.here | length) > 0 then
        if ($l | sub("^\t+"; "")) == .here[0] then .here |= .[1:] else .done[-1].body += $l + "\n" end
      elif ($l | test("^[ \t]*(#.*)?$")) then .
      else
        (.open.text // "") as $before
        | .open = {n: (.open.n // ($i + 1)), text: ($before + ($l | sub("\\\\[ \t]*$"; " ")))}
        | if ($l | test("\\\\[ \t]*$")) then . else
            (.open.text | capture("^[ \t]*(?<op>[A-Za-z]+)[ \t]*(?<args>.*)$") // {op: "", args: ""}) as $c
            | .done += [{n: .open.n, op: ($c.op | ascii_upcase), args: ($c.args | sub("[ \t]+$"; "")), body: ""}]
            | if ($c.op | test("^(RUN|COPY|ADD)$"; "i")) then .here = [$c.args | match("<<-?[\"']?([A-Za-z_][A-Za-z0-9_]*)"; "g") | .captures[0].string] else . end
            | .open = null
          end
      end)
  | (if .open then .done + [{n: .open.n, op: (.open.text | words | .[0] // "" | ascii_upcase), args: (.open.text | sub("^[ \t]*[A-Za-z]+[ \t]*"; "")), body: ""}] else .done end)
  | reduce .[] as $x ({stage: 0, all: []}; (if $x.op == "FROM" then .stage += 1 else . end) | .all += [$x + {stage: .stage}]) | .all;
# ARG and ENV words to {NAME: value}.
def settings: reduce (match("([A-Za-z_][A-Za-z0-9_]*)=(\"[^\"]*\"|'[^']*'|[^ \t]*)"; "g") | .captures) as $c ({}; .[$c[0].string] = ($c[1].string | sub("^[\"']"; "") | sub("[\"']$"; "")));
def fill($m): reduce ($m | to_entries[]) as $e (.; ($e.key) as $k | reduce ("${\($k)}", "$\($k)") as $w (.; split($w) | join($e.value)) | (try gsub("\\$\\{" + $k + ":[-+][^}]*\\}"; $e.value) catch .)) | gsub("\\$\\{[A-Za-z_][A-Za-z0-9_]*:-(?<d>[^}]*)\\}"; "\(.d)");
# The stages of a Dockerfile: [{n, stage, image, name, of: the stage it builds on or null}], image with ARG defaults filled in.
def stages:
  . as $all
  | (reduce ($all[] | select(.stage == 0 and .op == "ARG")) as $x ({}; . as $m | . + ($x.args | settings | map_values(fill($m))))) as $args
  | reduce ($all[] | select(.op == "FROM")) as $x ([];
      [$x.args | words | .[] | select(startswith("--") | not)] as $w
      | (($w[0] // "") | fill($args)) as $image
      | . as $before
      | . + [{n: $x.n, stage: $x.stage, image: $image, name: (if ($w[1] // "" | ascii_downcase) == "as" then ($w[2] // "" | ascii_downcase) else "" end),
              of: (first($before[] | select(.name != "" and .name == ($image | ascii_downcase)) | .stage) // null)}]);
# The stages that end up in the image, the last one first.
def lineage: . as $all | stages as $s | if ($s | length) == 0 then [] else [$s[-1] | recurse(.of as $of | if $of then $s[] | select(.stage == $of) else empty end)] end;
# The last instruction of a kind in the finished image, or null.
def last_of($op): . as $all | first(lineage[] as $s | [$all[] | select(.stage == $s.stage and .op == $op)] | select(length > 0) | .[-1]) // null;
def image_name: sub("@.*$"; "") | split("/") | .[-1] // "" | sub(":.*$"; "");
# What is wrong with an image reference as a pin: a clause, or null.
def loose:
  (sub("@.*$"; "") | split("/") | .[-1] // "" | if test(":") then sub("^[^:]*:"; "") else "" end) as $tag
  | if test("@sha256:[0-9a-f]{64}$") then null
    elif test("@") then "has a digest that is not `sha256:` and 64 hexadecimal digits"
    elif test("\\$") then "depends on an argument without a default"
    elif $tag == "" then "has no tag, which means `latest`"
    elif ($tag | test("^(latest|stable|edge|nightly|main|master|rolling|devel|unstable|testing)(-|$)"; "i")) then "has a tag that moves to every new release"
    elif ($tag | test("[0-9]+\\.[0-9]+|[0-9]{8}")) then null
    elif (image_name | test("^(debian|ubuntu|almalinux|rockylinux|fedora|amazonlinux)$")) and ($tag | test("^([0-9]+|bookworm|trixie|noble|jammy)(-|$)")) then null
    else "has a tag that does not name a minor version" end;
# Patterns of .dockerignore or .gitignore as regular expressions.
def glob: sub("^\\.?/"; "") | sub("/$"; "") | gsub("(?<c>[.+(){}|^$])"; "\\\(.c)") | gsub("\\*\\*/"; "\u0001") | gsub("\\*\\*"; "\u0002") | gsub("\\*"; "[^/]*") | gsub("\\?"; "[^/]") | gsub("\u0001"; "(.*/)?") | gsub("\u0002"; ".*");
def ignored($rules; $path): reduce $rules[] as $r (false; (try ($path | test("^" + $r.re + "(/.*)?$")) catch false) as $m | if $m then ($r.not | not) else . end);
def rules: [split("\n")[] | sub("[ \t\r]+$"; "") | sub("^[ \t]+"; "") | select(. != "" and (startswith("#") | not)) | {not: startswith("!"), p: ltrimstr("!")}];
def docker_rules: [rules[] | {not: .not, re: (.p | glob)}];
def git_rules($dir): [rules[] | {not: .not, re: ((if $dir == "." then "" else ($dir + "/" | glob) + "/" end) + (.p as $p | if ($p | sub("/$"; "") | test("/")) then ($p | glob) else "(.*/)?" + ($p | glob) end))}];
# The stack that the preparation saved.
def saved($name): first(.[]? | objects | select(.path == $name) | .text | fromjson? | if type == "array" then .[0] else . end) // {} | obj;
def stack: saved("study-stack.json");
def raw_stack: saved("study-raw.json");
def services: [(.services? | objects | to_entries[]) | select(.value | type == "object") | .value + {key: .key}];
def is_store: ((.key + " " + ((.image // "") | tostring | image_name)) | test("redis|valkey|keydb|dragonfly"; "i")) and ((.environment // {} | objects | has("REDIS_URL")) | not);
def stores: [services[] | select(is_store)];
def webs: [services[] | select(is_store | not)] | if any(.[]; .environment? | objects | has("REDIS_URL")) then [.[] | select(.environment? | objects | has("REDIS_URL"))] else [.[] | select(has("build"))] end;
def said: if type == "array" then map(tostring) | join(" ") elif type == "string" then . else "" end;
def needs_both: (if (webs | length) == 0 then ["No service of the stack is the web service: one that is built from your Dockerfile and gets `REDIS_URL`."] else [] end) + (if (stores | length) == 0 then ["No service of the stack is Redis."] else [] end);
