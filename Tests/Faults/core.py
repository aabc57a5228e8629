"""The reader and the merge themselves, compiled apart from the program: laws, documents, fuzzing.

SwiftPM can't link libFuzzer, so StudyCore's sources are compiled here for it, into the temporary
folder, while the other parts run.
"""
import glob
import os
import re
import shutil
import subprocess
import threading
import time

import roadmaps
from harness import Broken, ROOT, Skip, need

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "corpus")
LAWS = "merge laws, with collisions and hostile text"
TABLE = "RFC 8259 documents"
FUZZ = "reader and merge under a fuzzer"
FUZZ_ROADMAPS = "roadmaps under a fuzzer"
TABLES = ["Sync/JSONDocuments.swift", "Sync/MergeLaws.swift"]
# What these look at is not public, so they need StudyCore's sources.
INSIDE = ["Sync/ReadingLaws.swift", "Checks/SlowGlob.swift"]
SECONDS = 30
# For one input, on a busy machine; what grows with a square or worse takes minutes.
MOST_SECONDS = 60


class Background:
    """Two threads: one compiles and tries the laws, the other compiles and runs the fuzzer."""

    def __init__(self, bench):
        self.bench = bench
        self.waiting = []
        seed = os.environ.get("STUDY_SEED") or str(int(time.time()))
        if bench.wants(LAWS) or bench.wants(TABLE):
            self.begin([(LAWS, lambda: self.laws("laws", seed)), (TABLE, lambda: self.laws("table"))])
        if bench.wants(FUZZ):
            self.begin([(FUZZ, self.fuzz)])
        if bench.wants(FUZZ_ROADMAPS):
            self.begin([(FUZZ_ROADMAPS, self.fuzz_roadmaps)])

    def begin(self, tests):
        outcomes = {}

        def work():
            for name, test in tests:
                try:
                    figure = test()
                    outcomes[name] = lambda _, figure=figure: figure
                except Exception as error:
                    outcomes[name] = lambda _, error=error: fail(error)

        thread = threading.Thread(target=work)
        thread.start()
        self.waiting.append((thread, [name for name, _ in tests], outcomes))

    def finish(self):
        for thread, names, outcomes in self.waiting:
            thread.join()
            for name in names:
                self.bench.run(name, outcomes[name])

    def compile(self, name, *options):
        """A program of StudyCore's own sources, with options that SwiftPM can't give."""
        sources = glob.glob(os.path.join(ROOT, "Sources/StudyCore/**/*.swift"), recursive=True)
        inside = [os.path.join(ROOT, "Tests/StudyCoreTests", table) for table in INSIDE]
        return self.swiftc(name, ["-module-name", "Core", *options, *sources, *inside])

    def link(self, name):
        """A program that uses the StudyCore that was built for release."""
        objects = glob.glob(os.path.join(self.bench.products, "StudyCore.build", "*.o"))
        return self.swiftc(name, ["-I", os.path.join(self.bench.products, "Modules"), *objects])

    def swiftc(self, name, words):
        program = os.path.join(self.bench.folder, name)
        tables = [os.path.join(ROOT, "Tests/StudyCoreTests", table) for table in TABLES]
        main = os.path.join(HERE, "core", name + ".swift")
        if not os.path.exists(program):
            done = subprocess.run(
                ["swiftc", "-parse-as-library", "-swift-version", "6", "-O", "-wmo", "-num-threads", "2",
                 "-o", program, main, *tables, *words], capture_output=True, text=True)
            if done.returncode:
                raise Broken("does not compile: " + done.stderr.strip()[-2000:])
        return program

    def laws(self, *words):
        need("swiftc")
        self.bench.built.wait()
        program = self.link("Laws") if self.bench.products else self.compile("Laws")
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        done = subprocess.run([program, *words], capture_output=True, text=True, env=environment)
        if done.returncode:
            raise Broken(done.stderr.partition("Fatal error: ")[2].strip() or done.stderr[-500:])
        return done.stdout.strip()

    def fuzz(self):
        def fill(corpus):
            shutil.copytree(CORPUS, corpus)

        return self.fuzz_with("Fuzz", fill, HEAVY)

    def fuzz_roadmaps(self):
        def fill(corpus):
            write(corpus, roadmaps.seeds())

        return self.fuzz_with("FuzzRoadmap", fill, roadmaps.heavy(0.04))

    def fuzz_with(self, name, fill, heavy_inputs):
        """Tries heavy inputs with a bound on the time of each, then what the fuzzer makes up."""
        need("swiftc")
        folder = os.path.join(self.bench.folder, "fuzzing-" + name)
        os.makedirs(folder)
        probe = os.path.join(folder, "probe.swift")
        with open(probe, "w") as file:
            file.write('@_cdecl("LLVMFuzzerTestOneInput") public func fuzz'
                       "(_: UnsafePointer<UInt8>, _: Int) -> CInt { 0 }\n")
        sanitize = ["-sanitize=fuzzer,address"]
        done = subprocess.run(
            ["swiftc", "-parse-as-library", *sanitize, "-o", os.path.join(folder, "probe"), probe],
            capture_output=True)
        if done.returncode:
            raise Skip("this toolchain has no libFuzzer")
        program = self.compile(name, *sanitize)
        corpus = os.path.join(folder, "corpus")
        fill(corpus)
        begun = len(os.listdir(corpus))
        heavy = os.path.join(folder, "heavy")
        write(heavy, heavy_inputs)
        bound = f"-timeout={MOST_SECONDS}"
        done = self.fuzzer(folder, program, bound, *sorted(glob.glob(heavy + "/*")))
        slowest = max(map(int, re.findall(r"Executed .* in (\d+) ms", done.stderr)), default=None)
        if slowest is None:
            raise Broken("no heavy input was tried")
        done = self.fuzzer(folder, program, bound, corpus, f"-max_total_time={SECONDS}",
                           "-max_len=4096", "-print_final_stats=1")
        runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
        count = int(runs[1]) if runs else 0
        if count < 1000:
            raise Broken(f"only {count} runs in {SECONDS} s")
        keep_corpus(corpus)
        return (f"{count} runs in {SECONDS} s from {begun} kept inputs, no crash; "
                f"{len(heavy_inputs)} heavy inputs, the slowest in {slowest} ms")

    def fuzzer(self, folder, program, *words):
        # Without this Swift's own crash report replaces the fuzzer's, and no input is kept.
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        done = subprocess.run([program, *words, f"-artifact_prefix={folder}/"],
                              capture_output=True, text=True, errors="replace", env=environment)
        if done.returncode:
            found = [path for path in os.listdir(folder) if re.match("crash|timeout|oom|leak", path)]
            kept = [keep(os.path.join(folder, path)) for path in found]
            why = re.findall(r"Fatal error.*|ERROR: .*|SUMMARY: .*", done.stderr)
            raise Broken(f"{' '.join(why[:2])}; the input is kept as {', '.join(kept) or 'nothing'}")
        return done


def write(folder, files):
    os.makedirs(folder)
    for name, content in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)


def heavy():
    """Inputs that are cheap to write and were dear to read, or are for readers built otherwise."""
    size = 1 << 15
    marks = "\u0301\u0316".encode()

    def filled(piece, before=b"", after=b""):
        return before + piece * ((size - len(before) - len(after)) // len(piece)) + after

    def events(*lines):
        frame = b'{\n"format": 1,\n"events": [\n%s{}\n]\n}\n'
        return frame % b"".join(line + b",\n" for line in lines)

    def event(i, task=b"t", kind=b"done", more=b""):
        return b'{"at":"2026-01-01T00:00:00Z","id":"%s","kind":"%s",%s"task":"%s"}' % (
            i, kind, more, task)

    many = [b"%05d" % number for number in range(300)]
    # One comparison of these two as Swift's strings takes most of a minute.
    letter = b"a" + marks * 120_000
    twin = b"a" + "\u0316\u0301".encode() * 120_000
    return {
        "stars": filled(b"*a", after=b"b\xfd" + b"a" * 30000),
        "star-and-letters": b"*" + b"a" * 3000 + b"b\xfd" + b"a" * 6000,
        "double-stars": filled(b"**/", after=b"b\xfd" + b"a/" * 15000),
        "double-stars-and-names": filled(b"**/a/", after=b"b\xfd" + b"a/" * 15000),
        "glob-of-marks": b"?*" + letter + b"*?\xfd" + twin,
        "open-arrays": b"[" * size, "open-objects": filled(b'{"a":'), "open-braces": b"{" * size,
        "quotes": b'"' * size, "escapes": filled(b"\\", b'"'), "zeros": b"0" * size,
        "markers": filled(b"<<<<<<< a\n"), "markers-and-bases": filled(b"<<<<<<< a\n||||||| b\n"),
        "lines": filled(b"x\n"), "braces-in-lines": filled(b"{}{\n"), "kinds": filled(b'{"kind":'),
        "names": b"{%s}" % b",".join(b'"%s":0' % name for name in many),
        "names-of-marks": b'{"%s":0,"%s":0}' % (letter, twin),
        "members-of-marks": b'{\n"format": 1,\n"format%s": 1,\n"events": [\n{}\n]\n}\n' % letter,
        "events-of-marks": events(event(letter, b"a"), event(twin, b"b")),
        "kind-of-marks": events(event(b"a", kind=b"done" + letter)),
        "backwards": events(*(event(name) for name in reversed(many))),
        "alike": events(*(event(b"a", more=b'"note":"%s",' % (b"n" * 900 + name))
                          for name in many[:60])),
        "escaped-ids": events(*(event(b"\\\\" + name) for name in reversed(many))),
        "undone": events(*(event(name, kind=b"undo", more=b'"of":["%s"],' % name) for name in many)),
        "line-of-damage": filled(b'{"at":1},', after=b"x"),
    }


HEAVY = heavy()


def keep(path):
    kept = os.path.join(os.environ.get("TMPDIR", "/tmp"), "study-" + os.path.basename(path))
    shutil.copy(path, kept)
    return kept


def keep_corpus(corpus):
    """With STUDY_KEEP_CORPUS, what the fuzzer found is left in that folder to choose from."""
    target = os.environ.get("STUDY_KEEP_CORPUS")
    if target:
        shutil.copytree(corpus, target, dirs_exist_ok=True)


def fail(error):
    raise error
