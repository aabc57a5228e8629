"""Shows that each operator makes what it says, and that a judge made blind is found out."""
import contextlib
import io
import os
import sys
import tempfile
from pathlib import Path

import mutants
from snippets import SNIPPETS

# A `study` of its own: knows two tasks, one without work of its own, and rules as FAKE says on
# what isn't the answer.
FAKE = '''#!{python}
import json, os, pathlib, sys
kind, words = os.environ["FAKE"], sys.argv[1:]
delivered = {{"image": ["Dockerfile", "run.sh"], "other": ["notes"]}}
if words[0] == "list":
    print(json.dumps({{"lessons": [{{"tasks": [{{"task": task}} for task in delivered]}}]}}))
elif words[0] == "show":
    print(json.dumps({{"task": words[1], "deliverable": delivered[words[1]], "checks": ["c"]}}))
else:
    def read(folder):
        return [path.read_text() for path in sorted(pathlib.Path(folder).rglob("*"))
                if path.is_file()]
    changed = read("week01") != read({answer!r})
    if changed and kind == "crashing":
        sys.exit(70)
    told = {{}}
    for task in words[1:words.index("--format")]:
        told[task] = "passed"
        if kind == "toolless" or changed and kind == "doubting":
            told[task] = "couldNotCheck"
        if changed and kind == {{"image": "keen", "other": "keen elsewhere"}}[task]:
            told[task] = "failed"
    print(json.dumps({{"tasks": [{{"task": task, "verdict": verdict, "checks": [
        {{"check": "c", "verdict": verdict, "reasons": ["because"]}}]}}
        for task, verdict in told.items()]}}))
    said = set(told.values())
    sys.exit(1 if "failed" in said else 2 if "couldNotCheck" in said else 0)
'''


class Trial:
    """What went wrong, told at once."""

    def __init__(self):
        self.held = self.broken = 0

    def expect(self, what, true, told=""):
        self.held += bool(true)
        self.broken += not true
        if not true:
            print(f"broken: {what}\n{told}")


def operators(trial):
    for path, before, expected in SNIPPETS:
        found = mutants.of_file(1, path, before)
        made = {(mutant.operator.rstrip("-0123456789"), mutant.after) for mutant in found}
        told = "\n".join(f"{mutant.id}\n{mutant.after}" for mutant in found)
        for operator, after in expected:
            trial.expect(f"{path}: {operator} makes {after!r}", (operator, after) in made, told)
        trial.expect(f"{path}: nothing is left as it was",
                     all(mutant.after.strip() != before.strip() for mutant in found))
        trial.expect(f"{path}: no two mutants are the same",
                     len({mutant.after for mutant in found}) == len(found))
        trial.expect(f"{path}: ids differ",
                     len({mutant.id for mutant in found}) == len(found))
        again = mutants.of_file(1, path, before)
        trial.expect(f"{path}: made the same way again", again == found)
        moved = mutants.of_file(1, path, "\n\n\n" + before) if path.endswith(".tf") else found
        trial.expect(f"{path}: digests don't count lines",
                     {m.digest for m in moved} >= {m.digest for m in found if m.line > 4})


def judges(trial, main):
    with tempfile.TemporaryDirectory(prefix="study-mutate-self-") as root:
        answer = Path(root) / "Sources/Course/week01/answer"
        answer.mkdir(parents=True)
        (answer / "Dockerfile").write_text("FROM scratch:1\nENV A=b\nENV B=c\nUSER 5\n")
        (answer / "run.sh").write_text("#!/bin/sh\nset -e\ntouch a\n")
        lists = Path(root) / "Tests/Labs/mutants"
        lists.mkdir(parents=True)
        program = Path(root) / "study"
        program.write_text(FAKE.format(python=sys.executable, answer=str(answer)))
        program.chmod(0o755)

        def run(kind, *arguments):
            os.environ.update(FAKE=kind, STUDY_BINARY=str(program))
            output = io.StringIO()
            with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
                status = main([*(arguments or ["--all"]), "--root", root])
            return status, output.getvalue()

        def expect(what, kind, status, words="", arguments=()):
            found, output = run(kind, *arguments)
            trial.expect(f"{what}: {status} and {words!r}, not {found}",
                         found == status and words in output, output)

        listed = [line.split()[:2] for line in run("keen", "--all", "--list")[1].splitlines()
                  if line.startswith("week")]
        trial.expect("a small answer has mutants", len(listed) > 8)
        expect("a judge that sees all", "keen", 0, " 0          0          0\nlisted: 0")
        expect("a judge of another task", "keen elsewhere", 0,
               " 0          0          0\nlisted: 0")
        expect("a blind judge", "blind", 1, "survives: week01/Dockerfile:4/drop-instruction")
        expect("a blind judge, in the sample", "blind", 1, "survives: week01/", ["-j", "1"])
        expect("a judge in doubt", "doubting", 0, "unsure: week01/run.sh:2/drop-set-e (image)")
        expect("a program that breaks off", "crashing", 2, "could not judge: week01/")
        expect("a machine without the tools", "toolless", 2, "does not pass")
        expect("a run without mutants", "keen", 2, "", ["--file", "nothing"])

        right = "".join(f"{name} {digest} A reason.\n" for name, digest in listed)
        (lists / "right.txt").write_text(right)
        expect("a blind judge whose mutants are all right", "blind", 0, "still right, 0 known")
        expect("an entry whose mutant is caught", "keen", 1, "is caught by image now. Remove it.")
        expect("an entry whose mutant is met with doubt", "doubting", 1, "met with doubt by image")
        (lists / "right.txt").write_text(right.replace(listed[0][1], "0123456789", 1))
        expect("an entry for another change", "blind", 1, "fits no mutant")
        (lists / "right.txt").write_text(right.replace(" A reason.", "", 1))
        expect("an entry without a reason", "blind", 2, "still right?")
        (lists / "right.txt").write_text(right.splitlines(True)[0])
        expect("gaps are written", "blind", 0, "gaps.txt holds", ["--all", "--gaps"])
        gaps = (lists / "gaps.txt").read_text().count("week01/")
        trial.expect("what is right is no gap", gaps == len(listed) - 1)
        expect("a blind judge whose gaps are known", "blind", 0, f"{gaps} known gaps")
        text = (answer / "Dockerfile").read_text()
        (answer / "Dockerfile").write_text("# Moved.\n" + text)
        found = run("blind")[1]
        trial.expect("entries outlive lines that move",
                     "Dockerfile:4/change-user" not in found
                     and "survives: week01/Dockerfile:5/change-user" not in found, found)
        (answer / "Dockerfile").write_text(text.replace("USER 5", "USER 6"))
        expect("entries die with what they were about", "blind", 1, "fits no mutant")


def run(main):
    trial = Trial()
    kept = dict(os.environ)
    operators(trial)
    judges(trial, main)
    os.environ.clear()
    os.environ.update(kept)
    print(f"{trial.held} held, {trial.broken} broken")
    return 1 if trial.broken or not trial.held else 0
