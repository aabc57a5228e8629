import StudyCore
import TestSupport

@testable import study

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Everything a whole command meets in a test, in memory and under the test's control.
final class Stage {
  let memory = Memory()
  let tools = FakeTools()
  /// The name of the machine.
  var machine: String?
  /// The present moment; it stands still until a test moves it.
  var now = Timestamp(seconds: 1_795_342_709)
  var environment = ["HOME": "/home/ada", "LANG": "ko_KR.UTF-8", "PATH": "/bin"]
  var folder = "/home/ada/lab"
  /// Whether the current folder was deleted.
  var folderIsGone = false
  var terminal = World.Terminal()
  /// What the user types, line by line.
  var typed: [String] = []
  /// Writes until the reader of the output goes away; nil for never.
  var writesLeft: Int?
  var roadmap: [UInt8] = []
  /// The files of the course in the program: those of a new roadmap.
  let course = Shipped.files.filter { $0.key.hasPrefix("new/") }
  /// Both streams, as a terminal shows them.
  private(set) var shown = ""
  private var randomState: UInt64 = 1

  init() { memory.makeFolders(folder) }

  /// Runs one command and returns its status and what it printed.
  func run(_ words: [String]) -> (status: Int32, shown: String) {
    shown = ""
    let status = Study.run(words, in: .inMemory(self)).rawValue
    return (status, shown)
  }

  fileprivate func write(_ stream: World.Stream, _ text: String) -> Int32 {
    if stream == .output, let left = writesLeft {
      if left == 0 { return EPIPE }
      writesLeft = left - 1
    }
    shown += text
    return 0
  }

  /// SplitMix64, so that every run is the same.
  fileprivate func random() -> UInt64 {
    randomState &+= 0x9E37_79B9_7F4A_7C15
    var bits = randomState
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

extension World {
  /// A world whose every part is the stage's.
  static func inMemory(_ stage: Stage) -> World {
    let memory = stage.memory
    var world = World.untouchable
    world.now = { stage.now }
    world.monotonic = { Double(stage.now.seconds) }
    world.utcOffset = { _ in 9 * 3600 }
    world.random = stage.random
    world.machine = { stage.machine }
    world.environment = stage.environment
    world.folder = stage.folder
    world.folderFault = stage.folderIsGone ? ENOENT : 0
    world.terminal = { stage.terminal }
    world.builtInRoadmap = { stage.roadmap }
    world.builtInCourse = { stage.course[$0] }
    world.builtInPaths = { stage.course.keys.sorted() }
    world.write = stage.write
    world.readLine = { stage.typed.isEmpty ? nil : stage.typed.removeFirst() }
    world.files = Files(
      read: { path, limit throws(FileFault) in try memory.read(path, limit) },
      update: memory.update, makeFolders: memory.makeFolders, kind: memory.kind,
      ownKind: memory.ownKind)
    world.trees = Trees(
      list: memory.list, copy: { memory.copy($0, to: $1, $2) }, remove: memory.remove,
      makeTemporary: memory.makeTemporary, write: memory.put, writeProgram: memory.put,
      makeFolders: memory.makeFolders)
    world.processes.find = stage.tools.find
    world.processes.identity = { _ in nil }
    world.processes.catchInterrupts = {}
    world.processes.run = { request, _ in stage.tools.run(request) }
    return world
  }
}
