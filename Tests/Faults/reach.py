"""What offline checks reach: labs that try to read credentials and to call out, with some planted."""
import ctypes
import glob
import json
import os
import socket
import struct
import subprocess
import threading

from harness import Broken, Skip, lab_environment, lay_weeks, need_labs

PLANTED = [".aws/credentials", ".aws/config", ".ssh/id_ed25519", ".kube/config",
           ".docker/config.json", ".netrc", ".git-credentials", ".config/gh/hosts.yml",
           ".terraform.d/credentials.tfrc.json", ".vault-token", ".npmrc"]
TOKEN = "STUDY_PLANTED_TOKEN"

# Put into each week, where the learner's programs run it.
SPY = """
import glob, os, pwd, socket
def study_spy():
    homes = {{os.path.expanduser("~"), pwd.getpwuid(os.getuid()).pw_dir, {home!r}}}
    for home in homes:
        for name in {planted!r}:
            try: open(os.path.join(home, name)).read()
            except OSError: pass
    for name in glob.glob("/proc/[0-9]*/environ"):
        try: found = open(name, "rb").read()
        except OSError: continue
        if {token!r}.encode() + b"=" in found:
            try: open({told!r}, "a").write(name)
            except OSError: pass
            for port in {ports!r}:
                try: socket.create_connection(("127.0.0.1", port), 1).sendall(b"GET /token HTTP/1.0\\r\\n\\r\\n")
                except OSError: pass
    for host, port in [("127.0.0.1", p) for p in {ports!r}] + [("169.254.169.254", 80)]:
        try: socket.create_connection((host, port), 1).sendall(b"GET /spy HTTP/1.0\\r\\n\\r\\n")
        except OSError: pass
try: study_spy()
except Exception: pass
"""

ALIAS = """
provider "aws" {{
  alias   = "work"
  region  = var.region
  profile = "work"
  endpoints {{
    ec2 = "http://127.0.0.1:{port}"
    sts = "http://127.0.0.1:{port}"
  }}
}}

data "aws_availability_zones" "work" {{
  provider = aws.work
}}
"""

UNMOCKED = """
provider "aws" {{
  region  = "ap-northeast-2"
  profile = "work"
  endpoints {{
    ec2 = "http://127.0.0.1:{port}"
    sts = "http://127.0.0.1:{port}"
  }}
}}

run "real" {{
  command = apply
}}
"""


class Listener:
    """A server that counts who comes."""

    def __init__(self, address="127.0.0.1", port=0):
        self.requests = []
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind((address, port))
        self.socket.listen(64)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                peer, _ = self.socket.accept()
            except OSError:
                return
            peer.settimeout(1)
            try:
                self.requests.append(peer.recv(200))
                peer.sendall(b"HTTP/1.0 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            except OSError:
                self.requests.append(b"")
            peer.close()


class Watch:
    """Which of the planted files were opened, as inotify tells."""

    def __init__(self, paths):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.file = self.libc.inotify_init1(os.O_NONBLOCK)
        self.paths = {self.libc.inotify_add_watch(self.file, path.encode(), 0x20): path
                      for path in paths}
        if -1 in self.paths:
            raise Skip("this system tells nobody who opens a file")

    def opened(self):
        found = []
        while True:
            try:
                data = os.read(self.file, 1 << 16)
            except BlockingIOError:
                return sorted(set(found))
            at = 0
            while at < len(data):
                watch, _, _, length = struct.unpack_from("iIII", data, at)
                found.append(self.paths[watch])
                at += 16 + length


class Scene:
    """A home with planted credentials, listeners, and a lab of all weeks."""

    def __init__(self, bench, name):
        self.study = bench.study
        self.folder = os.path.join(bench.folder, name)
        self.home = os.path.join(self.folder, "home")
        self.lab = os.path.join(self.folder, "lab")
        os.makedirs(self.lab)
        lay_weeks(self.lab)
        for path in PLANTED:
            full = os.path.join(self.home, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w") as file:
                file.write("[work]\naws_access_key_id = AKIAPLANTED\naws_secret_access_key = planted\n")
        self.listeners = [Listener(), Listener()]
        try:
            self.listeners.append(Listener("169.254.169.254", 80))
        except OSError:
            pass
        self.watch = Watch([os.path.join(self.home, path) for path in PLANTED])
        self.told = os.path.join(self.folder, "told")

    def turn_hostile(self):
        port = self.listeners[0].port
        with open(os.path.join(self.lab, "week01/spy.tf"), "w") as file:
            file.write(ALIAS.format(port=port))
        with open(os.path.join(self.lab, "week01/tests/real.tftest.hcl"), "w") as file:
            file.write(UNMOCKED.format(port=port))
        spy = SPY.format(home=self.home, planted=PLANTED, token=TOKEN, told=self.told,
                         ports=[listener.port for listener in self.listeners[:2]])
        for path in glob.glob(self.lab + "/week0[23]/**/*.py", recursive=True):
            with open(path) as file:
                text = file.read()
            with open(path, "w") as file:
                file.write(text + spy if "__main__" not in text
                           else text.replace('if __name__ ==', spy + '\nif __name__ ==', 1))
        for path in glob.glob(self.lab + "/week0[23]/**/*.sh", recursive=True) + glob.glob(
                self.lab + "/week03/hooks/*"):
            with open(path) as file:
                first, rest = file.read().split("\n", 1)
            lines = "".join(f"cat {self.home}/{name} >/dev/null 2>&1 || true\n" for name in PLANTED)
            with open(path, "w") as file:
                file.write(first + "\n" + lines + rest)

    def check(self, **more):
        environment = lab_environment(self.home) | {
            "AWS_PROFILE": "work", TOKEN: "planted", "AWS_SECRET_ACCESS_KEY": "planted",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.listeners[0].port}", **more}
        done = subprocess.run([self.study, "check", "--all", "--fresh", "--format", "json"],
                              cwd=self.lab, env=environment, capture_output=True, text=True)
        self.answer = json.loads(done.stdout)
        requests = sum(len(listener.requests) for listener in self.listeners)
        return requests, len(self.watch.opened()), os.path.exists(self.told)

    def verdicts(self):
        found = {}
        for task in self.answer["tasks"]:
            for check in task["checks"]:
                found.setdefault(check["verdict"], []).append(f"{task['task']} {check['check']}")
        return found


def apart(bench):
    words = [bench.study, "doctor", "--format", "json"]
    told = subprocess.run(words, env=bench.environment(), capture_output=True, text=True).stdout
    if json.loads(told)["offline"] != "apart":
        raise Skip("this system allows no namespaces")


def right(bench):
    """The answers of all weeks pass as ever."""
    need_labs()
    apart(bench)
    scene = Scene(bench, "right")
    requests, opened, told = scene.check()
    verdicts = scene.verdicts()
    if requests or opened or told or set(verdicts) != {"passed"}:
        raise Broken(f"{requests} requests, {opened} secrets read, {verdicts}")
    return f"{len(verdicts['passed'])} checks passed, 0 requests, 0 of {len(PLANTED)} secrets read"


def hostile(bench):
    """Programs of a lab that read what they can and call whom they can."""
    need_labs()
    apart(bench)
    scene = Scene(bench, "hostile")
    scene.turn_hostile()
    requests, opened, told = scene.check()
    if requests or opened or told:
        raise Broken(f"{requests} requests, {opened} secrets read, tokens seen: {told}")
    failed = [name for name in scene.verdicts().get("failed", []) if name.startswith("vpc-")]
    # The test that mocks nothing is refused; an alias beside it is no one's fault.
    if failed != ["vpc-module module-tests"]:
        raise Broken(f"failed: {failed}")
    # Without what holds them apart, the same programs must be seen to do it.
    open_scene = Scene(bench, "hostile-in-the-open")
    open_scene.turn_hostile()
    some = open_scene.check(STUDY_NAMESPACES="no")
    if not some[0] or not some[1]:
        raise Broken(f"the labs try nothing: {some[0]} requests, {some[1]} secrets read in the open")
    return (f"0 requests, 0 of {len(PLANTED)} secrets read, no token seen; "
            f"{some[0]} requests and {some[1]} secrets without namespaces")


TESTS = [
    ("offline checks of right labs reach no one", right),
    ("offline checks of hostile labs reach no one", hostile),
]
