import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

/// Small servers for stories, and the steps that start them.
enum Server {
  /// Answers on the port it is given: `/healthz` with 200, `/slow` with 503 three times and then
  /// 200, all else with 404; ends with status 0 on SIGTERM. Writes its number and its port into the
  /// bench, and a line for each request to its log.
  static let program = """
    import http.server, os, signal, sys
    class Handler(http.server.BaseHTTPRequestHandler):
        asked = 0
        def do_GET(self):
            Handler.asked += self.path == "/slow"
            ready = self.path == "/healthz" or (self.path == "/slow" and Handler.asked > 3)
            body = os.environ.get("WORD", "well").encode()
            self.send_response(200 if ready else 503 if self.path == "/slow" else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        def log_message(self, *words):
            print('{"path": "%s"}' % self.path, flush=True)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    name = sys.argv[2] if len(sys.argv) > 2 else "server"
    for what, number in (("pid", os.getpid()), ("port", sys.argv[1])):
        with open("%s/%s.%s" % (os.environ["ROOT"], name, what), "w") as file:
            file.write("%s\\n" % number)
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
    """

  /// Prints the page at a port and path.
  static let fetch =
    "python3 -c 'import sys, urllib.request as r; "
    + "print(r.urlopen(sys.argv[1], timeout=5).read().decode())' http://127.0.0.1:$2$3"

  static let serve = "export ROOT; exec python3 \"$ROOT/server.py\" \"$2\" \"$3\""

  /// A step that starts a script as a service, the port its second word and the name its third.
  static func start(
    _ script: String = serve, _ name: String = "web", path: String? = nil, within: Int = 20,
    also: String = ""
  ) -> String {
    let page = path.map { ", \"path\": \(quoted($0))" } ?? ""
    return """
      {"start": ["tester", \(quoted(script)), "{port:\(name)}", "\(name)"], "name": "\(name)",
       "ready": {"port": "\(name)"\(page), "within": \(within)}\(also)}
      """
  }

  /// A step that fetches a page of a service and must see this.
  static func sees(_ text: String, at path: String = "/healthz", of name: String = "web") -> String
  {
    """
    {"run": ["tester", \(quoted(fetch)), "{port:\(name)}", "\(path)"], "says": [\(quoted(text))]}
    """
  }

  static func bench(_ course: Course) throws -> Workbench {
    let bench = try Workbench(course)
    try bench.scratch.write(program + "\n", to: "server.py")
    return bench
  }
}

extension Workbench {
  /// Whether a server has ended and nothing listens where it did, within five seconds.
  func isOver(_ name: String = "web") throws -> Bool {
    let port = try #require(try scratch.text("\(name).port").map { $0.dropLast() })
    guard try isGone("\(name).pid") else { return false }
    return !Loopback.accepts(try #require(Int(port)))
  }
}
