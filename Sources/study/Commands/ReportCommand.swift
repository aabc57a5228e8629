import StudyCore

/// `study report`: progress, week by week.
struct ReportCommand: Command {
  var format = ReportFormat.text

  static let name = "report"
  static let summary = "Print progress, week by week"
  static let example = (
    command: "study report --format markdown > PROGRESS.md", meaning: "A table to keep in git."
  )
  static var parameters: [Parameter<Self>] {
    [.choice("format", "How to print it", \.format)]
  }

  func run(_ session: Session) throws(StudyError) -> ExitStatus {
    let roadmap = try session.roadmap()
    let report = Report(roadmap, try session.standings(roadmap))
    switch format {
    case .text: try session.print(report.document(session.symbols, clock: session.local))
    case .markdown: try session.write(report.markdown(clock: session.local))
    case .json: try session.print(report.json)
    }
    return .done
  }
}
