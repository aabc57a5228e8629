"""Operators for Dockerfiles."""
import re
from typing import NamedTuple

from text import Edit, changed_number, dropped, is_blank, replaced, spliced


class Instruction(NamedTuple):
    first: int
    last: int
    word: str


def instructions(lines):
    """The instructions, with their continued lines."""
    found, at = [], 0
    while at < len(lines):
        if is_blank(lines[at]):
            at += 1
            continue
        last = at
        while last + 1 < len(lines) and (
                lines[last].rstrip().endswith("\\") or lines[last].strip().startswith("#")):
            last += 1
        found.append(Instruction(at, last, lines[at].split()[0].upper()))
        at = last + 1
    return found


def mutants(lines):
    """All edits of one Dockerfile."""
    found = instructions(lines)
    for instruction in found:
        first, last, word = instruction
        yield dropped(lines, first, last, "drop-instruction")
        for index in range(first, last + 1):
            if not is_blank(lines[index]):
                yield from flags(lines, index)
                yield from numbers(lines, index, word)
        if last > first:
            yield from shorter(lines, instruction)
        yield from by_word(lines, instruction)
    yield from swaps(lines, found)


# Flags whose next word isn't their value.
BARE = r"--(?:no-[\w-]+|system|yes|quiet|silent|disabled-password|link|only-binary|user)(?![\w=-])"


def flags(lines, index):
    """Drops each flag, with its value."""
    for found in re.finditer(
            rf"(?<=\s)(?:{BARE}|--[a-z][\w-]*(?:=\S+|\s+[^\s\\&|-][^\s\\]*)?)", lines[index]):
        yield replaced(lines, index, "drop-flag", (
            lines[index][:found.start()] + lines[index][found.end():].lstrip()).rstrip())


def numbers(lines, index, word):
    """Changes each number: a port, a user's id, a duration becomes a thousand times as long."""
    if word in ("FROM", "COPY", "ADD"):
        return
    for found in re.finditer(r"(?<![\w.@/-])(\d+)(s|m|ms)?(?![\w.])", lines[index]):
        unit = found.group(2) or ""
        new = f"{found.group(1)}000{unit}" if unit else changed_number(found.group(1))
        yield replaced(lines, index, "change-number", spliced(
            lines[index], found.start(), found.end(), new))


def shorter(lines, instruction):
    """Drops one of the lines that a continued instruction has."""
    first, last, word = instruction
    for index in range(first + 1, last + 1):
        if is_blank(lines[index]):
            continue
        new = list(lines)
        if index == last:
            new[index - 1] = re.sub(r"\s*\\$", "", new[index - 1])
        del new[index]
        yield Edit(index + 1, "drop-line", new)
    if word in ("ENV", "RUN", "LABEL"):
        head = lines[first].split()[0]
        rest = re.sub(r"^\s*(&&\s*)?", "", lines[first + 1])
        yield Edit(first + 1, "drop-line",
                   lines[:first] + [f"{head} {rest}"] + lines[first + 2:])


def by_word(lines, instruction):
    """What only one instruction has: the base's tag and digest, the user, the form of a command."""
    first, last, word = instruction
    line = lines[first]
    if word == "FROM":
        if "@sha256:" in line:
            yield replaced(lines, first, "unpin", re.sub(r"@sha256:\w+", "", line))
        loose = re.sub(r"@sha256:\w+", "", line)
        if re.search(r":[\w.-]+", loose):
            yield replaced(lines, first, "change-tag", re.sub(r":[\w.-]+", ":latest", loose, 1))
            yield replaced(lines, first, "drop-tag", re.sub(r":[\w.-]+", "", loose, 1))
    elif word == "USER":
        for user in ("root", "0", "nobody"):
            yield replaced(lines, first, "change-user", f"USER {user}")
    elif word in ("COPY", "ADD"):
        words = line.split()
        if len(words) == 3:
            yield replaced(lines, first, "widen-copy", f"{word} . .")
            yield replaced(lines, first, "change-name", line.rstrip("/") + "x/")
    elif word == "WORKDIR":
        yield replaced(lines, first, "change-name", line + "x")
    elif word == "RUN":
        yield replaced(lines, last, "or-true", lines[last] + " || true")
    last_line = lines[last]
    found = re.search(r"\[(.*)\]$", last_line)
    if word in ("CMD", "ENTRYPOINT", "HEALTHCHECK") and found:
        words = re.findall(r'"((?:[^"\\]|\\.)*)"', found.group(1))
        quoted = [f'"{w}"' if re.search(r"[\s;()]", w) else w for w in words]
        yield replaced(lines, last, "shell-form",
                       last_line[:found.start()] + " ".join(quoted))
        for number in range(len(words)):
            left = ", ".join(f'"{w}"' for at, w in enumerate(words) if at != number)
            yield replaced(lines, last, "drop-element",
                           spliced(last_line, found.start(1), found.end(1), left))


def swaps(lines, found):
    """Swaps two instructions that follow each other, where the order can matter."""
    settled = {"EXPOSE", "CMD", "HEALTHCHECK", "STOPSIGNAL", "LABEL", "ENTRYPOINT"}
    for one, two in zip(found, found[1:]):
        if one.word in settled or two.word in settled:
            continue
        between = lines[one.last + 1:two.first]
        yield Edit(one.first + 1, "swap-lines", lines[:one.first]
                   + lines[two.first:two.last + 1] + between + lines[one.first:one.last + 1]
                   + lines[two.last + 1:])
