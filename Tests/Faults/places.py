"""Verified tasks of every week, checked where the machine lacks something: none may fail or lapse."""
import json
import os
import shutil
import subprocess

from harness import Broken, Skip, lab_environment, lay_weeks, need_labs


def mounted(options):
    """A shell line that has a file system with these options at $TMPDIR, seen by no one else."""
    return f'mount -t tmpfs -o {options} none "$PLACE" && '


# Name: what comes before the command, its environment, and whether a mount is needed.
CONDITIONS = {
    "no programs in TMPDIR": (mounted("noexec"), {"TMPDIR": "$PLACE"}, True),
    "a relative TMPDIR": ("", {"TMPDIR": "tmp"}, False),
    "a long TMPDIR": ("", {"TMPDIR": "$PLACE/" + "a" * 100}, False),
    "a quote in TMPDIR": ("", {"TMPDIR": "$PLACE/it's"}, False),
    "a percent sign in TMPDIR": ("", {"TMPDIR": "$PLACE/100%s"}, False),
    "a colon in TMPDIR": ("", {"TMPDIR": "$PLACE/a:b"}, False),
    "little room in TMPDIR": (mounted("size=6m"), {"TMPDIR": "$PLACE"}, True),
    "1 GB of memory to address": ("ulimit -v 1000000; ", {}, False),
    "12 open files": ("ulimit -n 12; ", {}, False),
    "no loopback": ("", {"STUDY_NAMESPACES": "no"}, "net"),
    "no loopback, but namespaces": ("", {}, "net"),
    "no namespaces": ("", {"STUDY_NAMESPACES": "no"}, False),
    "no programs in the cache": (mounted("noexec"), {"XDG_CACHE_HOME": "$PLACE"}, True),
    "no HOME": ("unset HOME; ", {}, False),
}


class Lab:
    def __init__(self, bench):
        self.bench = bench
        self.home = os.path.join(bench.folder, "places")
        self.lab = os.path.join(self.home, "lab")
        os.makedirs(self.lab)
        self.progress = lay_weeks(self.lab)

    def check(self, before="", more=None, needs=False, folder=None):
        place = os.path.join(self.home, "place")
        shutil.rmtree(place, ignore_errors=True)
        os.makedirs(place)
        environment = lab_environment(self.home) | {"PLACE": place}
        for name, value in (more or {}).items():
            environment[name] = value.replace("$PLACE", place)
            if name == "TMPDIR" and value.startswith("$PLACE"):
                os.makedirs(environment[name], exist_ok=True)
        command = f"{before}exec '{self.bench.study}' check --all --fresh --format json"
        words = ["sh", "-c", command]
        if needs:
            words = ["unshare", "-rm" if needs is True else "-rn"] + words
        done = subprocess.run(words, cwd=folder or self.lab, env=environment,
                              capture_output=True, text=True)
        if needs and not done.stdout and "unshare" in done.stderr:
            raise Skip("this system allows no namespaces")
        try:
            return json.loads(done.stdout)
        except ValueError:
            raise Broken(f"exit {done.returncode}: {(done.stderr or done.stdout)[-200:]}")

    def lapsed(self):
        with open(self.progress) as file:
            return sum(event.get("kind") == "lapsed" for event in json.load(file)["events"])


def count(answer):
    counts = {"passed": 0, "failed": 0, "couldNotCheck": 0}
    for task in answer["tasks"]:
        for check in task["checks"]:
            counts[check["verdict"]] += 1
    return counts


def reasons(answer):
    return {reason for task in answer["tasks"] for check in task["checks"]
            for reason in check.get("reasons", [])[:1] if check["verdict"] != "passed"}


def conditions(bench):
    need_labs()
    lab = Lab(bench)
    first = count(lab.check())
    if first["failed"] or first["couldNotCheck"] or not first["passed"]:
        raise Broken(f"as it is: {first}")
    broken, told = [], 0
    for name, (before, more, needs) in CONDITIONS.items():
        answer = lab.check(before, more, needs)
        counts = count(answer)
        told += counts["couldNotCheck"]
        if os.environ.get("STUDY_VERBOSE"):
            print(f"  {name}: {counts} {sorted(reasons(answer))[:2]}", flush=True)
        if counts["failed"]:
            broken.append(f"{name}: {counts['failed']} failed, {sorted(reasons(answer))[:1]}")
    elsewhere = os.path.join(lab.home, "elsewhere")
    os.makedirs(elsewhere)
    counts = count(lab.check(more={"STUDY_PROGRESS": lab.progress}, folder=elsewhere))
    if counts["failed"] or counts["passed"]:
        broken.append(f"no lab: {counts}")
    lapsed = lab.lapsed()
    if broken or lapsed:
        raise Broken(f"{lapsed} lapsed; " + "; ".join(broken))
    return (f"{first['passed']} verified checks under {len(CONDITIONS) + 1} conditions: 0 failed, "
            f"0 lapsed, {told} could not be checked")


TESTS = [("what the machine lacks is no one's failure, in every week", conditions)]
