import Testing

@testable import study

@Suite("What the work makes anew is no part of it", .enabled(if: Workbench.jq != nil))
struct GeneratedTests {
  typealias C = Course

  private func bench() throws -> Workbench {
    let script = "find . -type f | sort; mkdir -p pki/out; echo made > pki/out/ca.key"
    let bench = try Workbench(
      Course(tasks: [
        C.task("one", checks: [C.check([C.judged(script, by: "[.]", as: "text")], id: "a")]),
        C.task(
          "two",
          checks: [
            C.check(
              [
                C.step("mkdir -p pki/out; echo made > pki/out/ca.key"),
                C.read(["pki/**"], by: "[.[].text]"),
              ],
              also: ", \"generated\": [\"pki/out\", \"**/*.pid\"]")
          ]),
      ]))
    for name in ["pki/make.sh", "pki/out/ca.key", "pki/out/deep/x", "run/a.pid"] {
      try bench.scratch.write("old\n", to: "lab/week01/" + name)
    }
    return bench
  }

  @Test("It is not copied, for any task of the week; what a step makes there is found")
  func copy() throws {
    let answer = try bench().check("one", "two")
    #expect(
      answer.reasons == ["./pki/make.sh\n./work.txt\n", "old\n", "made\n"], "\(answer.output)")
  }

  @Test("A change to it runs nothing again; a change beside it does")
  func digest() throws {
    let bench = try bench()
    func runs() throws -> Int {
      let before = try bench.countRuns()
      #expect(try bench.check("one").verdict == "failed")
      return try bench.countRuns() - before
    }
    #expect(try runs() == 1)
    try bench.scratch.write("renewed\n", to: "lab/week01/pki/out/ca.key")
    try bench.scratch.write("7\n", to: "lab/week01/run/b.pid")
    #expect(try runs() == 0)
    try bench.scratch.write("renewed\n", to: "lab/week01/pki/make.sh")
    #expect(try runs() == 1)
  }
}
