// Where programs run that may reach no one: see SystemCalls/Cell.h for Linux. On macOS the system's
// own `sandbox-exec` is put before the command.

import SystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What programs in a cell can reach and write.
struct CellPlan: Sendable {
  /// Whether it has the machine's network, and not only a loopback of its own.
  var hasNetwork: Bool
  /// Folders that stay writable; everything else is read-only.
  var writable: [String]
  /// What is put over what: nothing over a secret, a folder of its own over `/tmp`. In order.
  var covers: [(from: String, over: String)]
}

extension Cell {
  /// Whether one with no network can be made here, tried once.
  static let areAllowed = make(CellPlan(hasNetwork: false, writable: ["/dev"], covers: [])) != nil
}

#if os(Linux)
  /// A cell that was made; it lasts as long as this does, or a program in it.
  final class Cell: Sendable {
    private let cell: study_cell

    private init(_ cell: study_cell) { self.cell = cell }

    deinit {
      for file in [cell.user, cell.mount, cell.network] where file >= 0 { close(file) }
    }

    /// Nil with the reason in `errno`, where the system allows none.
    static func make(_ plan: CellPlan) -> Cell? {
      var cell = study_cell()
      var covers = plan.covers.map { study_cover(from: strdup($0.from), over: strdup($0.over)) }
      defer {
        for cover in covers {
          free(UnsafeMutablePointer(mutating: cover.from))
          free(UnsafeMutablePointer(mutating: cover.over))
        }
      }
      covers.append(study_cover(from: nil, over: nil))
      let code = ChildProcess.withCStrings(plan.writable) { writable in
        writable.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: 1) { writable in
          covers.withUnsafeBufferPointer { covers in
            var made = study_cell_plan()
            made.has_network = plan.hasNetwork ? 1 : 0
            made.covers = covers.baseAddress
            made.writable = writable
            return ChildProcess.starting.held { study_cell_make(&made, &cell) }
          }
        }
      }
      if code != 0 {
        errno = code
        return nil
      }
      return Cell(cell)
    }

    /// A socket of its network; -1 with the reason in `errno`.
    func socket(_ family: Int32) -> Int32 {
      withUnsafePointer(to: cell) { study_cell_socket($0, family) }
    }

    /// Lends it to a call.
    func lent<Result>(_ body: (UnsafePointer<study_cell>) -> Result) -> Result {
      withUnsafePointer(to: cell, body)
    }
  }
#else
  /// A profile of `sandbox-exec`. Loopback is the machine's own there.
  final class Cell: Sendable {
    static let program = "/usr/bin/sandbox-exec"
    let profile: String

    private init(_ profile: String) { self.profile = profile }

    static func make(_ plan: CellPlan) -> Cell? {
      guard access(program, X_OK) == 0 else { return nil }
      var lines = ["(version 1)", "(allow default)"]
      if !plan.hasNetwork {
        lines += [
          "(deny network*)", "(allow network* (local ip \"localhost:*\"))",
          "(allow network-outbound (remote ip \"localhost:*\"))",
        ]
      }
      lines.append("(deny file-write*)")
      lines += (plan.writable + ["/dev"]).map { "(allow file-write* (subpath \(quoted($0))))" }
      lines += plan.covers.map { "(deny file-read* file-write* (subpath \(quoted($0.over))))" }
      return Cell(lines.joined(separator: "\n"))
    }

    func socket(_ family: Int32) -> Int32 { Darwin.socket(family, SOCK_STREAM, 0) }

    private static func quoted(_ path: String) -> String {
      let full = realpath(path, nil)
      defer { free(full) }
      let text = full.map { String(cString: $0) } ?? path
      return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }
#endif
