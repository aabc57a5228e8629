import StudyCore

/// The lines that appear while checks run.
struct CheckProgress {
  let run: Run
  let isText: Bool
  private let current = Current()

  init(run: Run, isText: Bool) {
    self.run = run
    self.isText = isText
  }

  private var isLive: Bool {
    isText && run.world.terminal().outputIsTerminal
      && run.world.environment["TERM"] != "dumb"
  }

  func begin(_ task: Lesson.Task, _ check: Check) {
    current.title = VisibleText.escaped("\(task.number) \(check.title)")
    tick(0)
  }

  func tick(_ seconds: Double) {
    guard isLive else { return }
    let frames = Array(run.symbols.spinner)
    let frame = frames[Int(seconds * 10) % frames.count]
    let terminal = run.world.terminal().width ?? 80
    let line = Self.line(
      "\(frame) \(current.title)", Self.tenths(seconds),
      width: min(terminal, run.renderer().width, 80))
    _ = run.world.write(.output, "\r\(line)\u{1B}[K")
  }

  func end(_ result: CheckResult) {
    guard isText else { return }
    clear()
    let symbols = run.symbols
    var page = Document()
    let time =
      switch (result.seconds, result.verdict) {
      case (nil, .passed): "unchanged"
      case (nil, _): ""
      case (let seconds?, _): Self.tenths(seconds)
      }
    page.edges(
      [
        result.verdict.mark(symbols), " ", Span(result.task.number, .faint), " ",
      ] + Span.prose(result.check.title), [Span(time, .faint)])
    try? run.print(page)
  }

  /// Takes the spinner away.
  func clear() {
    if isLive { _ = run.world.write(.output, "\r\u{1B}[K") }
  }

  /// The title with the time behind it, short of the last column: behind that a terminal goes to the
  /// next line, and then every tick would begin on one of its own.
  static func line(_ title: String, _ time: String, width: Int) -> String {
    let room = width - 1 - time.utf8.count - 2
    if room < 2 { return String(VisibleText.prefix(title, columns: max(0, width - 1))) }
    let shown = VisibleText.prefix(title, columns: room)
    return shown + String(repeating: " ", count: room - VisibleText.width(shown) + 2) + time
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}

/// What is being checked.
private final class Current {
  var title = ""
}
