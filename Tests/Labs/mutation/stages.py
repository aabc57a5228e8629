"""In which order a week's tasks judge a mutant, what that costs, and the sample for CI."""
import hashlib
from pathlib import Path

from course import Fault

UNKNOWN = 10.0  # seconds for a task that nobody measured
BUDGET = 170.0  # seconds on two cores, references among them, before the guard ends a sample


class Stages:
    """Groups of tasks that share a preparation, with the seconds one run of each takes."""

    def __init__(self, course, file):
        self.groups = {}
        listed = {task.id: task for tasks in course.tasks.values() for task in tasks}
        for number, line in enumerate(read(file), 1):
            words = line.split()
            if not words or words[0].startswith("#"):
                continue
            unknown = [word for word in words[1:] if word not in listed]
            if unknown or len(words) < 2:
                raise Fault(f"{file.name}, line {number}: no task {' '.join(unknown)}")
            tasks = [listed.pop(word) for word in words[1:]]
            self.groups.setdefault(tasks[0].week, []).append((float(words[0]), tasks))
        for task in listed.values():
            self.groups.setdefault(task.week, []).append((UNKNOWN, [task]))

    def order(self, week, tasks):
        """The stages that hold some of the tasks, the cheapest first, without other tasks."""
        return [kept for _, kept in self.with_costs(week, tasks)]

    def with_costs(self, week, tasks):
        found = []
        for seconds, group in sorted(self.groups[week], key=lambda entry: entry[0]):
            kept = [task for task in group if task in tasks]
            if kept:
                found.append((seconds, kept))
        return found


def read(file):
    path = Path(file)
    return path.read_text().splitlines() if path.is_file() else []


def sample(course, stages, made, listed):
    """A fixed choice of mutants: by hash, a task at a time, as many as fit.

    A mutant is counted with what it takes until all its own tasks have judged it, half of that for
    those caught early. Those on the lists are left out: they run in full, and `--all` tries them.
    """
    cores, share = 2, BUDGET * 0.55
    chosen, spent, weeks = [], {}, sorted(course.answers)
    queues = {}
    for mutant in sorted(made, key=lambda m: hashlib.sha256(
            f"{m.week} {m.path} {m.digest}".encode()).hexdigest()):
        if mutant not in listed:
            owner = course.tasks_of(mutant.week, mutant.path)[0].id
            queues.setdefault(mutant.week, {}).setdefault(owner, []).append(mutant)
    for week in weeks:
        left = share * cores / len(weeks)
        touched = set()
        waiting = [queue for queue in queues.get(week, {}).values() if queue]
        while waiting:
            for queue in list(waiting):
                mutant = queue.pop(0)
                run = stages.with_costs(week, course.tasks_of(week, mutant.path))
                names = {task.id for _, kept in run for task in kept} - touched
                # The reference is tried once for the tasks that a sample needs.
                proof = sum(seconds for seconds, kept in run
                            if any(task.id in names for task in kept))
                cost = run[0][0] + sum(seconds for seconds, _ in run[1:]) / 2 + proof
                if cost <= left:
                    left -= cost
                    touched |= names
                    chosen.append(mutant)
                if not queue:
                    waiting.remove(queue)
        spent[week] = left
    return chosen
