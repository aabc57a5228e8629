import StudyCore

extension Run {
  /// How text is rendered on a stream.
  func renderer(_ stream: World.Stream = .output) -> TextRenderer {
    TextRenderer(width: width, color: colors(stream))
  }

  private var width: Int {
    if let columns = world.environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
    return world.terminal().width ?? 80
  }

  /// https://no-color.org and https://bixense.com/clicolors, with `--color` above both.
  func colors(_ stream: World.Stream) -> Bool {
    switch global.color {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if world.environment["NO_COLOR"]?.isEmpty == false { return false }
    if let force = world.environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
    if world.environment["TERM"] == "dumb" { return false }
    let terminal = world.terminal()
    return stream == .output ? terminal.outputIsTerminal : terminal.errorsAreTerminal
  }

  /// The drawing characters that the locale can show. Without any locale set, UTF-8 is assumed.
  var symbols: Symbols {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { world.environment[$0] }
    guard let locale = names.first(where: { !$0.isEmpty })?.lowercased() else { return .unicode }
    return locale.contains("utf") ? .unicode : .ascii
  }

  /// A moment as date and time of day here.
  func local(_ moment: Timestamp) -> String {
    let offset = world.utcOffset(moment)
    return Day(of: moment, offset: offset).text + " "
      + moment.clock(offset: offset, seconds: false)
  }

  /// Prints a document.
  func print(_ document: Document) throws(StudyError) {
    try write(renderer().render(document))
  }

  /// Prints one line of prose.
  func say(_ text: String) throws(StudyError) {
    var page = Document()
    page.prose(text)
    try print(page)
  }

  /// Prints a document for programs.
  func print(_ json: JSON) throws(StudyError) { try write(json.pretty + "\n") }

  /// Writes text that is safe as it is. A reader that has gone away (`| head`) is no error.
  ///
  /// Once something is recorded the command has done its work: a failure would say that nothing
  /// was changed, so what can't be printed is only remarked on.
  func write(_ text: String) throws(StudyError) {
    let error = world.write(.output, text)
    if error == 0 { return }
    if !recorded.value { throw .closedOutput(errno: error) }
    warn("\(describe(error)): this could not be printed, but it was recorded")
  }

  /// Says something beside the output.
  func warn(_ text: String) {
    var page = Document()
    page.prose(text, marker: ["study: "])
    _ = world.write(.errors, renderer(.errors).render(page))
  }
}

/// What is done once in a run, and by none of its copies again.
final class Once {
  private var isDone = false

  func once(_ work: () -> Void) {
    if !isDone { work() }
    isDone = true
  }
}

/// Whether this run changed the progress; shared by all copies of its run.
final class Recorded {
  var value = false
}
