"""Lays a mutant in a lab and lets `study` judge it."""
import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from course import Fault, REPOSITORY

LIMIT = 600  # seconds for one run of the program
UNSET = ("STUDY_PROGRESS", "STUDY_BINARY", "COLUMNS", "NO_COLOR", "XDG_DATA_HOME", "TF_DATA_DIR")


class Unproved(Fault):
    """The answer itself does not pass, so no ruling on a mutant means anything."""


class Ruling(NamedTuple):
    """What became of a mutant: `caught`, `unsure`, `survived`; and which tasks said so."""
    state: str
    tasks: list
    seconds: float


class Judge:
    """Runs the program in labs of its own: one cache for all, a home for each.

    The cache is the run's own: no verdict of an earlier run is taken for this one's, and what the
    reference made terraform fetch serves all mutants.
    """

    def __init__(self, course, stages):
        self.course, self.stages = course, stages
        self.root = Path(tempfile.mkdtemp(prefix="study-mutate-"))
        self.environment = environment()
        self.stopped = False
        self.running = set()
        self.proving, self.proved, self.labs = threading.Lock(), set(), {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.root, ignore_errors=True)

    def stop(self):
        """Ends the runs under way; the program takes down what it started."""
        self.stopped = True
        for process in list(self.running):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)

    def lay(self, week, mutant=None):
        """A lab with the week's answer, and the mutant's file in its place."""
        lab = Path(tempfile.mkdtemp(prefix="lab-", dir=self.root))
        (lab / "home").mkdir()
        folder = lab / "lab" / f"week{week:02}"
        shutil.copytree(self.course.answers[week], folder, symlinks=True,
                        ignore=shutil.ignore_patterns("__pycache__", ".terraform"))
        if mutant is not None:
            path = folder / mutant.path
            path.write_text(mutant.after)
            if path.suffix == ".tf" or path.name.endswith(".tftest.hcl"):
                # Else the check of the format would answer for all that a dropped line unaligns.
                subprocess.run(["terraform", "fmt", str(path)], capture_output=True, check=False,
                               env=self.environment)
        return lab

    def check(self, lab, tasks):
        """The verdicts on some tasks, by task."""
        if self.stopped:
            raise Fault("stopped")
        process = subprocess.Popen(
            [self.course.program, "check", *[task.id for task in tasks], "--format", "json",
             "--progress", str(lab / "lab/study.json")],
            cwd=lab / "lab", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, start_new_session=True,
            env={**self.environment, "HOME": str(lab / "home"),
                 "XDG_CACHE_HOME": str(self.root / "cache"), "XDG_DATA_HOME": str(lab / "data")})
        self.running.add(process)
        try:
            output, errors = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=30)
            raise Fault(f"`study check` did not end within {LIMIT} s") from None
        finally:
            self.running.discard(process)
        if self.stopped:
            raise Fault("stopped")
        if process.returncode not in (0, 1, 2):
            raise Fault(f"`study check` ended with {process.returncode}: {errors.strip()[-400:]}")
        told = json.loads(output)["tasks"]
        verdicts = {task["task"]: task["verdict"] for task in told}
        missing = [task.id for task in tasks if task.id not in verdicts]
        expected = 1 if "failed" in verdicts.values() else 2 if "couldNotCheck" in \
            verdicts.values() else 0
        if missing or process.returncode != expected:
            raise Fault(f"`study check` ended with {process.returncode} and told {verdicts}")
        return {task.id: verdicts[task.id] for task in tasks}, told

    def rule(self, mutant):
        """Judges a mutant, the tasks that it is work for first; the first failure is enough.

        What passes those meets the others of its week: a survivor has passed every check.
        """
        start = time.monotonic()
        lab = self.lay(mutant.week, mutant)
        own = self.course.tasks_of(mutant.week, mutant.path)
        rest = [task for task in self.course.tasks[mutant.week] if task not in own]
        unsure = []
        try:
            for tasks in (own, rest):
                for stage in self.stages.order(mutant.week, tasks):
                    self.prove(mutant.week, stage)
                    verdicts, _ = self.check(lab, stage)
                    failed = [task for task, verdict in verdicts.items() if verdict == "failed"]
                    unsure += [task for task, verdict in verdicts.items()
                               if verdict == "couldNotCheck"]
                    if failed:
                        return Ruling("caught", failed, time.monotonic() - start)
                if unsure:
                    break
            return Ruling("unsure" if unsure else "survived", unsure, time.monotonic() - start)
        finally:
            shutil.rmtree(lab, ignore_errors=True)

    def prove(self, week, stage):
        """Stops unless the answer itself passes: else a missing tool would look like doubt.

        The stages run in one lab, as a mutant's do: what a run does to the next must not look like
        a catch.
        """
        name = " ".join(task.id for task in stage)
        with self.proving:
            if name in self.proved:
                return
            if week not in self.labs:
                self.labs[week] = self.lay(week)
            verdicts, told = self.check(self.labs[week], stage)
            if set(verdicts.values()) != {"passed"}:
                reasons = [
                    f"{task['task']}, {check['check']}: {check['verdict']}: "
                    f"{' '.join(map(str, check.get('reasons') or []))} {check.get('remedy') or ''}"
                    for task in told for check in task["checks"] if check["verdict"] != "passed"]
                raise Unproved(f"the answer to week {week} does not pass:\n  "
                               + "\n  ".join(reasons))
            self.proved.add(name)


def environment():
    """The environment, with the tools of `Tests/Tools/install` in front where they are."""
    changed = {name: value for name, value in os.environ.items() if name not in UNSET}
    tools = Path(changed.get("STUDY_TOOLS", REPOSITORY / ".build" / "lab-tools"))
    if (tools / "bin").is_dir():
        changed["PATH"] = f"{tools / 'bin'}:{changed.get('PATH', '')}"
    if (tools / "terraform.rc").is_file():
        changed["TF_CLI_CONFIG_FILE"] = str(tools / "terraform.rc")
    return changed


def program():
    """The program to judge with: STUDY_BINARY, else the newest build."""
    named = os.environ.get("STUDY_BINARY")
    if named:
        return str(Path(named).resolve())
    built = [path for kind in ("release", "debug")
             if (path := REPOSITORY / ".build" / kind / "study").is_file()]
    if not built:
        raise Fault("there is no program `study`: `swift build` makes it")
    return str(max(built, key=lambda path: path.stat().st_mtime))
