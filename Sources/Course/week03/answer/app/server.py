"""tally: a small HTTP service that counts visits.

GET /         {"visits": N, "version": V}
GET /healthz  ok
GET /metrics  Prometheus text

Environment: PORT (8080), VERSION (dev), REDIS_URL (redis://host:6379/0; counts
in memory when unset), REDIS_PASSWORD_FILE (a file that holds Redis's password).
"""
import json
import os
import signal
import socket
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

PORT = int(os.environ.get("PORT", "8080"))
VERSION = os.environ.get("VERSION", "dev")
REDIS_URL = os.environ.get("REDIS_URL", "")
REDIS_PASSWORD_FILE = os.environ.get("REDIS_PASSWORD_FILE", "")
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

lock = threading.Lock()
visits = 0
requests = {200: 0}
durations = [0] * len(BUCKETS)
duration_sum = 0.0
duration_count = 0


def log(level, msg, **fields):
    """Write one JSON object to standard output, on a line of its own."""
    now = time.time()
    ts = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now))
    line = {"ts": f"{ts}.{int(now % 1 * 1000):03d}Z", "level": level, "msg": msg, **fields}
    with lock:
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


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
    timeout = 10  # an idle connection may not hold a thread, or a shutdown, for ever

    def do_GET(self):
        started = time.perf_counter()
        request_id = self.headers.get("X-Request-ID") or uuid.uuid4().hex
        path = urlsplit(self.path).path
        status, kind, body, error = self.answer(path)
        elapsed = time.perf_counter() - started
        if path not in ("/healthz", "/metrics"):
            observe(status, elapsed)
        fields = {"path": path, "status": status, "ms": round(elapsed * 1000, 1), "request_id": request_id}
        if error:
            fields["error"] = error
        log("error" if status >= 500 else "info", "request", **fields)
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("X-Request-ID", request_id)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_HEAD = do_GET

    def answer(self, path):
        if path == "/healthz":
            return 200, "text/plain; charset=utf-8", "ok", None
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


class Server(ThreadingHTTPServer):
    daemon_threads = False  # server_close() waits for the requests under way
    request_queue_size = 128


def main():
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    server = Server(("", PORT), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    log("info", "listening", port=server.server_address[1], version=VERSION)
    stop.wait()
    log("info", "stopping: no new connections, finishing open requests")
    server.shutdown()
    server.server_close()
    log("info", "stopped")


if __name__ == "__main__":
    main()
