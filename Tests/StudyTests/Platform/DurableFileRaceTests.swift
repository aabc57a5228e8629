import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("A durable file loses nothing to others who write it")
struct DurableFileRaceTests {
  let scratch: Scratch
  let file: String

  init() throws {
    scratch = try Scratch()
    file = scratch("study.json")
  }

  private func update(_ path: String, limit: Int = 1000, to text: String) throws {
    try DurableFile.update(path, limit: limit) { _ in Array(text.utf8) }
  }

  @Test("When an editor writes meanwhile, the change starts over from the editor's text")
  func startsOver() throws {
    try scratch.write("old", to: "study.json")
    var runs = 0
    try DurableFile.update(file, limit: 99) { old in
      runs += 1
      if runs == 1 {
        let other = open(file, O_WRONLY | O_TRUNC)
        #expect(write(other, "edited", 6) == 6)
        close(other)
      }
      return (old ?? []) + Array(" and more".utf8)
    }
    #expect(runs == 2)
    #expect(try scratch.text("study.json") == "edited and more")
    #expect(scratch.names == ["study.json"])
  }

  @Test("When the file becomes a link meanwhile, the link is followed")
  func becomesLink() throws {
    try scratch.write("old", to: "study.json")
    try scratch.write("real", to: "real.json")
    var runs = 0
    try DurableFile.update(file, limit: 99) { old in
      runs += 1
      if runs == 1 {
        unlink(file)
        symlink("real.json", file)
      }
      return (old ?? []) + Array("!".utf8)
    }
    #expect(try scratch.text("real.json") == "real!")
    #expect(FileStatus.of(file)?.kind == .symlink)
  }

  @Test("A file that never stops changing is busy")
  func alwaysChanging() throws {
    try scratch.write("0", to: "study.json")
    var count = 0
    #expect(throws: FileFault.self) {
      try DurableFile.update(file, limit: 99) { _ in
        count += 1
        let other = open(file, O_WRONLY | O_TRUNC)
        let text = "\(count)"
        write(other, text, text.utf8.count)
        close(other)
        return Array("mine".utf8)
      }
    }
    #expect(count == DurableFile.attempts)
    #expect(scratch.names == ["study.json"])
  }

  @Test("Concurrent writers all land")
  func concurrent() throws {
    let file = file
    onThreads(8) { thread in
      for round in 0..<10 {
        do {
          try DurableFile.update(file, limit: 1 << 16) { old in
            (old ?? []) + Array("\(thread).\(round)\n".utf8)
          }
        } catch { Issue.record(error) }
      }
    }
    let lines = try #require(try scratch.text("study.json")).split(separator: "\n")
    #expect(lines.count == 80)
    #expect(Set(lines).count == 80)
    #expect(scratch.names == ["study.json"])
  }

  @Test("Own temporary files over an hour old are swept, younger and foreign ones are not")
  func sweep() throws {
    for name in [".study-tmp-old", ".study-tmp-young", ".other-tmp-old"] {
      try scratch.write("left", to: name)
    }
    for name in [".study-tmp-old", ".other-tmp-old"] {
      let time = timeval(tv_sec: time(nil) - 4000, tv_usec: 0)
      try #require(utimes(scratch(name), [time, time]) == 0)
    }
    try update(file, to: "new")
    #expect(scratch.names == [".other-tmp-old", ".study-tmp-young", "study.json"])
  }
}
