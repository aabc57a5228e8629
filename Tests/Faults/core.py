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

from harness import Broken, ROOT, Skip, need

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "corpus")
LAWS = "merge laws, with collisions and hostile text"
TABLE = "RFC 8259 documents"
FUZZ = "reader and merge under a fuzzer"
TABLES = ["JSONDocuments.swift", "MergeLaws.swift"]
SECONDS = 30


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
        return self.swiftc(name, ["-module-name", "Core", *options, *sources])

    def link(self, name):
        """A program that uses the StudyCore that was built for release."""
        objects = glob.glob(os.path.join(self.bench.products, "StudyCore.build", "*.o"))
        return self.swiftc(name, ["-I", os.path.join(self.bench.products, "Modules"), *objects])

    def swiftc(self, name, words):
        program = os.path.join(self.bench.folder, name)
        tables = [os.path.join(ROOT, "Tests/StudyCoreTests/Sync", table) for table in TABLES]
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
        figure = done.stdout.strip()
        if done.returncode:
            raise Broken(figure or done.stderr.strip()[-500:])
        return figure

    def fuzz(self):
        need("swiftc")
        folder = os.path.join(self.bench.folder, "fuzzing")
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
        program = self.compile("Fuzz", *sanitize)
        corpus = os.path.join(folder, "corpus")
        shutil.copytree(CORPUS, corpus)
        # Without this Swift's own crash report replaces the fuzzer's, and no input is kept.
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        done = subprocess.run(
            [program, corpus, f"-max_total_time={SECONDS}", "-max_len=4096", "-timeout=5",
             "-print_final_stats=1", f"-artifact_prefix={folder}/"],
            capture_output=True, text=True, errors="replace", env=environment)
        runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
        if done.returncode:
            found = [path for path in os.listdir(folder) if re.match("crash|timeout|oom|leak", path)]
            kept = [keep(os.path.join(folder, path)) for path in found]
            why = re.findall(r"Fatal error.*|ERROR: .*|SUMMARY: .*", done.stderr)
            raise Broken(f"{' '.join(why[:2])}; the input is kept as {', '.join(kept) or 'nothing'}")
        count = int(runs[1]) if runs else 0
        if count < 1000:
            raise Broken(f"only {count} runs in {SECONDS} s")
        keep_corpus(corpus)
        return f"{count} runs in {SECONDS} s from {len(os.listdir(CORPUS))} kept inputs, no crash"


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
