"""tally on asyncio."""
import asyncio
import datetime
import json
import os
import secrets
import signal
import time
import urllib.parse

BOUNDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5]


class Tally:
    def __init__(self, env):
        self.version = env.get("VERSION") or "dev"
        self.redis = env.get("REDIS_URL")
        self.password_file = env.get("REDIS_PASSWORD_FILE")
        self.memory = 0
        self.codes = {200: 0}
        self.buckets = [0] * (len(BOUNDS) + 1)
        self.seconds = 0.0
        self.tasks = set()

    def say(self, level, msg, **more):
        stamp = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")
        print(json.dumps(dict(ts=stamp, level=level, msg=msg, **more)), flush=True)

    async def count(self):
        if not self.redis:
            self.memory += 1
            return self.memory
        url = urllib.parse.urlsplit(self.redis)
        reader, writer = await asyncio.wait_for(asyncio.open_connection(url.hostname, url.port or 6379), 2)
        try:
            password = open(self.password_file).read().strip() if self.password_file else url.password
            if password:
                await self.ask(reader, writer, "AUTH", password)
            return int((await self.ask(reader, writer, "INCR", "visits"))[1:])
        finally:
            writer.close()

    async def ask(self, reader, writer, *words):
        words = [w.encode() for w in words]
        writer.write(b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(w), w) for w in words))
        await writer.drain()
        answer = (await asyncio.wait_for(reader.readline(), 2)).decode().strip()
        if not answer or answer.startswith("-"):
            raise ConnectionError(answer or "Redis hung up")
        return answer

    def metrics(self):
        out = ["# TYPE tally_requests_total counter"]
        out += ['tally_requests_total{code="%d"} %d' % kv for kv in sorted(self.codes.items())]
        out.append("# TYPE tally_request_duration_seconds histogram")
        total = 0
        for bound, n in zip(BOUNDS + ["+Inf"], self.buckets):
            total += n
            out.append('tally_request_duration_seconds_bucket{le="%s"} %d' % (bound, total))
        out += ["tally_request_duration_seconds_sum %f" % self.seconds, "tally_request_duration_seconds_count %d" % total]
        return "\n".join(out) + "\n"

    async def answer(self, method, path):
        if method not in ("GET", "HEAD"):
            return 405, "method not allowed\n"
        if path == "/healthz":
            return 200, "ok\n"
        if path == "/metrics":
            return 200, self.metrics()
        if path != "/":
            return 404, "not found\n"
        try:
            return 200, json.dumps({"visits": await self.count(), "version": self.version})
        except (OSError, asyncio.TimeoutError, ValueError):
            return 503, "no counter\n"

    async def client(self, reader, writer):
        self.tasks.add(asyncio.current_task())
        try:
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
            lines = head.decode("latin-1").split("\r\n")
            method, target = lines[0].split(" ")[:2]
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
            begun, path = time.monotonic(), target.split("?")[0]
            status, body = await self.answer(method, path)
            took = time.monotonic() - begun
            self.codes[status] = self.codes.get(status, 0) + 1
            self.seconds += took
            self.buckets[next((i for i, b in enumerate(BOUNDS) if took <= b), len(BOUNDS))] += 1
            self.say("info", "answered", path=path, status=status, ms=took * 1000,
                     request_id=headers.get("x-request-id") or secrets.token_hex(8))
            data = body.encode()
            writer.write(b"HTTP/1.1 %d .\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % (status, len(data)))
            writer.write(b"" if method == "HEAD" else data)
            await writer.drain()
        except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.TimeoutError):
            pass
        finally:
            writer.close()
            self.tasks.discard(asyncio.current_task())


async def main():
    tally = Tally(os.environ)
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    server = await asyncio.start_server(tally.client, None, int(os.environ.get("PORT", 8080)))
    tally.say("info", "up")
    await stop.wait()
    server.close()
    if tally.tasks:
        await asyncio.wait(tally.tasks, timeout=8)
    tally.say("info", "down")


asyncio.run(main())
