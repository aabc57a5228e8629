"""What the operators share: edits of lines, and changes of single words."""
import re
from typing import NamedTuple


class Edit(NamedTuple):
    """One change to a file: the line it is told by (from 1), its operator, and the new lines."""
    line: int
    operator: str
    lines: list


def replaced(lines, index, operator, *new):
    """The edit that puts `new` in the place of one line."""
    return Edit(index + 1, operator, lines[:index] + list(new) + lines[index + 1:])


def dropped(lines, first, last, operator):
    """The edit that removes the lines from `first` to `last`, both included."""
    return Edit(first + 1, operator, lines[:first] + lines[last + 1:])


def indent(line):
    return len(line) - len(line.lstrip(" "))


def is_blank(line, comment="#"):
    stripped = line.strip()
    return not stripped or stripped.startswith(comment)


def spliced(line, start, end, new):
    return line[:start] + new + line[end:]


def changed_number(digits):
    """Another number of the same look: one more, so that a port, a bound or a count is off."""
    if "." in digits:
        whole, part = digits.split(".", 1)
        return f"{int(whole) + 7}.{part}"
    return str(int(digits) + 1)


def flipped_booleans(lines, index, visible):
    """Flips each `true` or `false` that `visible`, the line without its texts, shows."""
    for found in re.finditer(r"(?<![\w.-])(true|false)(?![\w.-])", visible):
        new = "false" if found.group() == "true" else "true"
        yield replaced(lines, index, "flip-boolean",
                       spliced(lines[index], found.start(), found.end(), new))


def other_range(cidr):
    """The ranges that replace one: the whole world (or a private one for that), and a narrower."""
    address, bits = cidr.split("/")
    if cidr == "0.0.0.0/0":
        return [("narrow-range", "10.0.0.0/8")]
    changed = [("widen-range", "0.0.0.0/0")]
    if int(bits) + 13 <= 32:
        changed.append(("narrow-range", f"{address}/{int(bits) + 13}"))
    return changed


def elements(inside):
    """The parts of a list between its brackets, as (start, end): commas in texts don't count."""
    parts, depth, quote, start = [], 0, "", 0
    for at, letter in enumerate(inside):
        if quote:
            quote = "" if letter == quote and inside[at - 1] != "\\" else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        elif letter == "," and depth == 0:
            parts.append((start, at))
            start = at + 1
    parts.append((start, len(inside)))
    return [part for part in parts if inside[part[0]:part[1]].strip()]


def without_element(inside, parts, number):
    kept = [inside[a:b].strip() for at, (a, b) in enumerate(parts) if at != number]
    return ", ".join(kept)


def ignore_file(lines):
    """A list of patterns: drop one."""
    for index, line in enumerate(lines):
        if not is_blank(line):
            yield dropped(lines, index, index, "drop-line")


def plain(lines):
    """A file of no kind known here: drop a line, flip a boolean, change a number."""
    for index, line in enumerate(lines):
        if is_blank(line) or not re.search(r"\w", line):
            continue
        yield dropped(lines, index, index, "drop-line")
        yield from flipped_booleans(lines, index, line)
        for found in re.finditer(r"(?<![\w.])\d+(?![\w.])", line):
            yield replaced(lines, index, "change-number", spliced(
                line, found.start(), found.end(), changed_number(found.group())))
