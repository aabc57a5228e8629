# Runs the learner's tests on their service, then on the same service with one promise broken at a time.
# Prints facts as JSON; it judges nothing. Usage: faults.py [FAULT ...]
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

END = time.monotonic() + 170
BROKEN = r'''
import os, re, socket, weakref
FAULT = os.environ.get("STUDY_FAULT", "")
paths = weakref.WeakKeyDictionary()
if FAULT == "dead":
    raise SystemExit(1)


def spoil(sock, data):
    path = paths.get(sock)
    if path is None:
        return data
    data = bytes(data)
    if FAULT == "health" and path == "/healthz":
        return re.sub(rb"^(HTTP/1\.[01]) 200", rb"\1 503", data)
    if FAULT == "counter" and path == "/":
        return re.sub(rb'("visits"\s*:\s*)(\d+)', lambda m: m[1] + b"7".rjust(len(m[2])), data)
    if FAULT == "version" and path == "/":
        return re.sub(rb'("version"\s*:\s*")([^"]*)', lambda m: m[1] + b"x" * len(m[2]), data)
    if FAULT == "metric" and path == "/metrics":
        return data.replace(b"tally_requests_total", b"tally_requests_tota1")
    if FAULT == "frozen" and path == "/metrics":
        return re.sub(rb'(tally_requests_total\{[^}]*\} )([0-9.e+]+)', lambda m: m[1] + b"0" * len(m[2]), data)
    return data


def note(sock, data):
    m = re.match(rb"(?:GET|HEAD|POST) (/[^ ?]*)\S* HTTP/", data)
    if m:
        paths[sock] = m[1].decode("latin-1")


class_ = socket.socket
recv, recv_into, send, sendall = class_.recv, class_.recv_into, class_.send, class_.sendall


def my_recv(self, *a):
    data = recv(self, *a)
    note(self, data)
    return data


def my_recv_into(self, buffer, *a):
    n = recv_into(self, buffer, *a)
    note(self, bytes(memoryview(buffer)[:n]))
    return n


class_.recv, class_.recv_into = my_recv, my_recv_into
class_.send = lambda self, data, *a: send(self, spoil(self, data), *a)
class_.sendall = lambda self, data, *a: sendall(self, spoil(self, data), *a)
class_.sendmsg = lambda self, buffers, *a: send(self, spoil(self, b"".join(buffers)))
'''
WRAPPER = '''
import os as _os
_here = _os.path.dirname(_os.path.abspath(__file__))
exec(compile(open(_os.path.join(_here, "study_fault.py")).read(), "study_fault.py", "exec"), {"__name__": "study_fault"})
exec(compile(open(_os.path.join(_here, "study_real.py"), encoding="utf-8").read(), __file__, "exec"))
'''


def run_tests(folder, fault):
    env = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", STUDY_FAULT=fault)
    for name in ("PORT", "VERSION", "REDIS_URL"):
        env.pop(name, None)
    with tempfile.TemporaryFile() as out:
        p = subprocess.Popen([sys.executable, "-m", "unittest", "discover", "-s", "tests"], cwd=folder, env=env,
                             stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)
        late = False
        try:
            p.wait(max(1, min(25, END - time.monotonic())))
        except subprocess.TimeoutExpired:
            late = True
        finally:
            try:
                os.killpg(p.pid, signal.SIGKILL)
            except OSError:
                pass
            p.wait()
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    ran = re.search(r"^Ran (\d+) test", text, re.M)
    skipped = re.search(r"skipped=(\d+)", text)
    return {"fault": fault, "exit": None if late else p.returncode, "late": late,
            "ran": int(ran[1]) if ran else 0, "skipped": int(skipped[1]) if skipped else 0,
            "says": text.strip()[-500:]}


def main():
    facts = {"service": os.path.isfile("app/server.py"), "tests": os.path.isdir("tests"), "own": None, "faults": []}
    if facts["service"] and facts["tests"]:
        with tempfile.TemporaryDirectory() as base:
            folder = os.path.join(base, "tally")
            shutil.copytree(".", folder, ignore=shutil.ignore_patterns(".study", ".git", "__pycache__"), symlinks=True)
            facts["own"] = run_tests(folder, "")
            if sys.argv[1:] and facts["own"]["exit"] == 0:
                app = os.path.join(folder, "app")
                os.rename(os.path.join(app, "server.py"), os.path.join(app, "study_real.py"))
                for name, text in (("server.py", WRAPPER), ("study_fault.py", BROKEN)):
                    with open(os.path.join(app, name), "w") as f:
                        f.write(text)
                facts["faults"] = [run_tests(folder, fault) for fault in sys.argv[1:]]
    print(json.dumps(facts))


signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
main()
