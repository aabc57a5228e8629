import StudyCore
import Testing

@testable import study

/// Records what the judges are given and say, for ``JudgeTests``, of all answers whose names begin so:
///
///     STUDY_RECORD_JUDGES=week swift test --filter JudgeRecording
///     STUDY_RECORD_JUDGES=week02/docker-image swift test --filter JudgeRecording
///
/// It checks the answer and every wrong answer with the real tools, and writes them anew to
/// `Tests/Judges`. Read the difference before it is committed: it is what changes for learners.
/// `live` was recorded while `Tests/Live/run` ran, and `by-hand` holds what no wrong answer brings
/// about; both are left alone.
@Suite(
  "Recording the judges", .twoAtATime,
  .enabled(if: wanted != nil, "STUDY_RECORD_JUDGES names none"))
struct JudgeRecording {
  @Test("A right answer", arguments: Labs.weeks.filter { isWanted("\($0)/answer") })
  func answer(_ week: Labs.Week) throws {
    let bench = try Bench()
    try bench.lay(Controls.answer(week))
    let runs = try bench.record(["check", "--week", String(week.number), "--fresh"], week)
    try #require(runs.allSatisfy { $0.complaints.array?.isEmpty == true })
    let cut = try runs.map { try $0.cut(week, below: .max) }
    try write(Recording(runs: cut), "\(week.folder)/answer.json")
  }

  @Test("A wrong answer", arguments: Controls.wrongAnswers.filter { isWanted($0.testDescription) })
  func wrong(_ wrong: Controls.WrongAnswer) throws {
    let bench = try Bench()
    try bench.lay(Controls.answer(wrong.week))
    try bench.apply(Patch(wrong.file), to: wrong.week.folder)
    let runs = try bench.record(["check", wrong.task.id, "--fresh"], wrong.week)
      .filter { $0.complaints.array?.isEmpty == false }
    // What exits with the wrong status is never judged.
    if runs.isEmpty { return }
    let cut = try runs.map { try $0.cut(wrong.week, below: 3_000) }
    try write(
      Recording(runs: cut), "\(wrong.week.folder)/\(wrong.task.id)/\(wrong.name).json")
  }

  private func write(_ recording: Recording, _ path: String) throws {
    let full = Recording.folder + "/" + path
    try Folders.makeFolders("/" + full.split(separator: "/").dropLast().joined(separator: "/"))
    try QuickFile.write(full, Array(recording.text.utf8))
  }
}

private let wanted = Bench.environment["STUDY_RECORD_JUDGES"]
private func isWanted(_ name: String) -> Bool { wanted.map(name.hasPrefix) ?? false }

extension Bench {
  /// Runs `study` within this process, and writes down each run of a judge.
  fileprivate func record(_ words: [String], _ week: Labs.Week) throws -> [Recording.Run] {
    var world = World.live()
    world.environment = environment()
    world.folder = lab
    world.write = { _, _ in 0 }
    world.processes.catchInterrupts = {}
    let path = world.environment["PATH"]
    world.processes.find = { findExecutable($0, path: path ?? "") }
    var runs: [Recording.Run] = []
    var faults: [any Error] = []
    world.processes.run = { [root] request, tick in
      let outcome = ProcessRunner.run(request, tick: tick)
      guard let at = request.arguments.firstIndex(of: "study_word"), at >= 2 else {
        return outcome
      }
      do {
        let program = request.arguments[(at - 2)...]
        let judge = Labs.judges.first {
          $0.week == week.folder
            && $0.program(request.arguments[at + 1])?.arguments == Array(program)
        }
        // Where things are is of this machine and this moment.
        let places = [
          (request.folder, "/copy"), (root, "/bench"), (Self.tools, "/tools"),
          (Self.temporary, "/tmp"),
        ]
        func placeless(_ bytes: [UInt8]) -> [UInt8] {
          Array(
            places.reduce(String(decoding: bytes, as: UTF8.self)) { text, place in
              text.replacing(place.0, with: place.1)
            }.utf8)
        }
        let input = try JudgeInput.decode(
          placeless(request.input), mode: request.arguments[at - 2])
        guard let judge, outcome.ending == .exited(0),
          let said = try JSONReader.read(placeless(outcome.output))["complaints"]?.array?.first
        else { throw BenchError(text: "a judge that is not known, or could not judge") }
        runs.append(Recording.Run(judges: [judge.name], complaints: said, input: input))
      } catch {
        faults.append(error)
      }
      return outcome
    }
    _ = Study.run(words, in: world)
    if let fault = faults.first { throw fault }
    return runs
  }
}
