import StudyCore
import Testing

@testable import study

@Suite("What is recorded, and told, fits the progress as it is under the lock")
struct RecordTests {
  private static let roadmap = """
    {"schema":1,"id":"own","title":"Own","lessons":[{"week":1,"id":"l","title":"L","why":"w",
    "tasks":[{"id":"first","title":"First","goal":"g","steps":["s"],"minutes":30},
    {"id":"second","title":"Second","goal":"g","steps":["s"],"minutes":30}]}]}
    """

  /// A world in which something else records an event while `study` waits for the lock.
  private func world(_ stage: Stage, meanwhile event: Event) -> World {
    stage.memory.put("/home/ada/own.json", Array(Self.roadmap.utf8))
    var world = World.inMemory(stage)
    let update = world.files.update
    world.files.update = { path, change in
      _ = try change(try stage.memory.read(path, Run.fileLimit))
      var logbook = Logbook()
      logbook.insert([event])
      stage.memory.put(path, logbook.fileBytes)
      try update(path, change)
    }
    return world
  }

  private func event(_ kind: Event.Kind, _ task: String) -> Event {
    Event(
      kind, task: .init(rawValue: task), at: "2026-11-22T10:18:00Z", id: "other", roadmap: "own")
  }

  private func run(_ words: [String], meanwhile event: Event) throws -> (String, [String]) {
    let stage = Stage()
    let status = Study.run(
      words + ["--roadmap", "/home/ada/own.json", "--progress", "study.json"],
      in: world(stage, meanwhile: event))
    #expect(status == .done)
    let bytes = try #require(try stage.memory.read(stage.folder + "/study.json", Run.fileLimit))
    return (stage.shown, try Logbook(bytes).events.map { "\($0.kindName) \($0.task)" })
  }

  @Test("A task that was done meanwhile is not done again")
  func doneMeanwhile() throws {
    let (shown, events) = try run(["done", "first"], meanwhile: event(.done, "first"))
    #expect(shown == "1.1 first is done already\n")
    #expect(events == ["done first"])
  }

  @Test("Without a task, `done` takes the one that is next by then")
  func nextMeanwhile() throws {
    let (shown, events) = try run(["done"], meanwhile: event(.skip, "first"))
    #expect(shown == "Done: 1.2 second (Second)\nwrote study.json\n")
    #expect(events == ["skip first", "done second"])
  }

  @Test("`undo` takes back the change that is last by then")
  func undoMeanwhile() throws {
    let (shown, events) = try run(["undo"], meanwhile: event(.note, "second"))
    #expect(shown.hasPrefix("Undid: note 1.2 second"))
    #expect(events == ["note second", "undo second"])
  }
}
