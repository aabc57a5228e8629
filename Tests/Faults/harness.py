"""The program under test, a folder for it to work in, and the lines that are printed."""
import glob
import json
import os
import shutil
import subprocess
import tempfile
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

TOOLS = os.environ.get("STUDY_TOOLS", os.path.join(ROOT, ".build/lab-tools"))


class Broken(Exception):
    """A promise did not hold; the text is the figure."""


class Skip(Exception):
    """This machine can't try it; the text is the reason."""


class Bench:
    def __init__(self, wanted):
        self.wanted = wanted
        self.held = self.broken = self.skipped = 0
        # Where SwiftPM put what it built, once it has.
        self.products = None
        self.built = threading.Event()

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="study-faults-")
        os.chmod(self.folder, 0o755)
        self.study = os.path.join(self.folder, "study")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def build(self):
        """Copies the program, so that other users may run it and no build replaces it meanwhile."""
        binary = os.environ.get("STUDY_BINARY")
        if not binary:
            build = ["swift", "build", "-c", "release", "--product", "study"]
            done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
            if done.returncode:
                self.built.set()
                raise SystemExit(done.stdout + done.stderr)
            shown = subprocess.run(
                build[:4] + ["--show-bin-path"], cwd=ROOT, capture_output=True, text=True)
            self.products = shown.stdout.strip()
            binary = os.path.join(self.products, "study")
        shutil.copy(binary, self.study)
        self.built.set()

    def wants(self, name):
        return not self.wanted or any(word in name for word in self.wanted)

    def run(self, name, test):
        if not self.wants(name):
            return
        try:
            figure = test(self)
            self.tell(name, "ok", figure)
        except Broken as error:
            self.tell(name, "BROKEN", str(error))
        except Skip as reason:
            self.tell(name, "skipped", str(reason))
        except Exception as error:  # A test that can't run proves nothing.
            self.tell(name, "BROKEN", f"{type(error).__name__}: {error}")

    def tell(self, name, outcome, figure):
        self.held += outcome == "ok"
        self.broken += outcome == "BROKEN"
        self.skipped += outcome == "skipped"
        print(f"{outcome:8}{name}: {figure}", flush=True)

    # The program

    def environment(self):
        return {"PATH": os.environ.get("PATH", ""), "HOME": self.folder, "LC_ALL": "C.UTF-8"}

    def start(self, *words, **options):
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        return subprocess.Popen(
            [self.study, *words], env=self.environment(), stdin=subprocess.DEVNULL, **options)

    def call(self, *words, **options):
        """Exit status, output and errors."""
        process = self.start(*words, **options)
        out, err = process.communicate(timeout=60)
        return process.returncode, out or b"", line(err or b"")

    def note(self, path, text):
        return ["note", "1.1", text, "--progress", path]

    def lab(self, name, events=0):
        """A folder of its own with a progress file; returns the file's path."""
        folder = os.path.join(self.folder, name)
        os.makedirs(folder)
        path = os.path.join(folder, "study.json")
        lines = "".join(
            '{"at":"2026-01-01T00:00:00Z","id":"%012d","kind":"note","note":"seed %d",'
            '"task":"seed"},\n' % (number, number) for number in range(events))
        with open(path, "w") as file:
            file.write('{\n"format": 1,\n"events": [\n' + lines + "{}\n]\n}\n")
        return path


def read(path):
    with open(path, "rb") as file:
        return file.read()


def events(content):
    """The events of a progress file; Broken where it is not whole."""
    try:
        document = json.loads(content)
        assert document["format"] == 1 and document["events"][-1] == {}
        return document["events"][:-1]
    except Exception as error:
        raise Broken(f"invalid file of {len(content)} bytes: {error}")


def line(text):
    """Messages are wrapped to the terminal; tests look for words that may lie on both sides."""
    return b" ".join(text.split())


def notes(path):
    return {event.get("note") for event in events(read(path))}


def leftovers(path):
    """Names beside the file that a failed run should not have left."""
    return [name for name in os.listdir(os.path.dirname(path)) if name.startswith(".study")]


def need(tool):
    if not shutil.which(tool):
        raise Skip(f"{tool} is not installed")


# Labs of the course, with their tools


def need_labs():
    for tool in ("terraform", "jq"):
        if not os.path.exists(os.path.join(TOOLS, "bin", tool)):
            need(tool)


def lab_environment(home):
    """That of a user who has the tools of the labs."""
    environment = {"PATH": TOOLS + "/bin:" + os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8"}
    if os.path.exists(TOOLS + "/terraform.rc"):
        environment["TF_CLI_CONFIG_FILE"] = TOOLS + "/terraform.rc"
    return environment


def lay_weeks(lab):
    """The answers of all weeks, and a progress file; its path."""
    for answer in sorted(glob.glob(os.path.join(ROOT, "Sources/Course/week*/answer"))):
        shutil.copytree(answer, os.path.join(lab, os.path.basename(os.path.dirname(answer))))
    shutil.copy(os.path.join(lab, "week02/app/server.py"),
                os.path.join(lab, "week03/app/server.py"))
    path = os.path.join(lab, "study.json")
    with open(path, "w") as file:
        file.write('{\n"format": 1,\n"events": [\n{}\n]\n}\n')
    return path
