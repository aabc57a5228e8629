"""Operators for shell scripts, and for commands in workflows and compose files."""
import re
import subprocess
from functools import lru_cache
from typing import NamedTuple

from text import Edit, changed_number, dropped, indent, is_blank, replaced, spliced

COMPOUND = re.compile(r"^(if|while|until|for|case|select|\{|\(|[\w-]+\s*\(\)|function\b)")
CLAUSE = re.compile(r"^(then|else|elif|do|done|fi|esac|;;|\}|\)|[^\s()]+\))")
# Commands that can't fail, or whose failure nobody meets: `|| true` leaves them as they were.
CANNOT_FAIL = re.compile(
    r"^(echo|printf|trap|umask|exit|return|continue|break|shift|set|export \w+$"
    r"|(export )?[A-Za-z_]\w*=(?!.*\$\([^(])(?!.*\$\{[^}]*:\?))")
ASSIGNMENT = re.compile(r"^([A-Za-z_]\w*)=")


class Statement(NamedTuple):
    first: int
    last: int
    compound: bool


@lru_cache(maxsize=None)
def parses(text):
    """Whether bash takes the text as whole commands."""
    told = subprocess.run(["bash", "-n"], input=text, text=True, capture_output=True, check=False)
    return told.returncode == 0 and not told.stderr


def statements(lines, first=0, end=None):
    """The statements of a range of lines, and those within them, outermost first."""
    end = len(lines) if end is None else end
    at = first
    while at < end:
        if is_blank(lines[at]) or CLAUSE.match(lines[at].strip()):
            at += 1
            continue
        last = next((j for j in range(at, end) if not lines[j].endswith("\\")
                     and parses("\n".join(lines[at:j + 1]) + "\n")), None)
        if last is None:
            at += 1
            continue
        compound = bool(COMPOUND.match(lines[at].strip()))
        yield Statement(at, last, compound)
        if compound:
            yield from statements(lines, at + 1, last)
        elif last > at and lines[at].rstrip().endswith("'"):
            # A script within a quoted argument.
            for inner in range(at + 1, last):
                if not is_blank(lines[inner]) and parses(lines[inner]):
                    yield Statement(inner, inner, False)
        at = last + 1


def mutants(lines, pipefail=None):
    """All edits of one script that bash still takes as one."""
    if pipefail is None:
        pipefail = any(re.match(r"\s*set -.*pipefail", line) for line in lines)
    found = list(statements(lines))
    for edit in edits(lines, found, pipefail):
        if parses("\n".join(edit.lines) + "\n"):
            yield edit


def edits(lines, found, pipefail):
    for statement in found:
        first, last, compound = statement
        if re.match(r"^\s*set -", lines[first]):
            yield from weaker_set(lines, first)
        yield dropped_statement(lines, statement)
        if compound:
            yield from negations(lines, first)
            yield from flags(lines, first)
            yield from numbers(lines, first)
            continue
        yield from careless(lines, statement, pipefail)
        for index in range(first, last + 1):
            yield from flags(lines, index)
            yield from numbers(lines, index)
    yield from swaps(lines, [s for s in found if not s.compound])


def dropped_statement(lines, statement):
    """Drops a command, or a whole `if` or loop; alone in its block, `:` takes its place."""
    first, last, compound = statement
    operator = "drop-block" if compound else "drop-line"
    edit = dropped(lines, first, last, operator)
    if parses("\n".join(edit.lines) + "\n"):
        return edit
    return Edit(first + 1, operator,
                lines[:first] + [" " * indent(lines[first]) + ":"] + lines[last + 1:])


def weaker_set(lines, index):
    """Drops `-e`, and `pipefail`, from `set -euo pipefail`."""
    line = lines[index]
    if re.search(r"set -\w*e", line):
        yield replaced(lines, index, "drop-set-e", re.sub(r"set -(\w*)e", r"set -\1", line, 1))
    if re.search(r"o pipefail", line):
        yield replaced(lines, index, "drop-pipefail",
                       re.sub(r"o pipefail", "", line).rstrip().removesuffix(" -"))


def careless(lines, statement, pipefail):
    """Loses a command's failure: `|| true`, in the background, piped into `tee`."""
    first, last, _ = statement
    command = lines[first].strip()
    if CANNOT_FAIL.match(command) or re.search(r"\|\|\s*true$|&$|<<", lines[last]):
        return
    ends = [("background", " &")]
    if " || " not in lines[last]:
        ends.append(("or-true", " || true"))
    if not pipefail and not ASSIGNMENT.match(command):
        ends.append(("pipe-tee", " | tee /dev/null"))
    for operator, end in ends:
        code, comment = without_comment(lines[last])
        edit = replaced(lines, last, operator, code + end + comment)
        yield Edit(first + 1, operator, edit.lines)


def without_comment(line):
    found = re.search(r"\s+# .*$", line)
    return (line, "") if found is None else (line[:found.start()], found.group())


def flags(lines, index):
    """Drops each flag of a command; those of `set` and of tests are its meaning."""
    line = lines[index]
    if re.match(r"^\s*(set|\[|if \[|while \[|elif \[|umask|#)", line):
        return
    code = without_comment(line)[0]
    for found in re.finditer(r"(?<=\s)(--?[A-Za-z][\w-]*)(=[^\s;|&)'\"]+)?(?=[\s)'\"]|$)", code):
        before = code[:found.start()]
        if re.search(r"\[\[?\s*(!\s*)?$", before) or re.search(r"\[\s[^\]]*$", before):
            continue
        if before.count('"') % 2 and "$(" not in before and "-c" not in before:
            continue
        yield replaced(lines, index, "drop-flag", (
            line[:found.start()].rstrip() + " " + line[found.end():].lstrip()).rstrip())


def numbers(lines, index):
    """Changes each number; a failing `exit` becomes a good one."""
    line = without_comment(lines[index])[0]
    for found in re.finditer(r"(?<![\w.$/:%&>-])\d+(?![\w.%>]|\{)", line):
        new = changed_number(found.group())
        if re.search(r"\b(exit|return) $", line[:found.start()]):
            new = "0" if found.group() != "0" else "1"
        yield replaced(lines, index, "change-number", spliced(
            lines[index], found.start(), found.end(), new))


def negations(lines, index):
    """Turns the condition of an `if` round."""
    found = re.match(r"^(\s*(?:if|while|until) )(! )?", lines[index])
    if found and not re.search(r"while read|while IFS", lines[index]):
        new = found.group(1) + ("" if found.group(2) else "! ")
        yield replaced(lines, index, "negate-if", new + lines[index][found.end():])


def swaps(lines, found):
    """Swaps two commands that follow each other, unless neither can notice."""
    for one, two in zip(found, found[1:]):
        between = lines[one.last + 1:two.first]
        if one.last >= two.first or any(not is_blank(line) for line in between):
            continue
        if indent(lines[one.first]) != indent(lines[two.first]) or independent(lines, one, two):
            continue
        yield Edit(one.first + 1, "swap-lines", lines[:one.first]
                   + lines[two.first:two.last + 1] + between + lines[one.first:one.last + 1]
                   + lines[two.last + 1:])


def independent(lines, one, two):
    """Assignments that don't read each other, words to the reader, `set -e` and what can't fail."""
    texts = ["\n".join(lines[s.first:s.last + 1]).strip() for s in (one, two)]
    if all(re.match(r"echo|printf", text) for text in texts):
        return True
    if texts[0].startswith("set -"):
        return bool(CANNOT_FAIL.match(texts[1]))
    names = [ASSIGNMENT.match(text) for text in texts]
    if not all(names):
        return False
    reads = [re.search(rf"\$\{{?{name.group(1)}\b", text)
             for name, text in zip(names, reversed(texts))]
    return not any(reads) and names[0].group(1) != names[1].group(1)
