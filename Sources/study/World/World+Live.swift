import RoadmapData
import StudyCore
import SystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension World {
  /// The world as it is.
  static func live() -> World {
    let environment = liveEnvironment()
    let (folder, folderFault) = currentFolder(environment)
    return World(
      now: { Timestamp(seconds: time(nil)) },
      monotonic: System.monotonicSeconds,
      utcOffset: { moment in
        // Foundation alone gives GMT for every zone where only FoundationEssentials is linked.
        var seconds = time_t(moment.seconds)
        var local = tm()
        localtime_r(&seconds, &local)
        return local.tm_gmtoff
      },
      machine: { MachineName.name(home: environment["HOME"] ?? "") },
      random: { UInt64.random(in: .min ... .max) },
      environment: environment,
      folder: folder, folderFault: folderFault,
      terminal: {
        Terminal(
          outputIsTerminal: isatty(1) == 1, errorsAreTerminal: isatty(2) == 1,
          inputIsTerminal: isatty(0) == 1, width: terminalWidth())
      },
      builtInRoadmap: {
        Array(
          UnsafeBufferPointer(start: study_roadmap_bytes, count: Int(study_roadmap_count)))
      },
      builtInCourse: { path in
        builtInFiles.first { strcmp($0.path, path) == 0 }.map { file in
          Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.count)))
        }
      },
      builtInPaths: { builtInFiles.map { String(cString: $0.path) } },
      write: { stream, text in writeAll(text, to: stream == .output ? 1 : 2) },
      readLine: { Swift.readLine() },
      files: .live,
      // A relative one would put copies in the learner's folder.
      trees: .live(
        temporary: environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"),
      processes: .live(environment),
      services: .live, cells: .live(environment), homes: { homes(environment) },
      program: { programPath(environment["PATH"] ?? "") })
  }

  private static var builtInFiles: UnsafeBufferPointer<study_file> {
    UnsafeBufferPointer(start: study_course_files, count: Int(study_course_count))
  }

  private static func liveEnvironment() -> [String: String] {
    var result: [String: String] = [:]
    var entry = environ
    while let pointer = entry.pointee {
      let pair = String(cString: pointer).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { result[String(pair[0])] = String(pair[1]) }
      entry += 1
    }
    return result
  }

  /// `PWD` where it is right, since it keeps the links the user walked through.
  /// Where that folder was deleted there is none: any other would be a place that no one named.
  private static func currentFolder(
    _ environment: [String: String]
  ) -> (path: String, fault: Int32) {
    if let shown = environment["PWD"], shown.hasPrefix("/"),
      let named = FileStatus.following(shown), let here = FileStatus.following("."),
      (named.device, named.inode) == (here.device, here.inode)
    {
      return (shown, 0)
    }
    guard let path = getcwd(nil, 0) else { return ("", errno) }
    defer { free(path) }
    // Of one that is mounted nowhere any more Linux gives a path without a root.
    let folder = String(cString: path)
    return folder.hasPrefix("/") ? (folder, 0) : ("", ENOENT)
  }

  private static func homes(_ environment: [String: String]) -> [String] {
    // By number, since the variables USER and HOME say what a program wants.
    let known = getpwuid(geteuid())?.pointee.pw_dir.map { String(cString: $0) }
    return [environment["HOME"], known].compactMap { $0 }.filter { $0.hasPrefix("/") && $0 != "/" }
  }

  private static func terminalWidth() -> Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

}

/// Writes all of a text; returns 0 or the error.
private func writeAll(_ text: String, to file: Int32) -> Int32 {
  var text = text
  return text.withUTF8 { bytes in
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[written...]))
      let count = System.send(file, rest)
      if count < 0 { return errno }
      written += count
    }
    return 0
  }
}

extension Files {
  fileprivate static var live: Files {
    Files(
      read: { path, limit throws(FileFault) in try DurableFile.read(path, limit: limit) },
      update: { path, change in
        try DurableFile.update(path, limit: Run.fileLimit, warn: tell, change)
      },
      makeFolders: { path throws(FileFault) in try Folders.makeFolders(path) },
      kind: { FileStatus.following($0)?.kind },
      ownKind: { FileStatus.of($0)?.kind })
  }

  private static func tell(_ warning: FileWarning) {
    let text =
      switch warning {
      case .lockFileUsed(let path): "this file system has no folder locks; using \(path)"
      case .folderSyncUnsupported(let path):
        "\(path) can't be synced here: a power failure now may lose the change"
      }
    _ = writeAll("study: \(VisibleText.escaped(text))\n", to: 2)
  }
}

extension Trees {
  fileprivate static func live(temporary: String) -> Trees {
    let limits = FileTree.Limits(
      entries: LabFolder.limits.files, bytes: LabFolder.limits.bytes)
    return Trees(
      list: { root, omissions throws(TreeFault) in
        try FileTree.list(root, omitting: omissions, limits: limits)
      },
      copy: { root, to, entries throws(TreeFault) in try FileTree.copy(root, to: to, entries) },
      remove: RunFolder.remove,
      makeTemporary: { () throws(FileFault) in try RunFolder.make(in: temporary) },
      write: { path, bytes throws(FileFault) in try QuickFile.write(path, bytes) },
      writeProgram: { path, bytes throws(FileFault) in
        try QuickFile.write(path, bytes, mode: 0o700)
      },
      makeFolders: { path throws(FileFault) in
        try Folders.makeFolders(path, durable: false)
      },
      makeTemporaryIn: { folder throws(FileFault) in
        RunFolder.sweep(folder)
        return try RunFolder.make(in: folder)
      },
      names: FileTree.names, link: { FileTree.link($0, to: $1) },
      move: { FileTree.move($0, to: $1) },
      sweep: { RunFolder.sweep(temporary) },
      tryOut: PlaceTrial.fault, lack: PlaceTrial.roomFault)
  }
}

extension Processes {
  fileprivate static func live(_ environment: [String: String]) -> Processes {
    Processes(
      find: { name in
        // A relative path would be looked for in the copy of the learner's folder.
        findExecutable(name, path: CheckEnvironment.searched(environment["PATH"]))
          .flatMap { $0.hasPrefix("/") ? $0 : nil }
      },
      identity: { path in
        FileStatus.following(path).map { "\(path) \($0)" }
      },
      catchInterrupts: { Interruption.install() },
      sleep: { Interruption.signals.sleep(seconds: $0) },
      run: { request, tick in ProcessRunner.run(request, tick: tick) },
      atOnce: jobs(environment["STUDY_JOBS"]))
  }

  /// Tools take several processors each for a while, and memory: more than four at once gain little.
  private static func jobs(_ wanted: String?) -> Int {
    if let wanted = wanted.flatMap(Int.init), (1...64).contains(wanted) { return wanted }
    return min(Crew.processors, 4)
  }
}

extension Services {
  fileprivate static var live: Services {
    Services(
      start: { request, log throws(SpawnFault) in try ServiceProcess.start(request, log: log) },
      takePort: { Loopback.takePort(in: $0) },
      giveBack: { Loopback.giveBack($0) },
      accepts: { Loopback.accepts($0, in: $1) },
      hasLoopback: { Loopback.isUp }, status: { Loopback.status($0, $1, in: $2) })
  }
}

extension Cells {
  /// `STUDY_NAMESPACES=no` does without.
  fileprivate static func live(_ environment: [String: String]) -> Cells {
    if environment["STUDY_NAMESPACES"] == "no" { return Cells(hide: study_hide) }
    return Cells(
      areAllowed: { Cell.areAllowed }, make: { Cell.make($0) }, fault: { errno }, hide: study_hide)
  }
}
