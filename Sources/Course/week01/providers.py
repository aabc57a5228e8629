# Which providers a configuration has, so that each gets a stand-in before anything is applied or tested.
# Usage: providers.py mock     rewrites .study/study.tftest.hcl, prints what can't get one
#        providers.py tests    prints what the learner's own tests don't mock
import json
import os
import re
import sys

from rewrite import attributes, blocks, files, line, masked

# They reach nothing outside the machine.
LOCAL = {"random", "null", "local", "tls", "time", "archive", "external", "cloudinit", "template", "terraform"}
TEST = ".study/study.tftest.hcl"


def read(path):
    with open(path, encoding="utf-8", errors="replace", newline="") as f:
        text = f.read()
    return text, masked(text)


def word(text, span):
    return text[slice(*span)].strip(' "')


def of_json(path):
    """Provider configurations and resource types of a file in JSON."""
    try:
        with open(path, encoding="utf-8") as f:
            document = json.load(f)
    except ValueError:
        return [], set()
    if not isinstance(document, dict):
        return [], set()
    found, types = [], set()
    providers = document.get("provider", {})
    for part in providers if isinstance(providers, list) else [providers]:
        for name, each in part.items() if isinstance(part, dict) else []:
            for one in each if isinstance(each, list) else [each]:
                alias = one.get("alias") if isinstance(one, dict) else None
                found.append({"name": name, "alias": alias, "at": path})
    for kind in ("resource", "data"):
        if isinstance(document.get(kind), dict):
            types |= set(document[kind])
    return found, types


def configurations(paths):
    """Provider blocks of files, and the names of the providers that their resources are of."""
    found, names = [], set()
    for path in paths:
        if path.endswith(".json"):
            own, types = of_json(path)
        else:
            text, mask = read(path)
            own, types = [], set()
            for kind, labels, a, b in blocks(text, mask, 0, len(text)):
                if kind == "provider" and labels:
                    alias = attributes(text, mask, a, b).get("alias")
                    own.append({"name": labels[0], "alias": word(text, alias) if alias else None,
                                "at": "%s:%d" % (path, line(text, a))})
                elif kind in ("resource", "data", "ephemeral") and labels:
                    types.add(labels[0])
        found += own
        names |= {t.split("_")[0] for t in types} | {p["name"] for p in own}
    return found, names - LOCAL


def root_files():
    return files("*.tf", "*.tf.json")


def inner_files():
    return [p for p in files("**/*.tf", "**/*.tf.json") if os.path.dirname(p)]


def wanted():
    """The providers of the root module, as (name, alias), and blocks in modules within."""
    own, names = configurations(root_files())
    inner, inner_names = configurations(inner_files())
    pairs = {(n, None) for n in names | inner_names} | {(p["name"], p["alias"]) for p in own if p["name"] not in LOCAL}
    return pairs, [p for p in inner if p["name"] not in LOCAL]


def mock():
    pairs, inner = wanted()
    with open(TEST, encoding="utf-8") as f:
        text = f.read()
    block = re.search(r'^mock_provider "aws" \{\n(.*?)^\}\n', text, re.M | re.S)
    more = ""
    for name, alias in sorted(pairs - {("aws", None)}, key=str):
        head = '  alias = "%s"\n' % alias if alias else ""
        more += '\nmock_provider "%s" {\n%s%s}\n' % (name, head, block.group(1) if name == "aws" else "")
    with open(TEST, "w", encoding="utf-8") as f:
        f.write(text[:block.end()] + more + text[block.end():])
    print(json.dumps({"study": "providers", "inner": inner}))


def tests():
    pairs, _ = wanted()
    report = []
    for path in files("*.tftest.hcl", "tests/*.tftest.hcl", "*.tftest.json", "tests/*.tftest.json"):
        if path.endswith(".json"):
            report.append({"file": path, "json": True})
            continue
        text, mask = read(path)
        mocked, real, roots = set(), [], 0
        for kind, labels, a, b in blocks(text, mask, 0, len(text)):
            alias = attributes(text, mask, a, b).get("alias") if kind in ("provider", "mock_provider") else None
            pair = ((labels or [""])[0], word(text, alias) if alias else None)
            if kind == "mock_provider":
                mocked.add(pair)
            elif kind == "provider" and pair[0] not in LOCAL:
                real.append({"name": pair[0], "alias": pair[1], "line": line(text, a)})
            elif kind == "run":
                roots += not any(k == "module" for k, _, _, _ in blocks(text, mask, a, b))
        if not any(k == "run" for k, _, _, _ in blocks(text, mask, 0, len(text))):
            continue
        # A module that a run names has no configurations of its own to be met but by their names.
        needed = pairs if roots else {p for p in pairs if p[1] is None}
        missing = sorted(needed - mocked, key=str)
        report.append({"file": path, "real": real, "missing": [{"name": n, "alias": a} for n, a in missing]})
    print(json.dumps({"study": "mocks", "tests": report}))


if __name__ == "__main__":
    {"mock": mock, "tests": tests}[sys.argv[1]]()
