# Sets up a bare repository with the learner's hooks and scripts, pushes commits to it and looks at what is live.
# Prints facts as JSON; it judges nothing. Usage: push.py first|gate|rollback|prune
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

MODE = sys.argv[1]
WEEK = os.path.abspath(".")
END = time.monotonic() + 90  # so that no step is cut off from outside while it has children
BASE = os.path.join(WEEK, ".study", MODE)
ROOT, WORK = os.path.join(BASE, "server"), os.path.join(BASE, "work")
REPO, LOG = os.path.join(ROOT, "repo.git"), os.path.join(BASE, "restarts")
MARK = os.path.join("app", "study-release.txt")
ENV = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith(("GIT_AUTHOR", "GIT_COMMITTER", "GIT_CONFIG"))}
ENV.update(DEPLOY_ROOT=ROOT, HOME=os.path.join(BASE, "home"), TMPDIR=os.path.join(BASE, "tmp"), PYTHONDONTWRITEBYTECODE="1")
for k, v in (("NAME", "study"), ("EMAIL", "study@localhost")):
    ENV.setdefault("GIT_AUTHOR_" + k, v)
    ENV.setdefault("GIT_COMMITTER_" + k, v)
commits, files, facts = {}, {}, {"mode": MODE, "missing": [], "plain": [], "events": []}


def run(args, cwd=WORK):
    late = ""
    with tempfile.TemporaryFile() as out:
        try:
            p = subprocess.Popen(args, cwd=cwd, env=ENV, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)
        except OSError as e:
            return None, str(e)
        try:
            code = p.wait(max(1, min(40, END - time.monotonic())))
        except subprocess.TimeoutExpired:
            code, late = None, " (stopped: it took too long)"
        finally:
            try:
                os.killpg(p.pid, signal.SIGKILL)
            except OSError:
                pass
            p.wait()
        out.seek(0)
        return code, out.read().decode("utf-8", "replace").strip() + late


def must(*args, cwd=WORK):
    code, text = run(list(args), cwd)
    if code != 0:
        facts["setup"] = "%s: %s" % (" ".join(args[:3]), text[-300:])
        print(json.dumps(facts))
        sys.exit(0)
    return text


def read(path):
    try:
        with open(path, "rb") as f:
            return f.read()
    except OSError:
        return None


def event(name, code, text):
    link = os.path.join(ROOT, "current")
    real = os.path.realpath(link)
    mark = read(os.path.join(real, MARK)) if os.path.lexists(link) else None
    live = mark.decode("utf-8", "replace").strip() if mark else None
    head = run(["git", "--git-dir", REPO, "rev-parse", "--verify", "-q", "refs/heads/main"])[1]
    releases = os.path.join(ROOT, "releases")
    kept = [(read(os.path.join(releases, d, MARK)) or b"").decode("utf-8", "replace").strip() for d in sorted(os.listdir(releases))] if os.path.isdir(releases) else []
    facts["events"].append({
        "id": name, "exit": code, "says": text[-400:], "link": os.path.islink(link), "live": live,
        "inside": real.startswith(os.path.realpath(releases) + os.sep),
        "whole": live in files and read(os.path.join(real, "app", "server.py")) == files[live],
        "main": commits.get(head), "restarts": (read(LOG) or b"").decode().split(), "releases": kept})


def commit(name, broken=False):
    with open(os.path.join(WORK, MARK), "w") as f:
        f.write(name + "\n")
    with open(os.path.join(WORK, "app", "server.py"), "a") as f:
        f.write("\n# release %s\n" % name)
    files[name] = read(os.path.join(WORK, "app", "server.py"))
    failing = os.path.join(WORK, "tests", "test_study_fails.py")
    if broken:
        with open(failing, "w") as f:
            f.write("import unittest\n\n\nclass Broken(unittest.TestCase):\n    def test_broken(self):\n        self.fail('this commit is broken on purpose')\n")
    elif os.path.exists(failing):
        os.remove(failing)
    must("git", "add", "-A")
    must("git", "add", "-f", MARK)
    must("git", "commit", "-q", "-m", "release " + name)
    commits[must("git", "rev-parse", "HEAD")] = name


def push(name, *refs):
    event(name, *run(["git", "push", REPO, *refs]))


def deploy(name):
    if time.monotonic() > END:
        facts["setup"] = "the pushes before this one took more than 90 seconds"
        print(json.dumps(facts))
        sys.exit(0)
    if facts["events"]:
        time.sleep(1.05)  # releases may be named by the second
    commit(name)
    push(name, "HEAD:refs/heads/main")


def rollback(name):
    os.rename(REPO, REPO + ".away")
    code, text = run([os.path.join(ROOT, "bin", "rollback.sh")], cwd=BASE)
    os.rename(REPO + ".away", REPO)
    event(name, code, text)


def set_up():
    shutil.rmtree(BASE, ignore_errors=True)
    for d in ("home", "tmp", "server/bin", "server/releases"):
        os.makedirs(os.path.join(BASE, d))
    shutil.copytree(WEEK, WORK, ignore=shutil.ignore_patterns(".study", ".git", "__pycache__"), symlinks=True)
    os.makedirs(os.path.join(WORK, "app"), exist_ok=True)
    os.makedirs(os.path.join(WORK, "tests"), exist_ok=True)
    if MODE != "first":  # the learner's tests have had their turn; quick ones from here
        for top, _, names in os.walk(os.path.join(WORK, "tests")):
            for n in names:
                if n.endswith(".py") and n != "__init__.py":
                    with open(os.path.join(top, n), "w") as f:
                        f.write("import unittest\n\n\nclass Fine(unittest.TestCase):\n    def test_fine(self):\n        self.assertTrue(True)\n")
    must("git", "init", "-q", "--bare", "-b", "main", REPO, cwd=BASE)
    must("git", "init", "-q", "-b", "main", ".")
    os.makedirs(os.path.join(REPO, "hooks"), exist_ok=True)
    for path, to in (("hooks/pre-receive", REPO + "/hooks/pre-receive"), ("hooks/post-receive", REPO + "/hooks/post-receive"),
                     ("deploy.sh", ROOT + "/bin/deploy.sh"), ("rollback.sh", ROOT + "/bin/rollback.sh")):
        if not os.path.isfile(path):
            facts["missing"].append(path)
        else:
            shutil.copy(path, to)
            if not os.access(path, os.X_OK):
                facts["plain"].append(path)
    stub = os.path.join(ROOT, "bin", "restart")
    with open(stub, "w") as f:
        f.write("#!/bin/sh\ncat '%s/current/%s' >> '%s'\n" % (ROOT, MARK, LOG))
    os.chmod(stub, 0o755)


signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
set_up()
deploy("A")
if MODE == "gate":
    must("git", "checkout", "-q", "-b", "topic")
    commit("topic")
    push("topic", "HEAD:refs/heads/a-topic")
    must("git", "checkout", "-q", "main")
    commit("broken", broken=True)
    push("broken", "HEAD:refs/heads/main")
    commit("mixed", broken=True)
    push("mixed", "+topic~1:refs/heads/a-topic", "HEAD:refs/heads/main")
    must("git", "reset", "-q", "--hard", "HEAD~2")
    deploy("B")
elif MODE == "rollback" and "rollback.sh" not in facts["missing"]:
    rollback("alone")
    deploy("B")
    deploy("C")
    rollback("C-back")
    deploy("D")
    rollback("D-back")
    rollback("B-back")
    rollback("A-back")
elif MODE == "prune":
    for letter in "BCDEFG":
        deploy(letter)
    if "rollback.sh" not in facts["missing"]:
        rollback("G-back")
facts["home"] = sorted(os.listdir(os.path.join(BASE, "home")))
facts["left"] = sorted(os.listdir(os.path.join(BASE, "tmp")))
print(json.dumps(facts))
