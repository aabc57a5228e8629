def manifest: test("(^|/)(requirements[^/]*\\.(txt|in)|constraints[^/]*|pyproject\\.toml|setup\\.(py|cfg)|Pipfile|[^/]*\\.lock|package(-lock)?\\.json)$");
def installs: test("\\b(apt-get|apt|aptitude|dnf|microdnf|yum)\\b[^&|;\n]*\\binstall\\b|\\bapk\\b[^&|;\n]*\\badd\\b|\\buv\\b[^&|;\n]*\\b(sync|install)\\b|\\b(poetry|pipenv)\\b[^&|;\n]*\\b(install|sync)\\b|\\bnpm\\b[^&|;\n]*\\b(ci|install)\\b")
  or (test("\\bpip[0-9.]*\\b[^&|;\n]*\\binstall\\b") and (test("\\binstall\\b([ \t]+--?[A-Za-z][^ \t]*)*[ \t]+\\.(\\[[^ ]*\\])?([ \t]|$)") | not));
(texts(".")[0] // "" | dockerfile) as $all
| ($all | lineage) as $line
| [$all[] | select(.op == "COPY" or .op == "ADD") | . as $x
   | ((.args | fromjson? // null) | if type == "array" then map(tostring) else ($x.args | words) end) as $w
   | {n: .n, stage: .stage, from: ($x.args | test("--from=")), body: .body, sources: [$w[] | select(startswith("--") | not)][:-1]}] as $copies
| [$copies[] | select(.from | not) | select(any(.sources[]; manifest | not))] as $source
| if ($line | length) == 0 then ["The Dockerfile has no FROM."] else
    (if ($source | length) == 0 then ["No COPY brings the service into the image."] else [] end)
    + [$all[] | select(.op == "RUN") | . as $r | select((.args + "\n" + .body) | installs)
       | first($source[] | select(.stage == $r.stage and .n < $r.n)) as $c
       | "Line \($r.n) installs packages after line \($c.n) has copied the source, so every edit installs them again. Move the copy below it."]
    + [$all[] | select(.op == "RUN") | (.args + "\n" + .body) as $t | select(.stage == $line[0].stage) | select($t | test("\\b(apt-get|apt)\\b[^&|;\n]*\\binstall\\b"))
       | select(($t | test("/var/lib/apt/lists")) or ($t | test("--mount=type=cache")) | not)
       | "Line \(.n) leaves the package lists of apt in the image. Remove `/var/lib/apt/lists/*` in the same RUN."]
    + [$source[] | select(.stage == $line[0].stage) | select(any(.sources[]; test("^\\.?/?(\\.git|\\.env|secrets|backups)(/|$)"))) | "Line \(.n) copies \(.sources | map("`" + . + "`") | join(", ")) into the image."]
  end
