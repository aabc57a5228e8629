"""What is known of the course: its weeks' answers, from disk, and its tasks, told by `study`."""
import json
import os
import re
import subprocess
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import mutants

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
ANSWERS = [("Sources/Course", "answer"), ("Tests/Labs", "reference")]


class Fault(Exception):
    """Nothing can be said of the checks: the tool, the machine or the reference is at fault."""


class Task(NamedTuple):
    id: str
    week: int
    deliverable: list


class Course:
    """The weeks that have an answer, and their tasks."""

    def __init__(self, program, root=REPOSITORY, environment=None):
        self.program, self.root = program, Path(root)
        self.environment = environment or os.environ
        self.answers = dict(self._answers())
        self.tasks = {week: self._tasks(week) for week in self.answers}
        if not self.answers:
            raise Fault(f"no week's answer is under {self.root}")

    def _answers(self):
        weeks = {}
        for folder, name in reversed(ANSWERS):
            for path in sorted((self.root / folder).glob(f"week[0-9]*/{name}")):
                weeks[int(re.sub(r"\D", "", path.parent.name))] = path
        return sorted(weeks.items())

    def _tell(self, *arguments):
        told = subprocess.run([self.program, *arguments, "--format", "json"], text=True,
                              capture_output=True, env=self.environment, check=False)
        if told.returncode:
            raise Fault(f"study {' '.join(arguments)} ended with {told.returncode}: {told.stderr}")
        return json.loads(told.stdout)

    def _tasks(self, week):
        told = self._tell("list", str(week))
        ids = [task["task"] for lesson in told["lessons"] for task in lesson["tasks"]]
        shown = [self._tell("show", task) for task in ids]
        return [Task(task["task"], week, task["deliverable"]) for task in shown if task["checks"]]

    def files(self, week):
        """The answer's files, as path and text, sorted; what isn't text is left out."""
        found = {}
        for path in sorted(self.answers[week].rglob("*")):
            if path.is_file() and not path.is_symlink() and "__pycache__" not in path.parts:
                try:
                    found[path.relative_to(self.answers[week]).as_posix()] = path.read_text()
                except UnicodeDecodeError:
                    continue
        return found

    def tasks_of(self, week, path):
        """The tasks that a file is work for, the one that names it best first.

        A glob of the same kind of file will do: which of a week's `.tf` files holds what is free.
        The best name is the longest glob without its stars.
        """
        kind, fitting = PurePosixPath(path).suffix, []
        for place, task in enumerate(self.tasks[week]):
            exact = [len(glob.replace("*", "")) for glob in task.deliverable
                     if mutants.matches(glob, path)]
            like = kind and any(PurePosixPath(glob).suffix == kind for glob in task.deliverable)
            if exact or like:
                fitting.append((-max(exact, default=-1), place, task))
        return [task for _, _, task in sorted(fitting, key=lambda entry: entry[:2])]

    def mutants(self):
        """(all mutants, the files that are none's work, the files that an earlier week has)."""
        made, unasked, known, seen = [], [], [], set()
        for week in self.answers:
            files = self.files(week)
            for path, content in files.items():
                if content in seen:
                    known.append(f"week{week:02}/{path}")
                elif not self.tasks_of(week, path):
                    unasked.append(f"week{week:02}/{path}")
                else:
                    folder = os.path.dirname(path)
                    beside = "\n".join(
                        text for other, text in files.items() if other != path
                        and os.path.dirname(other) == folder and other.endswith(".tf"))
                    made += mutants.of_file(week, path, content, beside)
                seen.add(content)
        return made, unasked, known
