"""kill -9 at random moments, Ctrl-C, and many writers at once."""
import random
import signal
import statistics
import subprocess
import threading
import time

from harness import Broken, events, leftovers, notes, read

KILLS = 500


def kill_minus_9(bench):
    path = bench.lab("kills", events=1000)
    # How long to wait at most: grows with each run that was killed, shrinks with each that was not,
    # so that the kills fall into every part of a run however busy the machine is.
    longest = [statistics.median(timed(bench, path, f"warm-up {n}") for n in range(7))]
    kept, killed, invalid, lock = [], [0], [], threading.Lock()

    def writer(name):
        number = 0
        while killed[0] < KILLS and number < KILLS * 5:
            number += 1
            text = f"{name}-{number}"
            process = bench.start(
                *bench.note(path, text), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0, longest[0]))
            process.kill()
            status = process.wait()
            with lock:
                killed[0] += status == -signal.SIGKILL
                longest[0] *= 1.02 if status else 0.95
                if status == 0:
                    kept.append(text)
                try:
                    events(read(path))
                except Broken as error:
                    invalid.append(error)

    writers = [threading.Thread(target=writer, args=(name,)) for name in ("a", "b")]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    lost = len(kept) if invalid else len(set(kept) - notes(path))
    figure = (f"{killed[0]} kills, {lost} of {len(kept)} acknowledged events lost, "
              f"{len(invalid)} invalid files seen")
    if lost or invalid or killed[0] < KILLS or not kept:
        raise Broken(figure)
    return figure


def timed(bench, path, text):
    start = time.monotonic()
    bench.call(*bench.note(path, text))
    return time.monotonic() - start


def interrupts(bench):
    """Ctrl-C: old or new, and no temporary file."""
    path = bench.lab("interrupts", events=1000)
    usual = statistics.median(timed(bench, path, f"warm-up {n}") for n in range(5))
    ended, kept = 0, set()
    for number in range(150):
        process = bench.start(
            *bench.note(path, f"i-{number}"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, usual * 1.2))
        process.send_signal(signal.SIGINT)
        status = process.wait()
        ended += status == -signal.SIGINT
        if status == 0:
            kept.add(f"i-{number}")
        if leftovers(path):
            raise Broken(f"left {leftovers(path)} behind")
    lost = kept - notes(path)
    figure = f"{ended} of 150 runs ended by it, {len(lost)} of {len(kept)} events lost, nothing left"
    if lost or not ended:
        raise Broken(figure)
    return figure


def fifty_writers(bench):
    path = bench.lab("writers")
    kept, busy = [], [0]
    start = time.monotonic()

    def writer(name):
        for number in range(10):
            for _ in range(5):
                status, _, errors = bench.call(*bench.note(path, f"{name}-{number}"))
                if status == 0:
                    kept.append(f"{name}-{number}")
                if status != 74 or b"was held by another" not in errors:
                    break
                busy[0] += 1

    writers = [threading.Thread(target=writer, args=(name,)) for name in range(50)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    found = len(notes(path) & set(kept))
    figure = (f"{found} of 500 events kept, {busy[0]} told to try again, "
              f"{time.monotonic() - start:.1f} s")
    if found != 500:
        raise Broken(figure)
    return figure


TESTS = [
    ("kill -9 at random moments, two writers", kill_minus_9),
    ("Ctrl-C at random moments", interrupts),
    ("50 writers of 10 events each at once", fifty_writers),
]
