"""The mutants of an answer's files: made the same way every time, each with an id and a digest."""
import difflib
import hashlib
import json
import re
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import NamedTuple

import docker
import hcl
import python
import shell
import text
import yamls

NEVER = {".md", ".txt", ".png", ".svg", ".lock", ".sum"}


class Mutant(NamedTuple):
    """One file of an answer with one change in it."""
    week: int
    path: str
    line: int
    operator: str
    digest: str
    before: str
    after: str

    @property
    def id(self):
        return f"week{self.week:02}/{self.path}:{self.line}/{self.operator}"

    def diff(self, around=3):
        return list(difflib.unified_diff(
            self.before.splitlines(), self.after.splitlines(), f"a/{self.path}", f"b/{self.path}",
            lineterm="", n=around))


def kind(path, content):
    """The operators for a file, or nothing if it isn't mutated."""
    name = PurePosixPath(path).name
    suffix = PurePosixPath(path).suffix
    first = content.split("\n", 1)[0]
    if name in (".gitignore", ".dockerignore"):
        return text.ignore_file
    if suffix in NEVER:
        return None
    if suffix in (".tf", ".hcl", ".tfvars"):
        return hcl.mutants
    if name.split(".")[0] in ("Dockerfile", "Containerfile"):
        return docker.mutants
    if suffix in (".yaml", ".yml"):
        return yamls.mutants
    if suffix == ".py" or re.match(r"#!.*python", first):
        return python.mutants
    if suffix in (".sh", ".bash") or re.match(r"#!.*\b(ba|da)?sh\b", first):
        return shell.mutants
    return text.plain


def of_file(week, path, content, beside=""):
    """The mutants of one file; `beside` is the text of the files of the same kind next to it."""
    operators = kind(path, content)
    if operators is None or not content.strip():
        return []
    lines = content.split("\n")
    extra = {hcl.mutants: {"beside": beside}, yamls.mutants: {"path": path}}.get(operators, {})
    found, seen, names, digests = [], {content.strip()}, {}, {}
    for edit in operators(lines, **extra):
        after = "\n".join(edit.lines)
        # No change but in white space is a change; twice the same is one mutant.
        key = "\n".join(line.rstrip() for line in edit.lines if line.strip())
        if key in seen or after.strip() == content.strip() or not after.strip():
            continue
        if path.endswith(".json") and not is_json(after):
            continue
        seen.add(key)
        base = (edit.line, edit.operator)
        names[base] = names.get(base, 0) + 1
        operator = edit.operator + (f"-{names[base]}" if names[base] > 1 else "")
        mutant = Mutant(week, path, edit.line, operator, "", content, after)
        digest = hunk(mutant._replace(operator=edit.operator))
        digests[digest] = digests.get(digest, 0) + 1
        if digests[digest] > 1:
            digest = hashlib.sha256(f"{digest} {digests[digest]}".encode()).hexdigest()[:10]
        found.append(mutant._replace(digest=digest))
    return found


def is_json(content):
    try:
        json.loads(content)
    except ValueError:
        return False
    return True


def hunk(mutant):
    """Names the change and two lines around it, wherever in the file they stand."""
    told = [line for line in mutant.diff(around=2)[2:] if not line.startswith("@@")]
    name = f"{mutant.path} {mutant.operator}\n" + "\n".join(told)
    return hashlib.sha256(name.encode()).hexdigest()[:10]


def matches(glob, path):
    """Whether a path fits a task's glob: `*` stays within one folder, `**` doesn't."""
    return fits(glob.split("/"), path.split("/"))


def fits(parts, names):
    if not parts:
        return not names
    if parts[0] == "**":
        return fits(parts[1:], names) or bool(names) and fits(parts, names[1:])
    return bool(names) and fnmatchcase(names[0], parts[0]) and fits(parts[1:], names[1:])
