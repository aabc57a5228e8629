(texts(".")[0] // "" | dockerfile) as $all | ($all | stages) as $s
| if ($s | length) == 0 then ["The Dockerfile has no FROM."] else
    [$s[] | select(.of == null and (.image | ascii_downcase) != "scratch") | . as $x | (.image | loose) as $why | select($why) | "Line \(.n): the base `\(.image)` \($why). Write a tag with its version, or a digest."]
    + [$all[] | select(.op == "COPY" or .op == "RUN") | . as $x | (.args | match("(--from=|,from=|=from=)([^ ,]+)"; "g") | .captures[1].string)
       | select(test("^[0-9]+$") | not) | select(ascii_downcase as $n | any($s[]; .name == $n) | not) | . as $i | (loose) as $why | select($why) | "Line \($x.n): the image `\($i)` \($why). Write a tag with its version, or a digest."]
  end
