"""Errors and kills injected at every system call of a write, and the order of those calls."""
import os
import re
import subprocess

from harness import Broken, Skip, events, leftovers, line, need, read

CALL = re.compile(r"^(?P<name>\w+)\((?P<rest>.*)$")
# Ours to refuse: what the program can't be without, and what ends it.
LEFT_OUT = {"execve", "exit_group", "exit", "rt_sigreturn"}


def trace(bench, path, text, *options):
    """Runs a note under strace: its status, errors and calls."""
    log = os.path.join(bench.folder, "trace")
    command = ["strace", "-o", log, "-s", "4096", *options, bench.study, *bench.note(path, text)]
    environment = dict(bench.environment(), SWIFT_BACKTRACE="enable=no")
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60)
    with open(log, errors="replace") as file:
        return done.returncode, line(done.stderr), file.read().splitlines()


def usable():
    need("strace")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode:
        raise Skip("strace may not trace here")


def positions(lines, path):
    """Each call from the first that touches the file on: its name, and which of that name it is."""
    seen, found, begun = {}, [], False
    for text in lines:
        match = CALL.match(text)
        if not match:
            continue
        name = match["name"]
        seen[name] = seen.get(name, 0) + 1
        begun = begun or (name != "execve" and os.path.dirname(path) in match["rest"])
        if begun and name not in LEFT_OUT:
            found.append((name, seen[name]))
    return found


def injected(bench):
    usable()
    path = bench.lab("injected", events=3)
    old = read(path)
    _, _, lines = trace(bench, path, "probe")
    places = positions(lines, path)
    if not {"flock", "fsync", "write"} <= {name for name, _ in places}:
        raise Broken(f"no flock, fsync and write in {sorted({name for name, _ in places})}")
    errors, kills = 0, 0
    for name, number in places:
        for fault in ("error=EIO", "error=ENOSPC", "signal=SIGKILL"):
            if fault == "error=ENOSPC" and name not in ("write", "fsync", "openat"):
                continue
            with open(path, "wb") as file:
                file.write(old)
            for left in leftovers(path):
                os.unlink(os.path.join(os.path.dirname(path), left))
            where = f"{name} number {number}, {fault}"
            status, said, lines = trace(
                bench, path, "new", "-e", f"inject={name}:{fault}:when={number}")
            text = "\n".join(lines)
            if "signal" in fault:
                happened = "+++ killed by SIGKILL +++" in text
                kills += happened
            else:
                happened = "(INJECTED)" in text
                errors += happened
            if not happened:
                raise Broken(f"{where}: was not injected")
            judge(where, status, said, old, path, "signal" in fault)
    return f"{errors} errors and {kills} kills at {len(places)} calls: old or new, never between"


def judge(where, status, said, old, path, is_kill):
    now = read(path)
    try:
        added = [event for event in events(now) if event.get("note") == "new"]
    except Broken as error:
        raise Broken(f"{where}: {error}")
    if now != old and (len(added) != 1 or len(events(now)) != 4):
        raise Broken(f"{where}: neither old nor new")
    if status == 0 and not added:
        raise Broken(f"{where}: acknowledged, but not written")
    excused = is_kill or b"could not be synced" in said
    # A crash (an allocation refused, say) is like a kill: nothing was said, so old or new.
    if status in (1, 2, 64, 65, 66, 74) and added and not excused:
        raise Broken(f"{where}: exit {status}, but written: {said.decode()}")


def order(bench):
    usable()
    path = bench.lab("order", events=3)
    status, _, lines = trace(bench, path, "new")
    steps = ["lock", "create", "write", "fsync file", "rename", "fsync folder", "acknowledge"]
    found, folder, temporary = [], None, None
    for call in lines:
        if re.match(r"flock\((\d+), LOCK_EX", call) and call.endswith("= 0"):
            found.append("lock")
            folder = re.match(r"flock\((\d+)", call)[1]
        elif call.startswith("openat(") and "O_EXCL" in call:
            found.append("create")
            temporary = call.rsplit("= ", 1)[1]
        elif temporary and call.startswith(f"write({temporary},"):
            found.append("write")
        elif temporary and re.match(rf"f(data)?sync\({temporary}\)", call):
            found.append("fsync file")
        elif re.match(r"rename\w*\(", call) and "study.json" in call:
            found.append("rename")
            temporary = None
        elif folder and re.match(rf"fsync\({folder}\)", call):
            found.append("fsync folder")
        elif call.startswith("write(1,"):
            found.append("acknowledge")
    figure = ", ".join(step for step, after in zip(found, [None] + found) if step != after)
    if status or figure != ", ".join(steps):
        raise Broken(f"{figure or 'no call'} (exit {status})")
    return figure


TESTS = [
    ("order of the calls that write", order),
    ("an error and a kill at every call that writes", injected),
]
