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

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let roadmap = try run.roadmap()
    let report = Report(roadmap, try run.standings(roadmap))
    switch format {
    case .text: try run.print(report.document(run.symbols, clock: run.local))
    case .markdown: try run.write(report.markdown(clock: run.local))
    case .json: try run.print(report.json)
    }
    return .done
  }
}
