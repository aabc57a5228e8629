# Runs backup.sh and restore.sh with a stand-in for docker, in good times and bad, and prints what it saw as JSON.
import gzip, io, json, os, shutil, signal, stat, subprocess, sys, tarfile, tempfile, time

BACKUP, RESTORE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
WORK = tempfile.mkdtemp(prefix="drill-")
STUBS, STATE, BACKUPS = (os.path.join(WORK, name) for name in ("bin", "state", "backups"))
DUMP = bytes.fromhex(
    "524544495330303130fa0972656469732d76657206372e302e3135fa0a72656469732d62697473c040fa056374696d65c2ed42036b"
    "fa08757365642d6d656dc2800e1000fa0e7265706c2d73747265616d2d6462c000fa077265706c2d69642865303135393639356366"
    "333239623535363630383638386539306461653261373537376631346633fa0b7265706c2d6f6666736574c000fa08616f662d6261"
    "7365c000fe00fb0200000c74616c6c793a766973697473c002000161c001ffb899af4ce535d765")

ENGINE = r'''
import gzip, io, json, os, re, sys, tarfile
state = os.environ["DRILL_STATE"]
mode = open(os.path.join(state, "mode")).read()
dump = open(os.path.join(state, "dump"), "rb").read()
args = sys.argv[1:]
text = " ".join(args)
compose = os.path.basename(sys.argv[0]) == "docker-compose" or "compose" in args[:1]
out = sys.stdout.buffer
data = {"ok": dump, "dies": dump[:60], "empty": b"", "garbage": b"NOAUTH Authentication required.\n\n"}.get(mode, b"")
fed = b""
verb = next((a for a in args if a in ("exec", "run", "cp", "stop", "start", "restart", "up", "down", "kill", "rm", "pause",
    "unpause", "create", "ps", "inspect", "logs", "images", "image", "volume", "container", "config", "version", "info")), "")
if verb in ("exec", "run") or (verb == "cp" and "-" in args):
    if not sys.stdin.isatty():
        fed = sys.stdin.buffer.read()

def note(kind):
    with open(os.path.join(state, "calls"), "a") as file:
        file.write(json.dumps({"kind": kind, "call": "docker " + text[:200]}) + "\n")

def holds(found):
    if found[:2] == b"\x1f\x8b":
        try:
            found = gzip.decompress(found)
        except Exception:
            return False
    return found.startswith(b"REDIS") or b"REDIS0" in found[:4096]

def packed(name):
    if name.endswith((".tar", ".tar.gz", ".tgz")):
        box = io.BytesIO()
        with tarfile.open(fileobj=box, mode="w" if name.endswith(".tar") else "w:gz") as tar:
            entry = tarfile.TarInfo("dump.rdb")
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
        return box.getvalue()
    return gzip.compress(data) if name.endswith(".gz") else data

def leave():
    if mode == "dies":
        sys.stderr.write("Error response from daemon: container is not running\n")
        sys.exit(1)
    sys.exit(0)

if mode == "down":
    note("refused")
    sys.stderr.write("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n")
    sys.exit(1)
if compose and not any(a in ("-f", "--file", "--project-directory", "-p", "--project-name") or a.startswith(("--file=", "--project-"))
                       for a in args) and "COMPOSE_FILE" not in os.environ:
    where = os.getcwd()
    while not any(os.path.exists(os.path.join(where, n)) for n in ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")):
        if where == os.path.dirname(where):
            note("lost")
            sys.stderr.write("no configuration file provided: not found\n")
            sys.exit(14)
        where = os.path.dirname(where)

mounts = []
for i, a in enumerate(args):
    value = args[i + 1] if a in ("-v", "--volume", "--mount") and i + 1 < len(args) else a.split("=", 1)[1] if a.startswith(("-v=", "--volume=", "--mount=")) else ""
    if "source=" in value or "src=" in value:
        pairs = dict(p.split("=", 1) for p in value.split(",") if "=" in p)
        mounts.append((pairs.get("source") or pairs.get("src", ""), pairs.get("target") or pairs.get("dst") or pairs.get("destination", "")))
    elif ":" in value:
        mounts.append(tuple(value.split(":")[:2]))
hosts = [(os.path.abspath(h), c.rstrip("/")) for h, c in mounts if h.startswith(("/", ".", "~")) and os.path.exists(h)]

if verb in ("exec", "run") and "redis-check-rdb" in text:
    good = fed == dump if fed else mode == "ok"
    for host, inside in hosts:
        if os.path.isfile(host):
            good = open(host, "rb").read() == dump
    note("look")
    print("\\o/ RDB looks OK! \\o/" if good else "--- RDB ERROR DETECTED ---")
    sys.exit(0 if good else 1)
if verb == "exec" and re.search(r"\bshutdown\b", text, re.I):
    note("stop")
    sys.exit(0)
if verb in ("exec", "run"):
    for host, inside in hosts:
        for path in re.findall(re.escape(inside) + r"(/[^\s'\";&|)]*)?", text.split(inside, 1)[1]) if inside else []:
            target = host + (path or "")
            if os.path.isfile(target) and path is not None:
                note("data" if holds(open(target, "rb").read()) else "bad data")
                leave()
            if path and not os.path.exists(target) and os.path.isdir(os.path.dirname(target)):
                note("dump")
                with open(target, "wb") as file:
                    file.write(packed(target) if mode != "dies" else packed(target)[:60])
                leave()
    if fed:
        note("data" if holds(fed) else "bad data")
        leave()
    if re.search(r"--rdb\s+(-|/dev/stdout)(\s|$|['\"])", text) or re.search(r"\b(cat|tar|gzip|dd|base64)\b.*(rdb|/data)", text, re.S):
        note("dump")
        if re.search(r"\btar\b", text):
            name = "x.tar.gz" if re.search(r"\btar\s+\S*z|gzip", text) else "x.tar"
        else:
            name = "x.gz" if re.search(r"\bgzip\b", text) else "x.rdb"
        found = packed(name)
        out.write(found if mode != "dies" else found[:60])
        out.flush()
        leave()
    note("look")
    if mode == "dies":
        sys.exit(0)
    if mode == "garbage" and "redis-cli" in text:
        print("NOAUTH Authentication required.")
    elif re.search("lastsave", text, re.I):
        path = os.path.join(state, "lastsave")
        n = int(open(path).read()) + 1 if os.path.exists(path) else 1700000000
        open(path, "w").write(str(n))
        print(n)
    elif re.search("bgsave", text, re.I):
        print("Background saving started")
    elif re.search(r"\bping\b", text, re.I):
        print("PONG")
    elif re.search(r"\binfo\b", text, re.I):
        print("loading:0\r\nrdb_bgsave_in_progress:0\r\nrdb_last_bgsave_status:ok\r\naof_enabled:0\r")
    elif re.search(r"config\s+get", text, re.I):
        print("dir\n/data")
    elif "redis-cli" in text:
        print("OK")
    sys.exit(0)
if verb == "cp":
    names = [a for a in args[args.index("cp") + 1:] if a == "-" or not a.startswith("-")]
    source, target = (names + ["", ""])[:2]
    if ":" in target:
        found = fed if source == "-" else open(source, "rb").read() if os.path.isfile(source) else b""
        note("data" if holds(found) else "bad data")
        leave()
    note("dump")
    if target == "-":
        out.write(packed("x.tar"))
        out.flush()
    else:
        if os.path.isdir(target):
            target = os.path.join(target, os.path.basename(source))
        with open(target, "wb") as file:
            file.write(data)
    leave()
if verb in ("stop", "down", "kill", "rm", "pause"):
    names = [a for a in args[args.index(verb) + 1:] if not a.startswith("-") and not a.isdigit()]
    note("look" if names and all(n in ("web", "app", "tally", "api") for n in names) else "stop")
    sys.exit(0)
if verb in ("up", "start", "restart", "unpause", "create"):
    note("start")
    sys.exit(0)
note("look")
if verb == "ps":
    print("c0ffee0123ab" if "-q" in args or "--quiet" in args else "redis")
elif verb == "inspect":
    print("healthy" if "Health" in text else "true")
elif verb == "config":
    print("redis\nweb" if "--services" in args else "")
'''

DATE = r'''
import os, sys, time
now = int(open(os.path.join(os.environ["DRILL_STATE"], "now")).read())
form = next((a[1:] for a in sys.argv[1:] if a.startswith("+")), "%a %b %d %H:%M:%S UTC %Y")
for a in sys.argv[1:]:
    if a.startswith(("-I", "--iso")):
        form = "%Y-%m-%dT%H:%M:%S+00:00" if "s" in a[2:] else "%Y-%m-%d"
form = form.replace("%s", str(now)).replace("%N", "000000000").replace("%3N", "000").replace("%-", "%").replace("%:z", "+00:00")
print(time.strftime(form, time.gmtime(now)))
'''


def write(path, text, executable=False):
    with open(path, "wb" if isinstance(text, bytes) else "w") as file:
        file.write(text)
    if executable:
        os.chmod(path, 0o755)


def listing():
    found = {}
    for folder, _, names in os.walk(BACKUPS):
        for name in names:
            if not name.startswith(".") and not name.endswith((".part", ".partial", ".tmp", ".temp")):
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, BACKUPS)] = file.read()
    return found


def holds_dump(data):
    try:
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        if DUMP == data:
            return True
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            return any(tar.extractfile(m).read() == DUMP for m in tar.getmembers() if m.isfile())
    except Exception:
        return False


def run(script, mode, args=(), cwd=None):
    write(os.path.join(STATE, "mode"), mode)
    write(os.path.join(STATE, "calls"), "")
    env = {k: v for k, v in os.environ.items() if not k.startswith(("COMPOSE_", "DOCKER_"))}
    env.update(PATH=STUBS + os.pathsep + env.get("PATH", "/usr/bin:/bin"), BACKUP_DIR=BACKUPS, DRILL_STATE=STATE)
    command = [script] if os.access(script, os.X_OK) and open(script, "rb").read(2) == b"#!" else ["bash", script]
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(command + list(args), cwd=cwd or WORK, env=env, stdin=subprocess.DEVNULL,
                                       stdout=said, stderr=subprocess.STDOUT, start_new_session=True)
        except OSError as error:
            return {"status": "not started", "said": str(error)[:200], "calls": []}
        try:
            status = process.wait(10)
        except subprocess.TimeoutExpired:
            status = "never"
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except OSError:
            pass
        process.wait()
        said.seek(0)
        lines = [line for line in said.read(20000).decode("utf-8", "replace").splitlines() if line.strip()]
    with open(os.path.join(STATE, "calls")) as file:
        calls = [json.loads(line) for line in file if line.strip()]
    return {"status": status, "said": lines[-1][:200] if lines else "", "calls": calls}


def bad_backup(mode):
    before = listing()
    result = run(BACKUP, mode)
    after = listing()
    return {"status": result["status"], "said": result["said"], "calls": len(result["calls"]),
            "added": sorted(set(after) - set(before)), "kept": len(before),
            "harmed": sorted(n for n in before if after.get(n) != before[n])}


def main():
    for folder in (STUBS, STATE, BACKUPS):
        os.mkdir(folder)
    for name in ("docker", "docker-compose", "podman"):
        write(os.path.join(STUBS, name), f"#!{sys.executable}\n{ENGINE}", True)
    write(os.path.join(STUBS, "date"), f"#!{sys.executable}\n{DATE}", True)
    write(os.path.join(STUBS, "sleep"), "#!/bin/sh\nexit 0\n", True)
    write(os.path.join(STATE, "dump"), DUMP)

    started, runs, order = int(time.time()), [], []
    for i in range(9):
        now = started - (8 - i) * 86400
        write(os.path.join(STATE, "now"), str(now))
        before = listing()
        result = run(BACKUP, "ok")
        after = listing()
        new = sorted(n for n in after if n not in before or after[n] != before[n])
        for name in new:
            os.utime(os.path.join(BACKUPS, name), (now, now))
        runs.append({"status": result["status"], "said": result["said"], "new": new, "calls": result["calls"][:6],
                     "whole": any(holds_dump(after[n]) for n in new)})
        order.append([n for n in new if holds_dump(after[n])])
        if result["status"] != 0 or not new:
            break
    left = listing()
    facts = {"runs": runs, "left": sorted(left), "dumps_left": sum(holds_dump(d) for d in left.values()),
             "newest_left": bool(order and order[-1]) and all(n in left for n in order[-1]),
             "elsewhere": sorted(os.listdir("backups"))[:3] if os.path.isdir("backups") else []}
    write(os.path.join(STATE, "now"), str(started + 86400))
    facts["bad"] = {}
    for mode in ("down", "dies", "empty", "garbage"):
        shutil.copytree(BACKUPS, BACKUPS + ".good", copy_function=shutil.copy2)
        facts["bad"][mode] = bad_backup(mode)
        shutil.rmtree(BACKUPS)
        os.rename(BACKUPS + ".good", BACKUPS)

    own = order[-1][0] if order and order[-1] and order[-1][0] in listing() else None
    name = os.path.join(BACKUPS, own or "dump.rdb")
    if not own:
        write(name, DUMP)
    extension = ".tar.gz" if name.endswith(".tar.gz") else os.path.splitext(name)[1]
    wrong = os.path.join(BACKUPS, "notes" + extension)
    write(wrong, b"these are notes and no dump of anything\n" * 8)
    cwd = os.path.dirname(RESTORE)
    facts["restore"] = {"absent": run(RESTORE, "ok", [os.path.join(BACKUPS, "absent" + extension)], cwd),
                        "wrong": run(RESTORE, "ok", [wrong], cwd), "good": run(RESTORE, "ok", [name], cwd),
                        "down": run(RESTORE, "down", [name], cwd)}
    print(json.dumps(facts))


try:
    main()
finally:
    shutil.rmtree(WORK, ignore_errors=True)
