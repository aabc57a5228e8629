"""Ctrl-C and its kin at random moments of a check: no process, port or copy may be left."""
import hashlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time

from harness import Broken, Skip

RUNS = 40
# What a program that hides, in a session and an environment of its own, can still be known by.
MARK = "86399.5"
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]

LISTEN = ("import socket, time; s = socket.socket(); "
          "s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); "
          "s.bind(('127.0.0.1', {port})); s.listen(); time.sleep({mark})")


def course(port):
    """A week whose checks do what is hard to end."""
    listen = LISTEN.format(port=port, mark=MARK)
    scripts = {
        "group": f"sleep {MARK} & sleep 0.2",
        "deaf": f"trap '' TERM; (trap '' TERM; sleep {MARK}) & sleep 0.2",
        "port": f'{sys.executable} -S -E -c "{listen}" & sleep 0.3',
        "daemon": f"(setsid env -i sh -c 'trap \"\" TERM; sleep {MARK}; sleep {MARK}' &) ; sleep 0.2",
        "files": "for n in 1 2 3 4 5 6 7 8 9; do echo > $n; done; chmod 500 .",
    }
    checks = [
        {"id": name, "title": name, "uses": ["sh"], "steps": [{"run": ["sh", "-c", script]}],
         **({"after": "once"} if name in ("group", "files") else {})}
        for name, script in scripts.items()]
    return json.dumps({
        "schema": 1, "id": "interrupts", "title": "Interrupts",
        "tools": [{"id": "sh", "title": "sh", "version": ["-c", "echo 1.0"],
                   "get": {"url": "https://sh.invalid"}}],
        "lessons": [{
            "week": 1, "id": "first", "title": "First", "why": "To see.",
            "preparations": [{"id": "once", "title": "Once", "uses": ["sh"],
                              "steps": [{"run": ["sh", "-c", f"sleep {MARK} & sleep 0.2"]}]}],
            "tasks": [{"id": "job", "title": "Job", "goal": "Done.", "steps": ["Do it."],
                       "minutes": 20, "deliverable": ["work.txt"], "checks": checks}]}]})


class Lab:
    def __init__(self, bench, name):
        self.study = bench.study
        self.home = os.path.join(bench.folder, name)
        self.temporary = os.path.join(self.home, "tmp")
        self.lab = os.path.join(self.home, "lab")
        trusted = os.path.join(self.home, ".local/share/study/trusted")
        for folder in (self.temporary, trusted, os.path.join(self.lab, "week01")):
            os.makedirs(folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        text = course(self.port)
        self.roadmap = os.path.join(self.home, "course.json")
        for path in (self.roadmap,
                     os.path.join(trusted, hashlib.sha256(text.encode()).hexdigest())):
            with open(path, "w") as file:
                file.write(text)
        with open(os.path.join(self.lab, "week01/work.txt"), "w") as file:
            file.write("work\n")
        # Without one here, a progress file that another fault left above would be the lab.
        with open(os.path.join(self.lab, "study.json"), "w") as file:
            file.write('{"format": 1, "events": [\n{}\n]}\n')

    def start(self):
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": self.home,
                       "TMPDIR": self.temporary, "LC_ALL": "C.UTF-8",
                       "STUDY_JOBS": str(random.choice([1, 2, 3]))}
        words = [self.study, "check", "--week", "1", "--fresh", "--roadmap", self.roadmap]
        return subprocess.Popen(words, cwd=self.lab, env=environment, start_new_session=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT)

    def left(self):
        """What is left: processes, copies, and the port if something holds it."""
        found = [f"copy {name}" for name in os.listdir(self.temporary)]
        for number in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{number}/environ", "rb") as file:
                    ours = f"HOME={self.home}".encode() in file.read().split(b"\0")
                with open(f"/proc/{number}/cmdline", "rb") as file:
                    words = file.read()
            except OSError:
                continue
            if words and (ours or MARK.encode() in words):
                found.append(f"process {words.decode(errors='replace')[:60]!r}")
        with socket.socket() as held:
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                held.bind(("127.0.0.1", self.port))
            except OSError:
                found.append("the port")
        return found


def duration(lab):
    """Seconds of a run to its end, after which nothing may be left, either."""
    start = time.monotonic()
    process = lab.start()
    output = process.communicate()[0].decode()
    # The daemon's check can't pass, and says why.
    if process.returncode != 2 or "running in the background" not in output:
        raise Broken(f"uninterrupted it ended with {process.returncode}: {output}")
    if lab.left():
        raise Broken(f"left without any interrupt: {lab.left()}")
    return time.monotonic() - start


def interrupted(bench):
    if not os.path.isdir("/proc/self"):
        raise Skip("there is no /proc to look for processes in")
    lab = Lab(bench, "interrupts")
    whole = duration(lab)
    ended = early = 0
    for run in range(RUNS):
        process = lab.start()
        time.sleep(random.uniform(0, whole))
        number = random.choice(SIGNALS)
        # A terminal signals the whole group, `kill` the program alone.
        send = random.choice([os.kill, os.killpg])
        try:
            send(process.pid, number)
            if random.random() < 0.3:
                time.sleep(random.uniform(0, 0.1))
                send(process.pid, number)
        except ProcessLookupError:
            pass
        output = process.communicate()[0].decode()
        early += process.returncode < 0
        ended += process.returncode == 130
        if process.returncode not in (130, 2, -number):
            raise Broken(f"run {run}: {number.name} ended it with {process.returncode}: {output}")
        if lab.left():
            raise Broken(f"run {run}: {number.name} left {lab.left()}")
    if not ended:
        raise Broken(f"none of {RUNS} signals came while it checked")
    return (f"{RUNS} signals, {ended} while it checked, {early} before it could: "
            "0 processes, 0 ports, 0 copies left")


def killed(bench):
    if not sys.platform.startswith("linux"):
        raise Skip("only on Linux do programs end with us")
    lab = Lab(bench, "killed")
    whole = duration(lab)
    copies = 0
    for run in range(10):
        process = lab.start()
        time.sleep(random.uniform(0, whole))
        process.kill()
        process.communicate()
        end = time.monotonic() + 3
        while [item for item in lab.left() if not item.startswith("copy")]:
            if time.monotonic() > end:
                raise Broken(f"kill {run} left {lab.left()}")
            time.sleep(0.05)
        copies += len(os.listdir(lab.temporary))
    duration(lab)
    return f"10 kills: 0 processes, 0 ports left; {copies} copies swept by the next check"


TESTS = [
    ("a check interrupted at random moments leaves nothing", interrupted),
    ("a check killed at random moments leaves a copy at most", killed),
]
