"""What a run tells: a table by task, and each mutant that a person should look at."""

COLUMNS = ("mutants", "caught", "unsure", "listed", "survivors")


def table(course, rulings, lists):
    """A row for each task: a mutant counts for the task that names its file best."""
    rows = {task.id: dict.fromkeys(COLUMNS, 0) for tasks in course.tasks.values()
            for task in tasks}
    told = dict.fromkeys(rows, 0)
    for mutant, ruling in rulings.items():
        row = rows[course.tasks_of(mutant.week, mutant.path)[0].id]
        row["mutants"] += 1
        row[column(mutant, ruling, lists)] += 1
        if ruling.state == "caught":
            for task in ruling.tasks:
                told[task] += 1
    lines = [f"{'task':18}" + "".join(f"{name:>11}" for name in COLUMNS) + "  catches"]
    total = dict.fromkeys(COLUMNS, 0)
    for task, row in rows.items():
        if row["mutants"] or told[task]:
            lines.append(f"{task:18}" + "".join(f"{row[name]:11}" for name in COLUMNS)
                         + f"{told[task]:9}")
            for name in COLUMNS:
                total[name] += row[name]
    lines.append(f"{'all':18}" + "".join(f"{total[name]:11}" for name in COLUMNS))
    return lines


def column(mutant, ruling, lists):
    if ruling.state != "survived":
        return ruling.state
    return "listed" if mutant in lists.of else "survivors"


def changes(mutant):
    """The lines that differ, without what stands around them."""
    return [f"    {line}" for line in mutant.diff(around=0)[2:] if not line.startswith("@@")]


def survivors(rulings, lists):
    return [mutant for mutant, ruling in rulings.items()
            if column(mutant, ruling, lists) == "survivors"]
