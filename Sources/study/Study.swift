import StudyCore

/// The program without its process: words in, a status out.
enum Study {
  /// Runs the command that `words` (without the program's name) call.
  static func run(_ words: [String], in world: World) -> ExitStatus {
    var global = GlobalOptions()
    do {
      return try run(words, in: world, &global)
    } catch .closedOutput(errno: PlatformText.brokenPipe) {
      return .done
    } catch {
      report(error, Run(world: world, global: global))
      return error.status
    }
  }

  private static func run(_ words: [String], in world: World, _ global: inout GlobalOptions)
    throws(StudyError) -> ExitStatus
  {
    let words = words.first == "--version" ? ["version"] : words
    let match: CommandTable.Match
    do { match = try CommandTable.find(words) } catch { throw .usage(error) }
    let named = words.contains { !$0.hasPrefix("-") }
    return try run(match.command, match.rest, named: named, in: world, &global)
  }

  private static func run<C: Command>(
    _ type: C.Type, _ words: [String], named: Bool, in world: World, _ global: inout GlobalOptions
  ) throws(StudyError) -> ExitStatus {
    let command: C
    do { (command, global) = try Parser<C>.parse(words) } catch { throw .usage(error) }
    let run = Run(world: world, global: global)
    if global.help {
      try run.print(named ? Help.page(of: type) : Help.overview)
      return .done
    }
    if C.needsFolder, world.folderFault != 0 { throw .noCurrentFolder(errno: world.folderFault) }
    return try command.perform(in: run)
  }

  private static func report(_ error: StudyError, _ run: Run) {
    for (index, line) in error.message.enumerated() {
      if index == 0 {
        run.warn(line)
      } else {
        var page = Document()
        page.prose(line, marker: ["       "])
        _ = run.world.write(.errors, run.renderer(.errors).render(page))
      }
    }
  }
}
