import StudyCore
import Testing

@testable import study

@Suite(
  "What a fetch that ended well has brought is kept, and no half of one",
  .enabled(if: Workbench.jq != nil))
struct PluginCacheTests {
  private typealias C = Course

  private static let plugin = "registry.example/maker/tiny/1.0.0/linux_amd64"
  private static let fetch =
    "ls -A $TF_PLUGIN_CACHE_DIR | grep -v study-run; "
    + "mkdir -p $TF_PLUGIN_CACHE_DIR/\(plugin) && echo half > $TF_PLUGIN_CACHE_DIR/\(plugin)/p; "

  private func course(_ script: String, then more: String = "true") -> Course {
    .steps(C.step(script, ", \"network\": true"), C.step(more))
  }

  @Test(
    "An interrupted fetch leaves nothing; a whole one is there for the next check",
    arguments: [false, true])
  func kept(apart: Bool) throws {
    if apart, !Cell.areAllowed { try Test.cancel("this system allows no namespaces") }
    let bench = try Workbench(course(Self.fetch + "exit 1"), apart: apart)
    let kept = bench.scratch("home/.cache/study/plugins")
    #expect(try bench.check("job").verdict == "failed")
    #expect(bench.names("home/.cache/study/plugins") == [])
    try bench.use(course(Self.fetch + "kill -9 $$"))
    #expect(try bench.check("job").verdict != "passed")
    #expect(bench.names("home/.cache/study/plugins") == [])
    // What comes after, without the network, still finds what was fetched.
    let see = "cat '\(kept)/\(Self.plugin)/p'"
    try bench.use(course(Self.fetch + "true", then: see))
    let whole = try bench.check("job")
    #expect(whole.verdict == "passed", "\(whole.reason)")
    #expect(try bench.scratch.text("home/.cache/study/plugins/\(Self.plugin)/p") == "half\n")
    try bench.use(course("cat $TF_PLUGIN_CACHE_DIR/\(Self.plugin)/p"))
    let next = try bench.check("job")
    #expect(next.verdict == "passed", "\(next.reason)")
    #expect(bench.names("home/.cache/study/plugins") == ["registry.example"])
  }

  @Test("What a check runs can't change what is kept")
  func shut() throws {
    if !Cell.areAllowed { try Test.cancel("this system allows no namespaces") }
    let bench = try Workbench(course(Self.fetch), apart: true)
    #expect(try bench.check("job").verdict == "passed")
    let file = bench.scratch("home/.cache/study/plugins/\(Self.plugin)/p")
    for network in ["true", "false"] {
      let spoil = C.step("echo bad > '\(file)'; true", ", \"network\": \(network)")
      try bench.use(.steps(spoil))
      _ = try bench.check("job")
      #expect(try bench.scratch.text("home/.cache/study/plugins/\(Self.plugin)/p") == "half\n")
    }
  }
}
