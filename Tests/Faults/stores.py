"""Odd circumstances of the store: the largest file, clocks that differ, no locks, odd folders, and
kills at every call of the commands that make a lab or mend a file."""
import json
import os
import shutil
import stat
import subprocess
import threading

from calls import CALL, LEFT_OUT, usable
from harness import Broken, events, leftovers, line, notes, read

LIMIT = 8 << 20


def largest(bench):
    """A file one byte below the limit is read; what would go over it is refused."""
    path = bench.lab("largest", events=3)
    whole = read(path)
    head, tail = whole[:-len(b"{}\n]\n}\n")], b"{}\n]\n}\n"
    frame = b'{"at":"2026-01-01T00:00:00Z","id":"000000000009","kind":"note","note":"%s","task":"seed"},\n'
    room = LIMIT - 1 - len(whole) - len(frame % b"")
    content = head + frame % (b"x" * room) + tail
    assert len(content) == LIMIT - 1
    with open(path, "wb") as file:
        file.write(content)
    status, out, errors = bench.call("list", "--progress", path)
    if status:
        raise Broken(f"list: exit {status}: {errors.decode()}")
    status, _, errors = bench.call(*bench.note(path, "one more"))
    if status not in (65, 74) or not errors or read(path) != content or leftovers(path):
        raise Broken(f"note: exit {status}, unchanged: {read(path) == content}: {errors.decode()}")
    return "read; an event more is refused, the file as it was"


def skewed(bench):
    """Fifty events at once into a file whose newest is of a clock years ahead, and one taken back."""
    path = bench.lab("skewed")
    ahead = {"at": "2090-01-01T00:00:00Z", "id": "zz0000000001", "kind": "done", "task": "vpc-start"}
    with open(path, "w") as file:
        file.write('{\n"format": 1,\n"events": [\n' + json.dumps(ahead) + ",\n{}\n]\n}\n")

    def writer(name):
        for number in range(10):
            status, _, errors = bench.call(*bench.note(path, f"{name}-{number}"))
            if status:
                failed.append(errors)

    failed = []
    writers = [threading.Thread(target=writer, args=(name,)) for name in range(5)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    status, _, errors = bench.call("done", "1.2", "--progress", path)
    undone, _, said = bench.call("undo", "--progress", path)
    found = events(read(path))
    done = [event for event in found if event["kind"] == "done"]
    took = [event for event in found if event["kind"] == "undo"]
    own = [event["id"] for event in done if event["task"] == "vpc-subnets"]
    if failed or len(notes(path)) < 50 or status or undone or [e["of"] for e in took] != [own]:
        raise Broken(f"{len(failed)} failed, {len(notes(path))} notes, took {took}: {errors} {said}")
    if any(event["at"] < ahead["at"] for event in found):
        raise Broken("an event is dated before the newest that was there")
    return "50 of 50 events kept, none dated before what was there, undo took the last one"


def unlocked(bench):
    """Where folders can't be locked, as on some network file systems, a lock file serves."""
    usable()
    path = bench.lab("unlocked", events=1)
    kept, said = [], set()

    def writer(name):
        for number in range(4):
            command = ["strace", "-f", "-o", "/dev/null", "-e", "trace=flock", "-e",
                       "inject=flock:error=ENOLCK:when=1", bench.study,
                       *bench.note(path, f"{name}-{number}")]
            done = subprocess.run(command, env=bench.environment(), capture_output=True)
            said.add(line(done.stderr)[:60])
            if done.returncode == 0:
                kept.append(f"{name}-{number}")

    writers = [threading.Thread(target=writer, args=(name,)) for name in range(4)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    missing = set(kept) - notes(path)
    if missing or not kept:
        raise Broken(f"{len(kept)} acknowledged, {len(missing)} of them lost: {said}")
    return f"{len(kept)} of {len(kept)} acknowledged events kept by 4 writers"


def folders(bench):
    """Sticky and setgid folders are written in as others are, and keep their bits."""
    for bits in (0o1777, 0o2775, 0o3777):
        path = bench.lab(f"bits-{bits:o}", events=1)
        folder = os.path.dirname(path)
        os.chmod(folder, bits)
        status, _, errors = bench.call(*bench.note(path, "new"))
        if status or "new" not in notes(path) or leftovers(path):
            raise Broken(f"{bits:o}: exit {status}: {errors.decode()}")
        if stat.S_IMODE(os.stat(folder).st_mode) != bits:
            raise Broken(f"{bits:o}: the folder's mode changed")
    return "sticky, setgid and both: written, bits kept"


def kills(bench, words, folder, lay, judge):
    """A kill at every call that touches the folder; `judge` looks at what is left."""
    usable()
    log = os.path.join(bench.folder, "kills-trace")

    def run(*options):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        lay()
        environment = dict(bench.environment(), SWIFT_BACKTRACE="enable=no")
        done = subprocess.run(["strace", "-o", log, "-s", "4096", *options, bench.study, *words],
                              cwd=folder, env=environment, capture_output=True, timeout=60)
        with open(log, errors="replace") as file:
            return done, file.read().splitlines()

    done, lines = run()
    if done.returncode:
        raise Broken(f"exit {done.returncode}: {line(done.stderr).decode()}")
    seen, places, begun = {}, [], False
    for text in lines:
        match = CALL.match(text)
        if match:
            name = match["name"]
            seen[name] = seen.get(name, 0) + 1
            begun = begun or (name != "execve" and folder in match["rest"])
            if begun and name not in LEFT_OUT:
                places.append((name, seen[name]))
    count = 0
    for name, number in places:
        _, lines = run("-e", f"inject={name}:signal=SIGKILL:when={number}")
        count += "+++ killed by SIGKILL +++" in "\n".join(lines)
        judge(f"{words[0]}, {name} number {number}")
    if count < len(places) * 0.9:
        raise Broken(f"only {count} of {len(places)} kills came about")
    return count


def begun(bench):
    """`init` killed anywhere: a second one makes the lab whole, and progress is whole or absent."""
    folder = os.path.join(bench.folder, "init-killed")

    def judge(where):
        path = os.path.join(folder, "study.json")
        if os.path.exists(path):
            try:
                events(read(path))
            except Broken as error:
                raise Broken(f"{where}: {error}")
        again = subprocess.run([bench.study, "init", "."], cwd=folder, env=bench.environment(),
                               capture_output=True)
        missing = [name for name in ("study.json", ".gitattributes", ".gitignore", "week01", "week10")
                   if not os.path.exists(os.path.join(folder, name))]
        # A temporary file of who was killed is git-ignored, and swept an hour later.
        if again.returncode or missing:
            raise Broken(f"{where}: exit {again.returncode}, lacks {missing}")

    count = kills(bench, ["init", "."], folder, lambda: None, judge)
    return f"{count} kills: progress whole or absent, and a second init makes the lab whole"


def mended(bench):
    """`sync repair` killed anywhere: nothing that was in the file is lost, and it can be run again."""
    folder = os.path.join(bench.folder, "repair-killed")
    path = os.path.join(folder, "study.json")
    frame = ('{"at":"2026-01-0%dT00:00:00Z","id":"00000000000%d","kind":"note","note":"n%d",'
             '"task":"seed"},\n')
    sides = [frame % (n, n, n) for n in (1, 2, 3)]
    conflicted = ('{\n"format": 1,\n"events": [\n' + sides[0] + "<<<<<<< ours\n" + sides[1]
                  + "=======\n" + sides[2] + ">>>>>>> theirs\n{}\n]\n}\n")

    def lay():
        with open(path, "w") as file:
            file.write(conflicted)

    def judge(where):
        now = read(path)
        if now != conflicted.encode() and notes(path) != {"n1", "n2", "n3"}:
            raise Broken(f"{where}: neither as it was nor mended")
        again = subprocess.run([bench.study, "sync", "repair"], cwd=folder, env=bench.environment(),
                               capture_output=True)
        if again.returncode or notes(path) != {"n1", "n2", "n3"}:
            raise Broken(f"{where}: the second repair: exit {again.returncode}: "
                         f"{line(again.stderr).decode()}")

    count = kills(bench, ["sync", "repair"], folder, lay, judge)
    return f"{count} kills: the file as it was or mended, and a second repair mends it"


TESTS = [
    ("a file of 8 MiB less a byte", largest),
    ("a clock that is years ahead", skewed),
    ("folders that can't be locked", unlocked),
    ("sticky and setgid folders", folders),
    ("a kill at every call of init", begun),
    ("a kill at every call of sync repair", mended),
]
