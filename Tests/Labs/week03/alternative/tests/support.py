"""Start the service once for a test module and speak HTTP to it."""
import contextlib
import http.client
import os
import pathlib
import subprocess
import sys
import time

SERVER = pathlib.Path(__file__).resolve().parent.parent / "app" / "server.py"


class Tally:
    def __init__(self, version):
        self.port = self._port()
        env = {**os.environ, "PORT": str(self.port), "VERSION": version}
        env.pop("REDIS_URL", None)
        self.process = subprocess.Popen([sys.executable, str(SERVER)], env=env, stdout=subprocess.DEVNULL)

    @staticmethod
    def _port():
        import socket
        with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as s:
            return s.getsockname()[1]

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def wait(self):
        for _ in range(60):
            if self.process.poll() is not None:
                raise AssertionError("the service ended before it answered")
            with contextlib.suppress(OSError):
                self.get("/healthz")
                return
            time.sleep(0.05)
        raise AssertionError("the service did not answer in time")

    def stop(self):
        self.process.terminate()
        self.process.wait(5)
