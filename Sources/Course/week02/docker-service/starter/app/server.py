"""tally: a small HTTP service that counts visits.

It runs, but it was written for one machine: its port and version are fixed in
the code, its log is for people, it has no health check, and SIGTERM cuts off
the requests under way. Counting and metrics are complete.
"""
import json
import os
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

PORT = 8080
VERSION = "dev"
REDIS_URL = os.environ.get("REDIS_URL", "")
REDIS_PASSWORD_FILE = os.environ.get("REDIS_PASSWORD_FILE", "")
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

lock = threading.Lock()
visits = 0
requests = {200: 0}
durations = [0] * len(BUCKETS)
duration_sum = 0.0
duration_count = 0


def log(text):
    """Write one line for a person to read."""
    print(time.strftime("[%d/%b/%Y %H:%M:%S]"), text)


def observe(status, seconds):
    """Count one answered request for /metrics."""
    global duration_sum, duration_count
    with lock:
        requests[status] = requests.get(status, 0) + 1
        duration_sum += seconds
        duration_count += 1
        for i, bound in enumerate(BUCKETS):
            if seconds <= bound:
                durations[i] += 1


def metrics():
    """The counters in Prometheus text format."""
    with lock:
        lines = ["# HELP tally_requests_total Answered requests, without probes and scrapes.",
                 "# TYPE tally_requests_total counter"]
        lines += [f'tally_requests_total{{code="{code}"}} {n}' for code, n in sorted(requests.items())]
        lines += ["# HELP tally_request_duration_seconds Time from request to answer.",
                  "# TYPE tally_request_duration_seconds histogram"]
        lines += [f'tally_request_duration_seconds_bucket{{le="{bound}"}} {n}'
                  for bound, n in zip(BUCKETS, durations)]
        lines += [f'tally_request_duration_seconds_bucket{{le="+Inf"}} {duration_count}',
                  f"tally_request_duration_seconds_sum {duration_sum:.6f}",
                  f"tally_request_duration_seconds_count {duration_count}",
                  "# HELP tally_build_info The running version.",
                  "# TYPE tally_build_info gauge",
                  f'tally_build_info{{version="{VERSION}"}} 1']
    return "\n".join(lines) + "\n"


def redis_command(sock, answers, *words):
    """Send one command in Redis's protocol and return its answer."""
    parts = [f"*{len(words)}\r\n".encode()]
    for word in words:
        data = str(word).encode()
        parts.append(b"$%d\r\n%s\r\n" % (len(data), data))
    sock.sendall(b"".join(parts))
    answer = answers.readline().decode().rstrip("\r\n")
    if not answer or answer[0] not in ":+":
        raise OSError(f"Redis answered {answer[:80]!r}")
    return answer[1:]


def count_visit():
    """Add one visit and return how many there are now."""
    global visits
    if not REDIS_URL:
        with lock:
            visits += 1
            return visits
    url = urlsplit(REDIS_URL)
    password = unquote(url.password or "")
    if REDIS_PASSWORD_FILE:
        with open(REDIS_PASSWORD_FILE) as file:
            password = file.read().strip()
    with socket.create_connection((url.hostname, url.port or 6379), timeout=2) as sock:
        with sock.makefile("rb") as answers:
            if password:
                redis_command(sock, answers, "AUTH", password)
            if url.path.strip("/"):
                redis_command(sock, answers, "SELECT", url.path.strip("/"))
            return int(redis_command(sock, answers, "INCR", "tally:visits"))


class Handler(BaseHTTPRequestHandler):
    timeout = 10  # an idle connection may not hold a thread for ever

    def do_GET(self):
        started = time.perf_counter()
        path = urlsplit(self.path).path
        status, kind, body, error = self.answer(path)
        elapsed = time.perf_counter() - started
        if path not in ("/healthz", "/metrics"):
            observe(status, elapsed)
        log(f"GET {path} {status} {elapsed:.3f}s {error or ''}")
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_HEAD = do_GET

    def answer(self, path):
        if path == "/metrics":
            return 200, "text/plain; version=0.0.4; charset=utf-8", metrics(), None
        if path != "/":
            return 404, "application/json", '{"error": "not found"}\n', None
        try:
            answer = {"visits": count_visit(), "version": VERSION}
        except (OSError, ValueError) as problem:
            return 503, "application/json", '{"error": "the counter is not available"}\n', str(problem)
        return 200, "application/json", json.dumps(answer) + "\n", None

    def log_message(self, format, *args):
        pass  # do_GET writes the log line


def main():
    server = ThreadingHTTPServer(("", PORT), Handler)
    log(f"listening on port {PORT}")
    server.serve_forever()


if __name__ == "__main__":
    main()
