"""Operators for YAML: compose files, Kubernetes manifests, workflows and the commands in them."""
import re

import shell
from text import (
    Edit, changed_number, dropped, elements, flipped_booleans, indent, is_blank, other_range,
    replaced, spliced, without_element)

KEY = re.compile(r'^(\s*(?:- )*)("[^"]+"|[^\s#"\'\[{][^:#]*?):(\s+|$)(.*)$')
ITEM = re.compile(r"^(\s*)- +(.*)$")
BLOCK = re.compile(r"^[|>][-+\d]*\s*(#.*)?$")
# What only people read, in workflows.
PROSE = {"name", "description", "title", "summary"}
# A bound that is one more is as right; a hundred times as much is none.
BOUND = re.compile(r"minutes|seconds|timeout|retries|limit|period|days|depth|interval|pids", re.I)


def mutants(lines, path=""):
    """All edits of one file."""
    blocks = block_scalars(lines)
    inside = {at for first, last in blocks.values() for at in range(first, last + 1)}
    for index, line in enumerate(lines):
        if index in inside or is_blank(line) or line.startswith("---"):
            continue
        key, column, value = scalar(line)
        if path.startswith(".github/") and key in PROSE and value:
            continue
        yield from dropping(lines, index)
        if value and not BLOCK.match(value):
            yield from values(lines, index, key, column, value)
    for header, (first, last) in blocks.items():
        yield from block(lines, header, first, last)


def block_scalars(lines):
    """The lines of each `|` or `>`, by the line that opens it."""
    found, at = {}, 0
    while at < len(lines):
        value = scalar(lines[at])[2]
        if not is_blank(lines[at]) and BLOCK.match(value):
            # A list's `- |` is indented by its dash, a key's by the key.
            own, last = indent(lines[at]), at
            while last + 1 < len(lines) and (
                    not lines[last + 1].strip() or indent(lines[last + 1]) > own):
                last += 1
            while not lines[last].strip():
                last -= 1
            if last > at:
                found[at] = (at + 1, last)
            at = last
        at += 1
    return found


def scalar(line):
    """(key, column of the value, value) of a line, without its comment."""
    found = KEY.match(line)
    if found:
        key, column, value = found.group(2).strip('"'), found.start(4), found.group(4)
    else:
        found = ITEM.match(line)
        if not found:
            return "", 0, ""
        key, column, value = "", found.start(2), found.group(2)
    return key, column, re.sub(r"(^|\s+)#.*$", "", value).rstrip()


def extent(lines, index, column):
    """The last line that belongs to what starts on `index` at `column`."""
    key = KEY.match(lines[index])
    last = index
    for at in range(index + 1, len(lines)):
        if is_blank(lines[at]):
            continue
        deeper = indent(lines[at]) > column
        listed = (key and not key.group(4).strip() and indent(lines[at]) == column
                  and lines[at].lstrip().startswith("- "))
        if not deeper and not listed:
            break
        last = at
    return last


def dropping(lines, index):
    """Drops a key with all below it, or an item of a list."""
    line = lines[index]
    item, key = ITEM.match(line), KEY.match(line)
    if item:
        yield dropped(lines, index, extent_of_item(lines, index), "drop-item")
    if key:
        column = len(key.group(1))
        last = extent(lines, index, column)
        edit = dropped(lines, index, last, "drop-key")
        if item:
            if last + 1 >= len(lines) or indent(lines[last + 1]) != column:
                return
            # The dash goes on to the next key of the item.
            edit.lines[index] = key.group(1) + edit.lines[index][column:]
        yield edit


def extent_of_item(lines, index):
    last = index
    for at in range(index + 1, len(lines)):
        if is_blank(lines[at]):
            continue
        if indent(lines[at]) <= indent(lines[index]):
            break
        last = at
    return last


def values(lines, index, key, column, value):
    """Changes one value, by what it looks like."""
    line, end = lines[index], column + len(value)

    def put(operator, new):
        return replaced(lines, index, operator, spliced(line, column, end, new))

    if value[0] == "[" and value[-1] == "]":
        parts = elements(value[1:-1])
        for number in range(len(parts)):
            yield put("drop-element", "[" + without_element(value[1:-1], parts, number) + "]")
        return
    if value[0] in "{&*!":
        return
    quote = value[0] if value[0] in "\"'" and value[-1] == value[0] else ""
    bare = value.strip(quote) if quote else value
    if key == "run":
        for edit in shell.mutants([value], pipefail=False):
            if len(edit.lines) == 1 and edit.lines != [":"]:
                yield put(edit.operator, edit.lines[0])
    elif bare in ("true", "false"):
        yield from flipped_booleans(lines, index, " " * column + bare)
        if quote:
            yield put("flip-boolean", quote + ("false" if bare == "true" else "true") + quote)
    else:
        for operator, new in changed(key, bare, line):
            yield put(operator, quote + new + quote)


def changed(key, text, line):
    """What takes the place of a scalar."""
    number = re.fullmatch(r"(\d+(?:\.\d+)?)([A-Za-z%]*)", text)
    if number:
        digits, unit = number.groups()
        if float(digits) and (unit or BOUND.search(key)):
            yield "change-number", f"{digits}00{unit}" if "." not in digits else f"9{digits}{unit}"
        else:
            yield "change-number", changed_number(digits)
        return
    version = re.search(r"#\s*(v[\w.]+)", line)
    if re.search(r"@sha256:\w+", text):
        yield "unpin", re.sub(r"@sha256:\w+", "", text)
    elif version and re.search(r"@[0-9a-f]{40}$", text):
        yield "unpin", re.sub(r"@[0-9a-f]{40}$", "@" + version.group(1), text)
        yield "change-name", re.sub(r"@([0-9a-f]{39}).$", r"@\1", text)
    elif re.fullmatch(r"\d+\.\d+\.\d+\.\d+/\d+", text):
        yield from other_range(text)
    elif "${{ secrets." in text:
        yield "write-in", re.sub(r"\$\{\{ secrets\.\w+ \}\}", "in-plain-sight", text)
    elif text == "read":
        yield "widen-right", "write"
    elif text and "\\" not in text:
        yield "rename", re.sub(r"(\]?)$", r"x\1", text, count=1)
    if text.startswith("127.0.0.1:"):
        yield "widen-address", text.removeprefix("127.0.0.1:")
    for port in re.finditer(r"(?<=:)\d{2,5}(?=[:/]|$)|^\d+(?=:)", text):
        yield "change-number", spliced(
            text, port.start(), port.end(), changed_number(port.group()))


def block(lines, header, first, last):
    """Changes the lines of a block: commands by the shell's operators, other text line by line."""
    key = scalar(lines[header])[0]
    margin = min(indent(line) for line in lines[first:last + 1] if line.strip())
    body = [line[margin:] for line in lines[first:last + 1]]
    above = " ".join(lines[max(0, header - 2):header])
    if key in ("run", "command", "script", "args") or re.search(r"-c\b", above):
        edits = shell.mutants(body, pipefail=None)
    else:
        edits = (dropped(body, at, at, "drop-line") for at, line in enumerate(body)
                 if not is_blank(line))
    for edit in edits:
        if edit.lines:
            body = [" " * margin + line if line else line for line in edit.lines]
            yield Edit(first + edit.line, edit.operator,
                       lines[:first] + body + lines[last + 1:])
