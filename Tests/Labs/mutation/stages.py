"""In which order a week's tasks judge a mutant, what that costs, and the sample for CI."""
import hashlib
from pathlib import Path

from course import Fault

UNKNOWN = 10.0  # seconds for a task that nobody measured
BUDGET = 170.0  # seconds that a sample may take; what isn't begun by then is told and fails it
CORES, AIM = 2, 0.55  # how much of that is planned for, so that a slower machine keeps to it


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

    Each week has the same share of the time, and pays from it for trying the answer itself, a
    stage once. Most mutants are caught by their first stage: the later ones count for a third.
    Those on the lists are left out: they run in full, and `--all` tries them.
    """
    chosen, queues = [], {}
    for mutant in sorted(made, key=by_hash):
        if mutant not in listed:
            owner = course.tasks_of(mutant.week, mutant.path)[0].id
            queues.setdefault(mutant.week, {}).setdefault(owner, []).append(mutant)
    for owners in queues.values():
        left, proved = CORES * BUDGET * AIM / len(queues), set()
        waiting = [queue for _, queue in sorted(owners.items())]
        while waiting:
            for queue in list(waiting):
                mutant = queue.pop(0)
                run = stages.with_costs(mutant.week, course.tasks_of(mutant.week, mutant.path))
                weights = [1] + [1 / 3] * len(run)
                cost = sum(seconds * weight * (2 if name(kept) not in proved else 1)
                           for (seconds, kept), weight in zip(run, weights))
                if cost <= left:
                    left -= cost
                    proved |= {name(kept) for _, kept in run}
                    chosen.append(mutant)
                if not queue:
                    waiting.remove(queue)
    return chosen


def name(stage):
    return " ".join(task.id for task in stage)


def by_hash(mutant):
    """An order without meaning, so that a part of it is a fair part of the whole."""
    return hashlib.sha256(f"{mutant.week} {mutant.path} {mutant.digest}".encode()).hexdigest()
