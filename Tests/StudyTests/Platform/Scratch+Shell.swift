@testable import study

extension Scratch {
  /// Runs a script in the folder; unless told otherwise nothing interrupts it.
  func shell(
    _ script: String, environment: [String: String] = ["PATH": "/usr/bin:/bin"],
    input: [UInt8] = [], timeout: Double = 60, limit: Int = 8 << 20,
    interruption: Interruption = Interruption(), tick: ((Double) -> Void)? = nil
  ) -> ProcessOutcome {
    let request = ProcessRequest(
      executable: "/bin/sh", arguments: ["-c", script], environment: environment,
      folder: path, input: input, timeout: timeout, outputLimit: limit)
    return ProcessRunner.run(request, interruption: interruption, tick: tick)
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
