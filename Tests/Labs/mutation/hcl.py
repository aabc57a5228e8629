"""Operators for Terraform and other HCL, tests among it."""
import re

from text import (
    changed_number, dropped, elements, flipped_booleans, is_blank, other_range, replaced, spliced,
    without_element)

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
CIDR = re.compile(r"\d+\.\d+\.\d+\.\d+/\d+")
# What only people read. Another wording is as right.
PROSE = re.compile(r"^\s*(description|error_message)\s*=")
HEADER = re.compile(r'^\s*[a-z_]+(\s+"[^"]*")*\s*\{')
SWAPS = {"==": "!=", "!=": "==", ">=": "<", "<=": ">", "&&": "||", "||": "&&"}


def mutants(lines, beside=""):
    """All edits of one file; `beside` is the text of the module's other files."""
    shown = [visible(line) for line in lines]
    names = declared("\n".join(lines) + beside)
    for index, line in enumerate(lines):
        if is_blank(line) or is_blank(line, "//"):
            continue
        yield from dropping(lines, shown, index)
        if PROSE.match(line):
            continue
        yield from flipped_booleans(lines, index, shown[index])
        yield from numbers(lines, shown, index)
        yield from ranges(lines, index)
        yield from strings(lines, index)
        yield from shorter_lists(lines, shown, index)
        yield from comparisons(lines, shown, index)
        yield from references(lines, shown, index, names)


def visible(line):
    """The line, as long as it was, with texts and comments blanked."""
    line = STRING.sub(lambda found: '"' + "_" * (len(found.group()) - 2) + '"', line)
    cut = re.search(r"#|//", line)
    return line if cut is None else line[:cut.start()] + " " * (len(line) - cut.start())


def depth(shown):
    return sum(shown.count(c) for c in "{[(") - sum(shown.count(c) for c in "}])")


def closing(shown, index):
    """The line that closes what `index` opens."""
    level = 0
    for at in range(index, len(shown)):
        level += depth(shown[at])
        if level <= 0:
            return at
    return None


def dropping(lines, shown, index):
    """Drops an attribute, a block, or an element of a list that has a line of its own."""
    opened = depth(shown[index])
    if opened > 0:
        last = closing(shown, index)
        if last is not None:
            yield dropped(lines, index, last, "drop-block")
    elif opened == 0 and re.match(r'^\s*"?[\w-]+"?(\s*=|\s+"|\s*\{)', lines[index]):
        yield dropped(lines, index, index, "drop-line")
    elif opened == 0 and lines[index].rstrip().endswith(","):
        yield dropped(lines, index, index, "drop-element")


def numbers(lines, shown, index):
    """Changes each number, written bare or as a text of its own."""
    line = lines[index]
    for found in re.finditer(r"(?<![\w.\"])\d+(\.\d+)?(?![\w.])", shown[index]):
        yield replaced(lines, index, "change-number", spliced(
            line, found.start(), found.end(), changed_number(found.group())))
    for found in re.finditer(r'"(\d+)"', line):
        yield replaced(lines, index, "change-number", spliced(
            line, found.start(1), found.end(1), changed_number(found.group(1))))


def ranges(lines, index):
    """Widens and narrows each range of addresses."""
    for found in CIDR.finditer(lines[index]):
        for operator, new in other_range(found.group()):
            yield replaced(lines, index, operator, spliced(
                lines[index], found.start(), found.end(), new))


def strings(lines, index):
    """Renames a text: a zone becomes its neighbour, a protocol another, a version any later one."""
    line = lines[index]
    if HEADER.match(line) and not line.rstrip().endswith("}"):
        return
    for found in STRING.finditer(line):
        inside = found.group()[1:-1]
        if CIDR.search(inside) or inside.isdigit() or "${" in inside or not inside:
            continue
        operator, new = renamed(inside)
        yield replaced(lines, index, operator, spliced(
            line, found.start() + 1, found.end() - 1, new))


def renamed(text):
    if text in ("tcp", "udp"):
        return "change-protocol", "-1"
    if text == "-1":
        return "change-protocol", "tcp"
    if text.startswith("~>"):
        return "loosen-version", text.replace("~>", ">=")
    if re.fullmatch(r"[a-z]+(-[a-z]+)+-\d[a-z]", text):
        return "change-zone", text[:-1] + ("b" if text[-1] == "a" else "a")
    return "rename", text + "x"


def shorter_lists(lines, shown, index):
    """Drops each element of a list that stands on one line."""
    for found in re.finditer(r"(?<![\w\]])\[([^\[\]]+)\]", shown[index]):
        inside = lines[index][found.start(1):found.end(1)]
        parts = elements(inside)
        for number in range(len(parts)):
            yield replaced(lines, index, "drop-element", spliced(
                lines[index], found.start(1), found.end(1),
                without_element(inside, parts, number)))


def comparisons(lines, shown, index):
    """Turns each comparison into its opposite, and `&&` into `||`."""
    for found in re.finditer(r"==|!=|>=|<=|&&|\|\|", shown[index]):
        yield replaced(lines, index, "flip-comparison", spliced(
            lines[index], found.start(), found.end(), SWAPS[found.group()]))


def declared(text):
    """The names of the resources, by their type."""
    names = {}
    for kind, name in re.findall(r'^resource\s+"([^"]+)"\s+"([^"]+)"', text, re.M):
        names.setdefault(kind, []).append(name)
    return names


def references(lines, shown, index, names):
    """Points a reference at another resource of the same type."""
    for kind, known in names.items():
        for found in re.finditer(rf"(?<![\w.]){kind}\.(\w+)", shown[index]):
            others = [name for name in known if name != found.group(1)]
            if others:
                yield replaced(lines, index, "swap-reference", spliced(
                    lines[index], found.start(1), found.end(1), others[0]))
