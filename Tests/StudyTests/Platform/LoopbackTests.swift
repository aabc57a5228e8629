import Testing

@testable import study

@Suite("A port of our own is no one else's")
struct LoopbackTests {
  @Test("Threads that take ports at once get as many different ones, on which nothing answers")
  func distinct() {
    let taken = Taken()
    onThreads(4) { _ in for _ in 0..<150 { taken.add(Loopback.takePort()) } }
    let ports = taken.ports
    defer { for port in ports { Loopback.giveBack(port) } }
    #expect(ports.count == 600)
    #expect(Set(ports).count == 600)
    #expect(ports.allSatisfy(Loopback.ports.contains))
    #expect(ports.prefix(20).allSatisfy { !Loopback.accepts($0) })
    #expect(ports.prefix(20).allSatisfy { Loopback.status($0, "/") == nil })
  }

  @Test("What talks no HTTP, or nothing at all, has no status", arguments: ["nonsense\r\n", ""])
  func strangers(_ says: String) throws {
    let scratch = try Scratch()
    let port = try #require(Loopback.takePort())
    defer { Loopback.giveBack(port) }
    let program = """
      import socket, sys, time
      server = socket.create_server(("127.0.0.1", int(sys.argv[1])))
      while True:
          client = server.accept()[0]
          client.sendall(sys.argv[2].encode())
          if sys.argv[2]:
              client.close()
      """
    let service = try ServiceProcess.start(
      ProcessRequest(
        executable: "/usr/bin/env", arguments: ["python3", "-c", program, String(port), says],
        environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"], folder: scratch.path, timeout: 0),
      log: scratch("log"))
    defer { ServiceProcess.endAll([service]) }
    for _ in 0..<400 where !Loopback.accepts(port) { System.pause(milliseconds: 25) }
    #expect(Loopback.accepts(port))
    #expect(Loopback.status(port, "/", within: 0.5) == nil)
  }
}

/// Ports that several threads took.
private final class Taken: @unchecked Sendable {
  private let scratch = try? Scratch()
  private let notes: String

  init() { notes = scratch?("ports") ?? "/dev/null" }

  func add(_ port: Int?) {
    if let port { SharedNotes.add(Array("\(port)\n".utf8), to: notes) }
  }

  var ports: [Int] {
    ((try? scratch?.text("ports")) ?? "").split(separator: "\n").compactMap { Int($0) }
  }
}
