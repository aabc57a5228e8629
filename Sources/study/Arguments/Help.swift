import StudyCore

/// The help pages, made from the tables of parameters.
enum Help {
  /// All commands.
  static var overview: Document {
    var page = Document()
    page.prose("`study` takes you through a ten-week DevOps roadmap and proves your work.")
    page.blank()
    page.prose("Usage: `study [COMMAND] [OPTIONS]`; without a command, `study next`.")
    for (title, commands) in CommandTable.groups {
      page.blank()
      page.heading(title)
      page.table(
        commands.map { [[Span($0.name, .strong)], [Span($0.summary)]] }, flexible: 1, indent: 2)
    }
    page.blank()
    page.heading("Options of every command")
    page.table(rows(GlobalOptions.parameters), flexible: 1, indent: 2)
    page.blank()
    page.prose("`study help COMMAND` tells more. `study next` is where to begin.")
    return page
  }

  /// One command.
  static func page<C: Command>(of command: C.Type) -> Document {
    var page = Document()
    page.prose("\(C.summary).")
    page.blank()
    let words = C.parameters.map { $0.isNamed ? "[\($0.usage)]" : $0.usage }
    page.prose(
      (["study", C.name] + words).joined(separator: " "), marker: [Span("Usage: ", .strong)])
    if !C.details.isEmpty {
      page.blank()
      page.prose(C.details)
    }
    if !C.parameters.isEmpty {
      page.blank()
      page.table(rows(C.parameters), flexible: 1, indent: 2)
    }
    page.blank()
    page.heading("Options of every command")
    page.table(rows(GlobalOptions.parameters), flexible: 1, indent: 2)
    page.blank()
    page.heading("Example")
    page.verbatim("$ \(C.example.command)", indent: 2)
    page.prose(C.example.meaning, marker: ["  "])
    return page
  }

  private static func rows<Root>(_ parameters: [Parameter<Root>]) -> [[[Span]]] {
    parameters.map { [[Span($0.usage, .strong)], [Span($0.help)]] }
  }
}
