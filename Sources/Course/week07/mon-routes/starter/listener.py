"""Prints every POST that arrives on 127.0.0.1:5001: a pager, a chat and a heartbeat monitor for drills."""
import json
import time
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            body = json.loads(raw)
            names = [f"{a['status']} {a['labels'].get('alertname')}" for a in body.get("alerts", [])]
            what = ", ".join(names) or str(body)[:200]
        except ValueError:
            what = raw[:200]
        print(time.strftime("%H:%M:%S"), self.path, what, flush=True)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *args):
        pass


HTTPServer(("127.0.0.1", 5001), Handler).serve_forever()
