# Reads the learner's Terraform files and rewrites this copy of them. It judges nothing.
# Usage: rewrite.py move|dns|zones
import glob
import json
import os
import re
import sys

OTHER_REGION = "ca-west-1"
REGION = re.compile(r"\b(?:us|eu|ap|sa|ca|me|af|il|mx)-(?:north|south|east|west|central)(?:east|west)?-\d")
RANGE = re.compile(r"(?<![\d.])(10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168)(\.\d{1,3}\.\d{1,3}(?:/\d+)?|(?<=\"10\.\d)(?=\")|(?<=\"10\.\d\d)(?=\")|(?<=\"10\.\d\d\d)(?=\"))(?![\d.])")


def masked(text):
    """The text with comments and the insides of strings and heredocs as spaces; the length stays."""
    out, i, stack = list(text), 0, []

    def blank(a, b):
        for k in range(a, min(b, len(out))):
            if out[k] != "\n":
                out[k] = " "

    while i < len(text):
        c = text[i]
        if stack and stack[-1] == '"':
            if c == "\\":
                blank(i, i + 2)
                i += 2
            elif text[i:i + 2] in ("${", "%{") and text[i - 1:i] != c:
                blank(i, i + 2)
                stack.append("{")
                i += 2
            else:
                if c == '"':
                    stack.pop()
                else:
                    blank(i, i + 1)
                i += 1
            continue
        if c == '"':
            stack.append('"')
        elif c == "#" or text[i:i + 2] == "//":
            end = text.find("\n", i)
            end = len(text) if end < 0 else end
            blank(i, end)
            i = end
            continue
        elif text[i:i + 2] == "/*":
            end = text.find("*/", i + 2)
            end = len(text) if end < 0 else end + 2
            blank(i, end)
            i = end
            continue
        elif re.match(r"<<-?\w+[ \t]*\r?\n", text[i:i + 80]):
            word = re.match(r"<<-?(\w+)", text[i:i + 80]).group(1)
            end = re.compile(r"^[ \t]*%s[ \t]*\r?$" % word, re.M).search(text, i + 3)
            end = end.end() if end else len(text)
            blank(i, end)
            i = end
            continue
        elif c == "{" and stack:
            stack.append("{")
        elif c == "}" and stack:
            if stack.pop() == "{" and stack and stack[-1] == '"':
                blank(i, i + 1)
        i += 1
    return "".join(out)


def closing(mask, start):
    """Where the bracket opened at start ends."""
    depth = 0
    for k in range(start, len(mask)):
        depth += mask[k] in "{[("
        depth -= mask[k] in "}])"
        if depth == 0:
            return k
    return len(mask)


def depths(mask):
    depth, out = 0, []
    for c in mask:
        depth -= c in "}])"
        out.append(depth)
        depth += c in "{[("
    return out


def blocks(text, mask, a, b):
    """The blocks right inside text[a:b]: (type, labels, start, end of the inside)."""
    deep = depths(mask[a:b])
    for m in re.finditer(r"^[ \t]*([A-Za-z_][\w-]*)((?:[ \t]+(?:\"[ ]*\"|[\w-]+))*)[ \t]*\{", mask[a:b], re.M):
        if deep[m.start(1)] == 0:
            labels = re.findall(r"\"([^\"]*)\"|([\w-]+)", text[a + m.start(2):a + m.end(2)])
            yield m.group(1), [x or y for x, y in labels], a + m.end(), closing(mask, a + m.end() - 1)


def attributes(text, mask, a, b):
    """The attributes right inside text[a:b]: name to (start, end) of the expression."""
    deep, found = depths(mask[a:b]), {}
    for m in re.finditer(r"(?:^|\{)[ \t]*([A-Za-z_][\w-]*)[ \t]*=(?!=)[ \t]*", mask[a:b], re.M):
        if deep[m.start(1)] == 0:
            k = a + m.end()
            while k < b and not (mask[k] == "\n" and deep[k - a] == 0):
                k += 1
            found[m.group(1)] = (a + m.end(), a + m.end() + len(mask[a + m.end():k].rstrip()))
    return found


def original(path):
    """The file as the learner wrote it, whatever an earlier run made of it."""
    keep = os.path.join(".study", "keep", path)
    if not os.path.exists(keep):
        os.makedirs(os.path.dirname(keep), exist_ok=True)
        with open(path, "rb") as f, open(keep, "wb") as g:
            g.write(f.read())
    with open(keep, encoding="utf-8", errors="replace", newline="") as f:
        return f.read()


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)


def replace(text, edits):
    for a, b, new in sorted(edits, reverse=True):
        text = text[:a] + new + text[b:]
    return text


def files(*patterns):
    found = {p for pattern in patterns for p in glob.glob(pattern, recursive=True)}
    return sorted(p for p in found if os.path.isfile(p) and not p.startswith((".terraform", ".study", "zz_study")))


def line(text, k):
    return text.count("\n", 0, k) + 1


def move():
    facts = {"study": "moves", "ranges": {}, "regions": [], "other_region": OTHER_REGION, "variables": [], "providers": []}

    def other(m):
        if "/" in m.group(2) and int(m.group(2).split("/")[1]) < 16:
            return m.group(0)
        new = facts["ranges"].setdefault(m.group(1), "10.%d" % (150 + len(facts["ranges"])))
        return new + m.group(2)

    def region(m):
        if m.group(0) not in facts["regions"]:
            facts["regions"].append(m.group(0))
        return OTHER_REGION

    def moved(text):
        return REGION.sub(region, RANGE.sub(other, text))

    for path in files("*.tfvars", "*.tfvars.json"):
        write(path, moved(original(path)))
    for path in files("**/*.tf"):
        text = original(path)
        mask, edits, root = masked(text), [], os.path.dirname(path) == ""
        for kind, labels, a, b in blocks(text, mask, 0, len(text)):
            if kind == "variable":
                edits.append((a, b, moved(text[a:b])))
                names = attributes(text, mask, a, b)
                facts["variables"].append({"name": (labels or [""])[0], "root": root, "at": "%s:%d" % (path, line(text, a)),
                                           "type": "type" in names, "description": "description" in names and text[slice(*names["description"])].strip('" ') != ""})
            elif kind == "provider" and labels == ["aws"] and root:
                names = attributes(text, mask, a, b)
                inner = [(k, x, y) for k, _, x, y in blocks(text, mask, a, b) if k == "default_tags"]
                expression = None
                for _, x, y in inner:
                    tags = attributes(text, mask, x, y).get("tags")
                    expression = text[slice(*tags)] if tags else None
                facts["providers"].append({"at": "%s:%d" % (path, line(text, a)), "alias": "alias" in names,
                                           "region": text[slice(*names["region"])] if "region" in names else None, "tags": expression})
        write(path, replace(text, edits))
    for provider in facts["providers"]:
        if provider["tags"] and not provider["alias"]:
            write("zz_study_tags.tf", 'output "study_default_tags" {\n  value = %s\n}\n' % provider["tags"])
    print(json.dumps(facts))


def breaks(resource, names, value):
    """Gives the attributes of a kind of resource another value in every module of the learner's own."""
    count = 0
    for path in files("modules/**/*.tf"):
        text = original(path)
        mask, edits = masked(text), []
        for kind, labels, a, b in blocks(text, mask, 0, len(text)):
            if kind == "resource" and labels[:1] == [resource]:
                found = attributes(text, mask, a, b)
                edits += [(*found[n], value) for n in names if n in found]
        count += len(edits)
        write(path, replace(text, edits))
    print("%d changed" % count)
    sys.exit(0 if count else 1)


if __name__ == "__main__":
    MODE = sys.argv[1]
    if MODE == "move":
        move()
    elif MODE == "dns":
        breaks("aws_vpc", ["enable_dns_hostnames"], "false")
    elif MODE == "zones":
        breaks("aws_subnet", ["availability_zone"], '"ap-northeast-2a"')
