"""The two lists of mutants that pass: those that are still right, and the known gaps.

A line is `ID DIGEST REASON`. The digest names the change with the two lines around it, so an entry
outlives lines that move, and dies with the change it was written for. The line in the id is for
people.
"""
import re
from typing import NamedTuple

from course import Fault
from stages import read

HEADS = {
    "right": "# Mutants that pass and are still right work by the task's text: ID DIGEST REASON.\n"
             "# `Tests/Labs/mutate --show ID` prints one. Read the task before you add one.\n",
    "gaps": "# Known gaps: mutants that pass and shouldn't, until a check is mended: ID DIGEST "
            "NOTE.\n"
            "# `Tests/Labs/mutate --all --gaps` writes this anew.\n",
}


class Entry(NamedTuple):
    id: str
    digest: str
    reason: str


class Lists:
    """The entries, and the mutants that they are about."""

    def __init__(self, folder, made):
        self.folder = folder
        self.entries, self.of, self.stale = {}, {}, []
        by_key = {key(mutant.id, mutant.digest): mutant for mutant in made}
        for name in HEADS:
            self.entries[name] = entries(folder / f"{name}.txt", name)
            for entry in self.entries[name]:
                mutant = by_key.get(key(entry.id, entry.digest))
                if mutant is None:
                    self.stale.append(f"{name}.txt: `{entry.id} {entry.digest}` fits no mutant: "
                                      "the work it was written for has changed. Remove it.")
                elif mutant in self.of:
                    self.stale.append(f"{name}.txt: `{entry.id}` is listed twice.")
                else:
                    self.of[mutant] = (name, entry)

    def overtaken(self, rulings):
        """What to remove, since the checks no longer pass it."""
        return [f"{name}.txt: `{entry.id} {entry.digest}` is "
                f"{'caught by' if ruling.state == 'caught' else 'met with doubt by'} "
                f"{', '.join(ruling.tasks)} now. Remove it."
                for mutant, ruling in rulings.items() if ruling.state != "survived"
                for name, entry in [self.of.get(mutant, (None, None))] if entry]

    def write_gaps(self, rulings):
        """Writes the gaps anew: what survived, and of what was not tried the old ones."""
        kept = []
        for mutant, (name, entry) in self.of.items():
            if name == "gaps" and mutant not in rulings:
                kept.append((mutant, entry.reason))
        for mutant, ruling in rulings.items():
            name, entry = self.of.get(mutant, (None, None))
            if ruling.state == "survived" and name != "right":
                kept.append((mutant, entry.reason if entry else ""))
        kept.sort(key=lambda pair: (pair[0].week, pair[0].path, pair[0].line, pair[0].operator))
        lines = [f"{mutant.id} {mutant.digest} {reason}".rstrip() + "\n" for mutant, reason in kept]
        (self.folder / "gaps.txt").write_text(HEADS["gaps"] + "".join(lines))
        return len(kept)


def key(name, digest):
    """The file, the operator and the change; the line and the number beside it may move."""
    path = name.rsplit(":", 1)[0]
    return path, re.sub(r"-\d+$", "", name.rsplit("/", 1)[1]), digest


def entries(file, name):
    found = []
    for number, line in enumerate(read(file), 1):
        if not line.strip() or line.startswith("#"):
            continue
        words = line.split(None, 2)
        if len(words) < 2 or not re.fullmatch(r"week\d\d/.+:\d+/[a-z0-9-]+", words[0]) \
                or not re.fullmatch(r"[0-9a-f]{10}", words[1]):
            raise Fault(f"{file.name}, line {number}: not `ID DIGEST REASON`")
        if name == "right" and len(words) < 3:
            raise Fault(f"{file.name}, line {number}: why is {words[0]} still right?")
        found.append(Entry(words[0], words[1], words[2] if len(words) > 2 else ""))
    return found
