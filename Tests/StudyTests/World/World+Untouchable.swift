import StudyCore

@testable import study

extension World {
  /// A world that refuses: every use ends the test run with a word on what was touched. A test
  /// replaces what its story needs.
  static var untouchable: World {
    World(
      now: { touched("the clock") },
      monotonic: { touched("the stopwatch") },
      utcOffset: { _ in touched("the time zone") },
      random: { touched("the random numbers") },
      environment: [:],
      folder: "/nowhere",
      terminal: { Terminal() },
      builtInRoadmap: { touched("the roadmap in the program") },
      builtInCourse: { path in touched("\(path) in the program") },
      builtInPaths: { touched("the course in the program") },
      write: { _, text in touched("the output, with \(text)") },
      readLine: { touched("the keyboard") },
      files: Files(
        read: { path, _ in touched("reading \(path)") },
        update: { path, _ in touched("writing \(path)") },
        makeFolders: { path in touched("making \(path)") },
        kind: { path in touched("looking at \(path)") },
        ownKind: { path in touched("looking at \(path)") }),
      trees: Trees(
        list: { path, _ in touched("listing \(path)") },
        copy: { path, _, _ in touched("copying \(path)") },
        remove: { path in touched("removing \(path)") },
        makeTemporary: { touched("making a temporary folder") },
        write: { path, _ in touched("writing \(path)") },
        writeProgram: { path, _ in touched("writing \(path)") },
        makeFolders: { path in touched("making \(path)") }),
      processes: Processes(
        find: { name in touched("looking for \(name)") },
        identity: { path in touched("looking at \(path)") },
        catchInterrupts: { touched("the interrupts") },
        sleep: { _ in touched("sleeping") },
        run: { request, _ in touched("running \(request.executable)") }),
      services: Services(
        start: { request, _ in touched("starting \(request.executable)") },
        takePort: { _ in touched("the ports") },
        giveBack: { _ in touched("the ports") },
        accepts: { port, _ in touched("port \(port)") },
        status: { port, _, _ in touched("port \(port)") }))
  }
}

private func touched(_ what: String) -> Never {
  fatalError("this test was not to touch \(what)")
}
