import StudyCore
import Testing

@testable import study

@Suite("Terraform's plugins are kept as Terraform keeps them", .twoAtATime)
struct PluginTests {
  private static let configuration = """
    terraform {
      required_providers {
        tiny = { source = "hashicorp/tiny", version = "1.0.0" }
      }
    }
    """

  /// A plugin that is never started, packed as in a mirror.
  private static let pack = """
    import sys, zipfile
    with zipfile.ZipFile(sys.argv[1], "w") as archive:
        entry = zipfile.ZipInfo("terraform-provider-tiny_v1.0.0")
        entry.external_attr = 0o755 << 16
        archive.writestr(entry, "#!/bin/sh\\nexit 1\\n")
    """

  @Test("The next check takes the plugin from there, and not from where it was fetched")
  func taken() throws {
    let bench = try Bench()
    let terraform = try #require(
      findExecutable("terraform", path: Bench.environment["PATH"] ?? ""), "terraform was not found")
    let version = ProcessRunner.run(
      ProcessRequest(
        executable: terraform, arguments: ["version", "-json"], environment: [:],
        folder: bench.root, timeout: 30))
    let platform = try #require(try JSONReader.read(version.output)["platform"]?.string)
    let archive =
      "\(bench.root)/mirror/registry.terraform.io/hashicorp/tiny/"
      + "terraform-provider-tiny_1.0.0_\(platform).zip"
    try Folders.makeFolders(RealFile.splitPath(archive).folder)
    let packed = ProcessRunner.run(
      ProcessRequest(
        executable: "/usr/bin/env", arguments: ["python3", "-c", Self.pack, archive],
        environment: ["PATH": Bench.environment["PATH"] ?? ""], folder: bench.root, timeout: 30))
    try #require(packed.ending == .exited(0), "\(packed.text)")
    try lay(in: bench)

    #expect(try check(bench) == "passed")
    let kept = "\(bench.root)/cache/study/plugins/registry.terraform.io/hashicorp/tiny/1.0.0"
    #expect(FileTree.names("\(kept)/\(platform)") == ["terraform-provider-tiny_v1.0.0"])
    // Whoever unpacks this anew fails.
    try QuickFile.write(archive, Array("no archive".utf8))
    #expect(try check(bench) == "passed")
    try FileTree.remove(kept)
    #expect(try check(bench) == "failed")
    #expect(FileTree.names(kept) == [])
  }

  private func lay(in bench: Bench) throws {
    try Folders.makeFolders(bench.lab + "/week01")
    try QuickFile.write(bench.lab + "/week01/main.tf", Array(Self.configuration.utf8))
    let mirror =
      "provider_installation {\n  filesystem_mirror {\n    path = \"\(bench.root)/mirror\"\n  }\n}\n"
    try QuickFile.write(bench.root + "/terraform.rc", Array(mirror.utf8))
    let course = """
      {"schema": 1, "id": "tiny", "title": "Tiny", "tools": [{"id": "terraform",
       "title": "Terraform", "version": ["version"], "get": {"url": "https://terraform.invalid"}}],
       "lessons": [{"week": 1, "id": "first", "title": "First", "why": "To see.", "tasks": [
       {"id": "job", "title": "Job", "goal": "Done.", "steps": ["Do it."], "minutes": 20,
        "deliverable": ["main.tf"], "checks": [{"id": "fetched", "title": "It is fetched",
        "uses": ["terraform"], "steps": [
        {"run": ["terraform", "init", "-no-color"], "network": true}]}]}]}]}
      """
    try QuickFile.write(bench.root + "/course.json", Array(course.utf8))
    let trusted = bench.root + "/data/study/trusted"
    try Folders.makeFolders(trusted)
    try QuickFile.write(
      trusted + "/" + SHA256.hex(of: Array(course.utf8)), Array(course.utf8))
  }

  private func check(_ bench: Bench) throws -> String? {
    let answer = try bench.study(
      ["check", "job", "--fresh", "--format", "json", "--roadmap", bench.root + "/course.json"],
      [
        "TF_CLI_CONFIG_FILE": bench.root + "/terraform.rc",
        "XDG_CACHE_HOME": bench.root + "/cache",
      ])
    return answer.verdicts["job"]?.verdict
  }
}
