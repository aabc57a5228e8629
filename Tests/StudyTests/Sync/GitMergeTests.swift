import StudyCore
import Testing

@testable import study

@Suite("Git merges progress by itself, whatever its set-up")
struct GitMergeTests {
  @Test(
    "Two clones that merge each other hold the same",
    arguments: MergeSetup.allCases, ["", "-X ours", "-X theirs"])
  func merge(_ setup: MergeSetup, _ strategy: String) throws {
    let clones = try Clones(["a", "b"], setup)
    try clones.work("a", "a1", "a2")
    try clones.work("b", "b1", "b2", "b3")
    try clones.shell("cd a && study done 1.1 && study done 1.2 && \(clones.commit)")
    try clones.shell("cd b && study done 1.1 && study undo 1.1 && \(clones.commit)")
    try clones.shell("cp -R a a-alone && cp -R b b-alone")
    try clones.shell("cd a && git pull -q --no-rebase --no-edit \(strategy) ../b-alone main")
    try clones.shell("cd b && git pull -q --no-rebase --no-edit \(strategy) ../a-alone main")
    try clones.expect("a", holds: ["a1", "a2", "b1", "b2", "b3"])
    #expect(try clones.events("a") == clones.events("b"))
    #expect(try clones.standings("a") == clones.standings("b"))
  }

  @Test("Three clones hold the same in every order", arguments: MergeSetup.allCases)
  func threeClones(_ setup: MergeSetup) throws {
    let names = ["a", "b", "c"]
    let clones = try Clones(names, setup)
    for name in names { try clones.work(name, name + "1", name + "2") }
    try clones.shell("cd a && study done 1.1 && \(clones.commit)")
    try clones.shell("cd b && study done 1.1 && study undo 1.1 && \(clones.commit)")
    try clones.shell("cd c && study skip 1.1 && \(clones.commit)")
    var seen: Set<String> = []
    for order in [["a", "b", "c"], ["b", "c", "a"], ["c", "b", "a"], ["a", "c", "b"]] {
      let place = order.joined()
      try clones.shell("cp -R \(order[0]) \(place)")
      for other in order.dropFirst() {
        try clones.shell("cd \(place) && git pull -q --no-rebase --no-edit ../\(other) main")
      }
      try clones.expect(place, holds: ["a1", "a2", "b1", "b2", "c1", "c2"])
      seen.insert(try clones.standings(place))
    }
    #expect(seen.count == 1)
  }

  @Test("Rebase", arguments: MergeSetup.allCases)
  func rebase(_ setup: MergeSetup) throws {
    let clones = try Clones(["a", "b"], setup)
    try clones.work("a", "a1", "a2", "a3")
    try clones.work("b", "b1", "b2")
    try clones.shell("cd a && git pull -q --rebase ../b main")
    try clones.expect("a", holds: ["a1", "a2", "a3", "b1", "b2"])
    #expect(try clones.shell("cd a && git rev-list --merges --count HEAD") == "0\n")
  }

  @Test("Cherry-pick", arguments: MergeSetup.allCases)
  func cherryPick(_ setup: MergeSetup) throws {
    let clones = try Clones(["a", "b"], setup)
    try clones.work("a", "a1")
    try clones.work("b", "b1", "b2")
    try clones.shell("cd a && git fetch -q ../b main && git cherry-pick FETCH_HEAD")
    let held = Set(try clones.events("a").compactMap(\.note))
    #expect(held.isSuperset(of: ["a1", "b2"]))
    try clones.shell("cd a && git cherry-pick FETCH_HEAD~1 || git cherry-pick --skip")
    try clones.expect("a", holds: ["a1", "b1", "b2"])
  }

  @Test("Stash pop", arguments: MergeSetup.allCases)
  func stash(_ setup: MergeSetup) throws {
    let clones = try Clones(["a", "b"], setup)
    try clones.work("b", "b1", "b2")
    try clones.shell("cd a && study note 1.1 a1 && git stash -q")
    try clones.shell("cd a && git pull -q --no-rebase ../b main && git stash pop -q")
    try clones.expect("a", holds: ["a1", "b1", "b2"])
    #expect(try clones.shell("cd a && git stash list") == "")
  }

  @Test("A file that both clones added", arguments: MergeSetup.allCases)
  func addAdd(_ setup: MergeSetup) throws {
    let clones = try Clones(["a", "b"], setup, committed: false)
    try clones.work("a", "a1", "a2")
    try clones.work("b", "b1")
    try clones.shell("cd a && git pull -q --no-rebase --no-edit ../b main")
    try clones.expect("a", holds: ["a1", "a2", "b1"])
  }

  @Test("A file that one clone moved", arguments: MergeSetup.allCases)
  func rename(_ setup: MergeSetup) throws {
    let clones = try Clones(["a", "b"], setup)
    try clones.work("a", "a0", "a00", "a000")
    try clones.shell("cd b && git pull -q --no-rebase ../a main")
    try clones.work("a", "a1")
    try clones.shell("cd a && mkdir lab && git mv study.json lab/ && \(clones.commit)")
    try clones.work("b", "b1", "b2")
    try clones.shell("cd a && git pull -q --no-rebase --no-edit ../b main")
    let all: Set = ["a0", "a00", "a000", "a1", "b1", "b2"]
    try clones.expect("a", holds: all, file: "lab/study.json")
  }

  @Test("Criss-cross", arguments: MergeSetup.allCases)
  func crissCross(_ setup: MergeSetup) throws {
    let clones = try Clones(["a", "b"], setup)
    try clones.work("a", "a1")
    try clones.work("b", "b1")
    try clones.shell("cp -R a a-alone && cp -R b b-alone")
    try clones.shell("cd a && git pull -q --no-rebase --no-edit ../b-alone main")
    try clones.shell("cd b && git pull -q --no-rebase --no-edit ../a-alone main")
    try clones.work("a", "a2", "a3")
    try clones.work("b", "b2", "b3")
    try clones.shell("cd a && git fetch -q ../b main")
    #expect(
      try clones.shell("cd a && git merge-base --all HEAD FETCH_HEAD | wc -l | tr -d ' '") == "2\n")
    try clones.shell("cd a && git merge -q --no-edit FETCH_HEAD")
    try clones.expect("a", holds: ["a1", "a2", "a3", "b1", "b2", "b3"])
  }
}
