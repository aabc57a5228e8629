"""What can't be written, read or trusted is refused at once, and stays as it is."""
import os
import resource
import stat
import subprocess
import time

from harness import Broken, Skip, leftovers, line, need, notes, read

SHELL_FULL = """
set -e
mount -t tmpfs -o size=128k tmpfs "$1"
cp "$2" "$1/study.json"
head -c 1000000 /dev/zero > "$1/filler" 2>/dev/null || true
before=$(cat "$1/study.json" | cksum)
status=0
"$3" note 1.1 "$(head -c 20000 /dev/zero | tr '\\0' x)" --progress "$1/study.json" || status=$?
[ "$before" = "$(cat "$1/study.json" | cksum)" ] || exit 91
[ -z "$(ls -A "$1" | grep '^.study')" ] || exit 92
exit $status
"""


def refused(bench, path, *, statuses=(74,), limit=10, **options):
    """A write that must fail soon, leave the old bytes and nothing else."""
    regular = os.path.isfile(path)
    old = read(path) if regular else None
    start = time.monotonic()
    status, _, errors = bench.call(*bench.note(path, "new"), **options)
    seconds = time.monotonic() - start
    if status not in statuses:
        raise Broken(f"exit {status}: {errors.decode()}")
    if not errors:
        raise Broken("failed without a word")
    if seconds > limit:
        raise Broken(f"took {seconds:.1f} s")
    if regular and read(path) != old:
        raise Broken("the file was changed")
    if leftovers(path):
        raise Broken(f"left {leftovers(path)} behind")
    return "refused, the file as it was"


def full_disk(bench):
    need("unshare")
    path = bench.lab("full", events=100)
    mount = os.path.join(bench.folder, "mount")
    os.makedirs(mount)
    if subprocess.run(["unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", mount],
                      capture_output=True).returncode:
        raise Skip("this machine lets no one mount in a namespace")
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", SHELL_FULL, "sh", mount, path, bench.study],
        env=bench.environment(), capture_output=True, timeout=60)
    if done.returncode != 74 or b"No space left" not in line(done.stderr):
        raise Broken(f"exit {done.returncode}: {line(done.stderr).decode()}")
    return "refused, the file as it was"


def file_size_limit(bench):
    path = bench.lab("limit", events=100)
    size = os.path.getsize(path)
    return refused(
        bench, path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size - 10, size - 10)))


def unprivileged():
    """For root, whom no permission stops: become nobody."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def read_only_folder(bench):
    path = bench.lab("read-only", events=3)
    os.chmod(path, 0o666)
    os.chmod(os.path.dirname(path), 0o555)
    return refused(bench, path, preexec_fn=unprivileged)


def read_only_file(bench):
    path = bench.lab("read-only-file", events=3)
    os.chmod(path, 0o444)
    return refused(bench, path)


def not_regular(bench):
    count = 0
    folder = os.path.dirname(bench.lab("kinds"))
    os.mkfifo(os.path.join(folder, "fifo"))
    os.mkdir(os.path.join(folder, "folder"))
    os.symlink("/dev/zero", os.path.join(folder, "device"))
    os.symlink("loop-b", os.path.join(folder, "loop-a"))
    os.symlink("loop-a", os.path.join(folder, "loop-b"))
    for name in ("fifo", "folder", "device", "loop-a", "/dev/zero"):
        path = os.path.join(folder, name)
        refused(bench, path, statuses=(65, 74), limit=2)
        status, _, _ = bench.call("list", "--progress", path)
        if status not in (65, 74):
            raise Broken(f"{name} was read: exit {status}")
        count += 1
    return f"{count} of {count} refused at once, for reading and writing"


def damaged(bench):
    """A file that can't be wholly understood is never overwritten."""
    path = bench.lab("damaged", events=3)
    good = read(path)
    lines = good.splitlines(keepends=True)
    marked = (lines[:3] + [b"<<<<<<< ours\n"] + lines[3:4] + [b"=======\n"] + lines[4:5]
              + [b">>>>>>> theirs\n"] + lines[5:])
    cases = [
        b"", b"{", good[:-20], good.replace(b'"format": 1', b'"format": 2'), b"".join(marked),
        b"\xff" + good, b"\xef\xbb\xbf" + good, good + good, b"[]", b"\0" * 100,
    ]
    for content in cases:
        with open(path, "wb") as file:
            file.write(content)
        refused(bench, path, statuses=(65,))
    return f"{len(cases)} of {len(cases)} left alone"


def large(bench):
    """Refused in little time and memory."""
    folder = os.path.dirname(bench.lab("large"))
    cases = {
        "100 MB": lambda file: file.write(b"[" + b"0," * 50_000_000 + b"0]"),
        "100,000 nested arrays": lambda file: file.write(b"[" * 100_000),
        "a number of 1,000,000 digits": lambda file: file.write(b"9" * 1_000_000),
    }
    worst = 0
    for name, write in cases.items():
        path = os.path.join(folder, "study.json")
        with open(path, "wb") as file:
            write(file)
        start = time.monotonic()
        status, _, _ = bench.call(
            "list", "--progress", path,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (64 << 20, 64 << 20)))
        seconds = time.monotonic() - start
        worst = max(worst, seconds)
        if status != 65 or seconds > 1:
            raise Broken(f"{name}: exit {status} after {seconds:.2f} s")
    return f"{len(cases)} of {len(cases)} refused in 64 MiB, the slowest in {worst * 1000:.0f} ms"


def kept_ways(bench):
    """Link, mode and owner survive, and an output that fails takes nothing back."""
    path = bench.lab("ways", events=3)
    real = path + ".real"
    os.rename(path, real)
    os.symlink(os.path.basename(real), path)
    os.chmod(real, 0o640)
    if os.geteuid() == 0:
        os.chown(real, 12345, 12346)
    before = os.stat(real)
    with open("/dev/full" if os.path.exists("/dev/full") else os.devnull, "wb") as full:
        status, _, errors = bench.call(*bench.note(path, "new"), stdout=full)
    after = os.stat(real)
    same = [(value.st_mode, value.st_uid, value.st_gid) for value in (before, after)]
    if not os.path.islink(path) or same[0] != same[1]:
        raise Broken("link, mode or owner changed")
    if status or "new" not in notes(real):
        raise Broken(f"exit {status}, written: {'new' in notes(real)}: {errors.decode()}")
    return f"link kept, mode {stat.S_IMODE(after.st_mode):o}, owner {after.st_uid}, full output"


TESTS = [
    ("full disk", full_disk),
    ("file-size limit", file_size_limit),
    ("read-only folder", read_only_folder),
    ("read-only file", read_only_file),
    ("FIFO, folder, device, link loop", not_regular),
    ("damaged, conflicted and newer files", damaged),
    ("hostile sizes", large),
    ("link, mode, owner and a full output", kept_ways),
]
