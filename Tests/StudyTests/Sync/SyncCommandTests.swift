import StudyCore
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("merge, sync setup and sync repair")
struct SyncCommandTests {
  @Test("Setting up twice changes nothing more, and undoing it leaves what was there")
  func setup() throws {
    let clones = try Clones(["a"], .plain)
    try clones.shell("cd a && mkdir -p .git/info && echo '*.x binary' > .git/info/attributes")
    let before = try clones.shell("cd a && cat .git/config .git/info/attributes")
    let first = try clones.shell("cd a && study sync setup")
    #expect(first.contains("merge.study.driver") && first.contains("added"))
    let after = try clones.shell("cd a && cat .git/config .git/info/attributes")
    let second = try clones.shell("cd a && study sync setup")
    #expect(second.contains("Nothing to change"))
    #expect(try clones.shell("cd a && cat .git/config .git/info/attributes") == after)
    #expect(
      try clones.shell("cd a && git check-attr merge study.json") == "study.json: merge: study\n")
    try clones.shell("cd a && study sync setup --undo && study sync setup --undo")
    #expect(try clones.shell("cd a && cat .git/config .git/info/attributes") == before)
  }

  @Test("A driver that someone else wrote stays")
  func strangersDriver() throws {
    let clones = try Clones(["a"], .plain)
    try clones.shell("cd a && git config merge.study.driver 'true' && study sync setup --undo")
    #expect(try clones.shell("cd a && git config merge.study.driver") == "true\n")
  }

  @Test("A program in a folder with quotes, spaces and percent signs is called")
  func oddFolder() throws {
    let clones = try Clones(["a", "b"], .plain)
    try clones.shell("mkdir \"it's 100% \\$x\" && cp bin/study \"it's 100% \\$x/study\"")
    try clones.shell("cd a && \"../it's 100% \\$x/study\" sync setup")
    try clones.work("a", "a1")
    try clones.work("b", "b1")
    try clones.shell("cd a && git pull -q --no-rebase --no-edit ../b main 2> said; ! grep . said")
    try clones.expect("a", holds: ["a1", "b1"])
  }

  @Test("Outside git, setting up says what is missing")
  func notInGit() throws {
    let clones = try Clones([], .plain)
    try clones.shell(
      "mkdir /tmp/$$ && cd /tmp/$$ && ! study sync setup 2> said && grep 'git init' said; rm -r /tmp/$$"
    )
  }

  @Test(
    "A side that can't be read is a conflict, and ours stays",
    arguments: [
      "{", "[]", "<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n", "{\"format\":2,\"events\":[{}]}",
      "{\"format\":1,\"format\":1,\"events\":[]}",
    ])
  func unreadableSide(_ bad: String) throws {
    let clones = try Clones([], .plain)
    let good = String(decoding: Logbook().fileBytes, as: UTF8.self)
    for (ours, theirs) in [(bad, good), (good, bad), (bad, bad)] {
      try clones.scratch.write(ours, to: "ours")
      try clones.scratch.write(theirs, to: "theirs")
      try clones.shell("s=0; study merge base ours theirs 2> said || s=$?; [ $s = 1 ]; grep . said")
      #expect(try clones.scratch.text("ours") == ours)
    }
  }

  @Test("An empty or missing side has no events")
  func emptySides() throws {
    let clones = try Clones(["a"], .plain)
    try clones.work("a", "a1")
    try clones.shell("cp a/study.json full && : > empty")
    try clones.shell("cp full x && study merge none x empty && cmp x full")
    try clones.shell("cp full x && study merge none x none && cmp x full")
    try clones.shell("cp empty x && study merge none x full && cmp x full")
    try clones.shell("rm x && study merge none x full && cmp x full")
  }

  @Test("Conflict markers of every style are mended", arguments: ["merge", "diff3", "zdiff3"])
  func repair(_ style: String) throws {
    let clones = try Clones(["a", "b"], .plain)
    for name in ["a", "b"] {
      try clones.shell("cd \(name) && echo 'study.json -merge' > .git/info/attributes")
      try clones.shell("cd \(name) && echo 'study.json merge=text' > .git/info/attributes")
      try clones.work(name, name + "1", name + "2")
    }
    try clones.shell(
      "cd a && ! git -c merge.conflictStyle=\(style) pull -q --no-rebase --no-edit ../b main")
    let damaged = try clones.scratch.text("a/study.json")
    #expect(damaged?.contains("<<<<<<<") == true)
    let said = try clones.shell(
      "cd a && ! study list 2>&1 && study sync repair && \(clones.commit)")
    #expect(said.contains("study sync repair") && said.contains("their side"))
    try clones.expect("a", holds: ["a1", "a2", "b1", "b2"])
    let kept = try clones.shell("cd a && cat study.json.damaged-*")
    #expect(kept == damaged)
    #expect(try clones.shell("cd a && study sync repair").contains("nothing was changed"))
  }

  @Test("What can't be read is told, and git's copies fill the gap")
  func damage() throws {
    let clones = try Clones(["a"], .plain)
    try clones.work("a", "a1", "a2")
    try clones.shell("cd a && study note 1.1 a3 && sed '4s/.\\{40\\}$//' study.json > x")
    try clones.shell("cd a && mv x study.json && study sync repair > said; cat said")
    let said = try #require(try clones.scratch.text("a/said"))
    #expect(said.contains("line 4 could not be read") && said.contains("the last commit"))
    try clones.expect("a", holds: ["a1", "a2", "a3"])
    try clones.shell("cd a && : > study.json && study sync repair")
    try clones.expect("a", holds: ["a1", "a2"])
    #expect(try clones.shell("cd a && ls study.json.damaged-* | wc -l | tr -d ' '") == "2\n")
  }

  @Test("A merge that kept our side only is completed, and our side kept")
  func unfinished() throws {
    let clones = try Clones(["a", "b"], .driver)
    try clones.work("a", "a1")
    try clones.work("b", "b1")
    try clones.shell("cd a && git config merge.study.driver 'exit 1'")
    try clones.shell("cd a && ! git pull -q --no-rebase --no-edit ../b main")
    try clones.expect("a", holds: ["a1"])
    try clones.shell("cd a && study sync repair && ls study.json.before-*")
    try clones.expect("a", holds: ["a1", "b1"])
  }

  @Test("A file that is none of ours is left alone")
  func strangersFile() throws {
    let clones = try Clones(["a"], .plain)
    try clones.shell("cd a && echo hello > notes.md && ! study sync repair notes.md && ls > said")
    #expect(try clones.scratch.text("a/notes.md") == "hello\n")
    #expect(try clones.scratch.text("a/said")?.contains("damaged") == false)
  }
}
