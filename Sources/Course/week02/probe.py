# Starts app/server.py on loopback, asks it questions, and prints what it saw as JSON.
import json, os, signal, socket, subprocess, sys, threading, time, urllib.error, urllib.request

VERSION = "probe-" + os.urandom(3).hex()
ASKED = threading.Event()
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class FakeRedis:
    def __init__(self, delay):
        self.delay, self.count, self.words, self.open = delay, 41, [], []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                sock, _ = self.listener.accept()
            except OSError:
                return
            self.open.append(sock)
            threading.Thread(target=self.serve, args=(sock,), daemon=True).start()

    def command(self, lines):
        line = lines.readline()
        if not line.startswith(b"*"):
            return line.decode("utf-8", "replace").split() if line else None
        words = []
        for _ in range(int(line[1:])):
            words.append(lines.read(int(lines.readline()[1:]) + 2)[:-2].decode("utf-8", "replace"))
        return words

    def serve(self, sock):
        try:
            lines = sock.makefile("rb")
            while True:
                words = self.command(lines)
                if words is None:
                    return
                if not words:
                    continue
                name = words[0].upper()
                self.words.append(name)
                if name in ("INCR", "INCRBY", "HINCRBY"):
                    ASKED.set()
                    time.sleep(self.delay)
                    self.count += 1
                    sock.sendall(b":%d\r\n" % self.count)
                elif name == "HELLO":
                    sock.sendall(b"-ERR unknown command\r\n")
                elif name in ("GET", "HGET"):
                    text = str(self.count).encode()
                    sock.sendall(b"$%d\r\n%s\r\n" % (len(text), text))
                else:
                    sock.sendall(b"+PONG\r\n" if name == "PING" else b"+OK\r\n")
        except (OSError, ValueError):
            pass

    def close(self):
        try:
            self.listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        for sock in [self.listener] + self.open:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            sock.close()


class Service:
    def __init__(self, **settings):
        self.port = free_port()
        env = {k: v for k, v in os.environ.items() if not k.startswith("REDIS")}
        env.update(PORT=str(self.port), VERSION=VERSION, PYTHONUNBUFFERED="1", **settings)
        self.out, self.err = [], []
        self.process = subprocess.Popen([sys.executable, sys.argv[1]], env=env, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        for pipe, lines in ((self.process.stdout, self.out), (self.process.stderr, self.err)):
            threading.Thread(target=self.drain, args=(pipe, lines), daemon=True).start()
        self.opened = False
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                self.opened = True
                break
            except OSError:
                time.sleep(0.05)

    @staticmethod
    def drain(pipe, lines):
        for line in pipe:
            if len(lines) < 200:
                lines.append(line.decode("utf-8", "replace").rstrip("\r\n")[:500])

    def get(self, path, timeout=4):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Connection": "close"})
        try:
            with OPENER.open(request, timeout=timeout) as answer:
                return {"status": answer.status, "body": answer.read(20000).decode("utf-8", "replace")}
        except urllib.error.HTTPError as error:
            return {"status": error.code, "body": error.read(2000).decode("utf-8", "replace")}
        except Exception as error:
            return {"status": None, "body": "", "error": type(error).__name__}

    def end(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except OSError:
            pass
        self.process.wait()

    def last_words(self):
        return (self.err or self.out or [""])[-1][:300]


def settings_and_logs():
    service = Service()
    facts = {"opened": service.opened, "version": VERSION}
    if service.opened:
        facts["first"], facts["second"] = service.get("/"), service.get("/")
        facts["healthz"], facts["metrics"] = service.get("/healthz"), service.get("/metrics")
        facts["absent"] = service.get("/no-such-page")
        time.sleep(0.3)
    facts["died"] = service.process.poll() is not None
    facts["last_words"] = service.last_words()
    service.end()
    return facts, {"opened": service.opened, "lines": list(service.out), "stderr": list(service.err)[:20]}


def redis():
    fake = FakeRedis(0)
    service = Service(REDIS_URL=f"redis://127.0.0.1:{fake.port}/0")
    facts = {"opened": service.opened, "last_words": service.last_words()}
    if service.opened:
        facts["first"] = service.get("/")
        facts["words"] = sorted(set(fake.words))
        fake.close()
        facts["without"] = service.get("/", 8)
        facts["healthz"] = service.get("/healthz")
        facts["alive"] = service.process.poll() is None
    service.end()
    fake.close()
    return facts


def stop():
    fake = FakeRedis(0.8)
    service = Service(REDIS_URL=f"redis://127.0.0.1:{fake.port}/0")
    facts = {"opened": service.opened, "last_words": service.last_words()}
    if service.opened:
        ASKED.clear()
        answer = {}
        client = threading.Thread(target=lambda: answer.update(service.get("/", 8)), daemon=True)
        client.start()
        facts["under_way"] = ASKED.wait(3)
        time.sleep(0.1)
        started = time.monotonic()
        service.process.send_signal(signal.SIGTERM)
        try:
            facts["exit"] = service.process.wait(8)
        except subprocess.TimeoutExpired:
            facts["exit"] = "never"
        facts["seconds"] = round(time.monotonic() - started, 1)
        client.join(3)
        facts["answer"] = answer
    service.end()
    fake.close()
    return facts


settings, logs = settings_and_logs()
shut = {"opened": False, "last_words": settings["last_words"]}
facts = {"settings": settings, "logs": logs, "redis": shut, "stop": shut}
if settings["opened"]:
    facts.update(redis=redis(), stop=stop())
print(json.dumps(facts))
