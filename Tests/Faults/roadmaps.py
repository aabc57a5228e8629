"""Roadmaps that are cheap to write and were dear to read: each must be used, refused or validated
in a time that grows with its size alone, since all of this happens before anyone trusts it."""
import json
import os
import subprocess
import time

from harness import Broken

# Of a document, on a busy machine. What grows with a square takes minutes at these sizes.
MOST_SECONDS = 20
# In turns, since in another order than their classes' they must be sorted to be compared.
MARKS = "\u0301\u0316"


def step():
    return {"run": ["jq", "."], "says": ["x"]}


def check(**more):
    return {"id": "a", "title": "A", "uses": ["jq"], "steps": [step()], **more}


def task(**more):
    return {"id": "a", "title": "A", "minutes": 1, "goal": "A", "steps": ["A"], **more}


def tool(name="jq", **more):
    return {"id": name, "title": "A", "version": ["v"], "get": {"url": "https://a.b"}, **more}


def lesson(**more):
    return {"week": 1, "id": "w", "title": "W", "why": "W", "tasks": [task()], **more}


def roadmap(**more):
    return {"schema": 1, "id": "r", "title": "R", "tools": [tool()], "lessons": [lesson()], **more}


def proving(**more):
    """A roadmap of one check."""
    return roadmap(lessons=[lesson(tasks=[task(checks=[check(**more)])])])


def name(number):
    """Words of sixty letters, each like the others, so that all of them are near to each other."""
    return f"{number:x}".translate(str.maketrans("0123456789", "ghijklmnop")) + "a" * 54


def hostile(scale=1):
    """Documents by name; at scale 1 of up to 8 MiB."""
    def some(number):
        return range(max(2, int(number * scale)))

    marks = MARKS * int(200_000 * scale)
    service = {"name": "a", "ready": {"port": "a"}}
    return {
        "marks in ids": roadmap(lessons=[lesson(tasks=[
            task(id="a" + letter + marks) for letter in "bc\u0316\u0316\u0316\u0301"])]),
        "marks in names": proving(**{"steps" + letter + marks: 1 for letter in "\u0316\u0301ab"}),
        "marks in tools": roadmap(tools=[tool("a" + marks)], lessons=[
            lesson(tools=["a\u0316" + marks, "a" + marks] * 3)]),
        "marks in placeholders": proving(steps=[{"run": ["jq", "{a%s}" % (x + marks)], "says": ["x"]}
                                                for x in "\u0316ab"]),
        "unknown members": roadmap(**{f"x{i}": 0 for i in some(100_000)}),
        "members like known ones": roadmap(lessons=[
            lesson(**{"objectiv" + name(i)[:40]: 0 for i in some(100_000)})]),
        "tools and unknown uses": roadmap(
            tools=[tool(name(i)) for i in some(40_000)],
            lessons=[lesson(tools=[name(i)[::-1] for i in some(30_000)])]),
        "tools and known uses": roadmap(
            tools=[tool(f"t{i}") for i in some(40_000)],
            lessons=[lesson(tools=[f"t{i}" for i in some(40_000)][::-1])]),
        "tools called that no one uses": proving(
            uses=[name(i) for i in some(40_000)],
            steps=[{"run": [name(i)[::-1]], "says": ["x"]} for i in some(40_000)]),
        "tools called": proving(
            uses=[f"t{i}" for i in some(40_000)],
            steps=[{"run": [f"t{i}"], "says": ["x"]} for i in some(40_000)][::-1]),
        "tasks": roadmap(lessons=[lesson(tasks=[task(id=f"t{i}") for i in some(100_000)])]),
        "tasks of one id": roadmap(lessons=[lesson(tasks=[task() for _ in some(100_000)])]),
        "lessons": roadmap(lessons=[lesson(week=i + 1, id=f"w{i}") for i in some(50_000)]),
        "checks after preparations": roadmap(lessons=[lesson(
            preparations=[check(id=f"p{i}") for i in some(20_000)],
            tasks=[task(checks=[check(id=f"c{i}", after=f"p{i}") for i in some(20_000)][::-1])])]),
        "checks after none": roadmap(lessons=[lesson(
            preparations=[check(id=name(i)) for i in some(20_000)],
            tasks=[task(checks=[check(id=f"c{i}", after=name(i)[::-1]) for i in some(20_000)])])]),
        "checks after one with much": roadmap(lessons=[lesson(
            preparations=[check(id="p", standins={f"s{i}": [] for i in some(100_000)})],
            tasks=[task(checks=[check(id=f"c{i}", after="p") for i in some(20_000)])])]),
        "services": proving(steps=[
            {"start": ["jq"], "name": f"s{i}", "ready": {"port": f"p{i}"}, "ours": True}
            for i in some(20_000)] + [{"stop": f"s{i}"} for i in some(20_000)][::-1]),
        "services that nothing started": proving(
            steps=[{"start": ["jq"], "name": name(i), "ready": {"port": name(i)}}
                   for i in some(20_000)]
            + [{"stop": name(i)[::-1]} for i in some(20_000)]),
        "ports": proving(steps=[{"start": ["jq", f"{{port:p{i}}}"], **service}
                                for i in some(30_000)]),
        "stand-ins": proving(standins={f"s{i}": [] for i in some(400_000)}),
        "placeholders": proving(find={f"f{i}": ["*"] for i in some(100_000)}, steps=[
            {"run": ["jq"] + [f"{{g{i}}}" for i in some(100_000)], "says": ["x"]}]),
        "placeholders of logs": proving(steps=[
            {"run": ["jq"] + [f"{{log:g{i}}}" for i in some(200_000)], "says": ["x"]}]),
        "flaws in a wide object": proving(**{f"x{i}": 0 for i in some(300_000)}, generated=[
            "../a"], steps=[{"run": ["jq"], "exit": [999] * 2000, "says": ["x"],
                             **{f"x{i}": 0 for i in some(200_000)}}]),
        "flaws under a long name": proving(standins={"a" * int(4_000_000 * scale): [
            {"when": [], f"x{i}": 0} for i in some(2000)]}),
        "hints of a long name": roadmap(
            tools=[tool("abc" + "a" * int(4_000_000 * scale))],
            lessons=[lesson(tools=["abc"] * 2000)]),
        "long texts": roadmap(title="a" * int(4_000_000 * scale), lessons=[
            lesson(id="a" * int(3_000_000 * scale))]),
        "slug of hyphens": roadmap(id="a-" * int(4_000_000 * scale)),
        "paths": proving(fixtures={"a/" * int(1_000_000 * scale) + "..": []}, generated=[
            "a/" * int(1_000_000 * scale)]),
        "former ids": roadmap(lessons=[lesson(tasks=[
            task(formerly=[f"f{i}" for i in some(400_000)])])]),
        "flaws": roadmap(lessons=[{} for _ in some(1_000_000)]),
        "nested": {"schema": 1, "x": nested(63 if scale >= 1 else 30)},
        "too deep": nested(int(1_000_000 * scale)),
    }


def nested(depth):
    return Raw("[" * depth + "]" * depth)


class Raw(str):
    """JSON as it is to stand in a document."""


def text(document):
    if isinstance(document, Raw):
        return document.encode()
    raw = [value for value in document.values() if isinstance(value, Raw)]
    result = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    for value in raw:
        result = result.replace(json.dumps(str(value)), value)
    return result.encode()


def heavy(scale):
    """The documents as bytes."""
    return {name: text(document) for name, document in hostile(scale).items()}


def seeds():
    """Small roadmaps for the fuzzer to begin from, one with its checks beside it."""
    whole = roadmap(lessons=[lesson(
        concepts=[{"term": "t", "text": "t"}], readings=[{"title": "t", "url": "https://a.b"}],
        tools=["jq", "jp"], preparations=[check(id="p", fixtures={"f": ["{port:a}"]})],
        tasks=[task(formerly=["b"], starter={"f": ["a"]}, deliverable=["a/*"], checks=[
            check(after="p", standins={"x": [{"when": ["a"], "out": "b"}]}, find={"tf": ["*.tf"]},
                  steps=[{"start": ["jq"], "name": "a", "ready": {"port": "a"}},
                         {"run": ["jq", "{port:a}"], "complaints": ["."]}, {"stop": "a"}])])])])
    beside = {"preparations": [check(id="p")], "tasks": {"a": {"checks": [check(after="p")]}}}
    return {"smallest": text(roadmap()), "whole": text(whole),
            "beside": text(roadmap()) + b"\xfe" + text(beside),
            "many": text(roadmap(**{f"x{i}": 0 for i in range(50)}))}


def program(bench):
    """Everything that reads a roadmap before it is trusted, in the program itself; STUDY_SCALE=1
    makes the documents four times as large, up to the 8 MiB that are read at all."""
    folder = os.path.join(bench.folder, "roadmaps")
    os.makedirs(folder)
    path = os.path.join(folder, "roadmap.json")
    slowest = (0, "")
    documents = heavy(float(os.environ.get("STUDY_SCALE", "0.25")))
    for name, content in documents.items():
        with open(path, "wb") as file:
            file.write(content)
        for words in [["next", "--roadmap", path], ["roadmap", "validate", path],
                      ["check", "--roadmap", path], ["list", "--roadmap", path]]:
            start = time.monotonic()
            process = bench.start(*words, cwd=folder, stdout=subprocess.DEVNULL)
            try:
                _, errors = process.communicate(timeout=MOST_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                raise Broken(f"{words[0]}: {name}: over {MOST_SECONDS} s") from None
            if process.returncode not in (0, 1, 2, 65, 66):
                raise Broken(f"{words[0]}: {name}: exit {process.returncode}: {errors[-300:]!r}")
            slowest = max(slowest, (time.monotonic() - start, f"{words[0]}: {name}"))
    size = max(map(len, documents.values())) / 2**20
    return (f"{len(documents)} documents of up to {size:.1f} MiB, "
            f"the slowest in {slowest[0]:.1f} s ({slowest[1]})")


TESTS = [("hostile roadmaps", program)]
