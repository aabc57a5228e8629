import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("What is not the work is neither copied nor digested", .enabled(if: Workbench.jq != nil))
struct NotTheWorkTests {
  typealias C = Course

  private static let listing = C.judged(
    "find . -type f | sort", by: "split(\"\\n\") | map(select(. != \"\"))", as: "text")

  /// What is copied of a week with these files.
  private func copied(
    _ files: [String: String], lab: [String: String] = [:], deliverable: String = "work.txt",
    also: String = "", after script: String = ""
  ) throws -> [String] {
    let course = Course(tasks: [
      C.task(checks: [C.check([Self.listing], also: also)], deliverable: deliverable)
    ])
    let bench = try Workbench(course)
    try link("git", bench)
    for (path, text) in files { try bench.scratch.write(text, to: "lab/week01/" + path) }
    for (path, text) in lab { try bench.scratch.write(text, to: "lab/" + path) }
    if !script.isEmpty { try #require(bench.scratch.shell(script).ending == .exited(0)) }
    let answer = try bench.check("job")
    #expect(answer.verdict == "failed", "\(answer.reasons)")
    #expect(bench.leftovers == [])
    return answer.reasons.filter { $0 != "./work.txt" && !$0.hasSuffix(".gitignore") }
  }

  /// Puts the real git on the bench's path.
  private func link(_ name: String, _ bench: Workbench) throws {
    let path = findExecutable(name, path: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin")
    try #require(symlink(try #require(path), bench.scratch("bin/" + name)) == 0)
  }

  @Test("A virtual environment, whatever its name and wherever its links lead")
  func virtualEnvironment() throws {
    let bench = try Workbench(.steps(Self.listing))
    for name in [".venv", "env", "deep/tools"] {
      try bench.scratch.write("home = /usr/bin\n", to: "lab/week01/\(name)/pyvenv.cfg")
      try Folders.makeFolders(bench.lab + "/week01/\(name)/bin")
      let python = bench.lab + "/week01/\(name)/bin/python"
      try #require(symlink("/usr/bin/python3", python) == 0)
    }
    #expect(try bench.check("job").reasons == ["./work.txt"])
  }

  @Test("Caches by their names")
  func caches() throws {
    let names = [".pytest_cache/x", "a/.ruff_cache/x", ".mypy_cache/x", ".tox/x", "b/.DS_Store"]
    let files = names.map { ($0, "") } + [("kept", "")]
    #expect(try copied(Dictionary(uniqueKeysWithValues: files)) == ["./kept"])
  }

  @Test("What `.gitignore` names, in the week, above or below it, with a repository or without")
  func ignored() throws {
    let files = [
      "build/deep/x": "", "x.log": "", "sub/y.tmp": "", "sub/.gitignore": "*.tmp\n", "kept.tmp": "",
      "sub/kept": "",
    ]
    let rules = "*.log\nweek01/build/\n"
    let expected = ["./kept.tmp", "./sub/kept"]
    #expect(try copied(files, lab: [".gitignore": rules]) == expected)
    let script = "cd lab && git init -q ."
    #expect(try copied(files, lab: [".gitignore": rules], after: script) == expected)
    // Only one below, of which nothing is known beforehand.
    #expect(
      try copied(files)
        == ["./build/deep/x", "./kept.tmp", "./sub/kept", "./x.log"])
    #expect(
      try copied(["a/.gitignore": "*\n", "a/x": "", "b": ""]) == ["./b"])
  }

  @Test("What is tracked is the work, though it is ignored")
  func tracked() throws {
    let script = "cd lab && git init -q . && git add -f week01/x.log"
    let files = ["x.log": "", "y.log": "", ".gitignore": "*.log\n"]
    #expect(try copied(files, after: script) == ["./x.log"])
    // The same in a work tree that another repository lent.
    let lent =
      "git init -q main && cd main && git -c user.name=a -c user.email=a@b.c commit -q "
      + "--allow-empty -m x && git worktree add -q ../linked && mv ../linked/.git ../lab/ "
      + "&& cd ../lab && git add -f week01/x.log"
    #expect(try copied(files, after: lent) == ["./x.log"])
  }

  @Test("What a task asks for, a check names or tools read by themselves is the work, too")
  func wanted() throws {
    let files = [
      ".gitignore": "out/\nnamed/\n*.json\nsecrets/\n.env\n*.tfvars\n*.bin\n",
      "out/report": "", "out/deep/x": "", "named/it.json": "", "named/other": "", "x.json": "",
      "secrets/password": "", ".env": "", "terraform.tfvars": "", "x.bin": "",
    ]
    let find = ", \"find\": {\"it\": [\"named/*.json\"]}"
    #expect(
      try copied(files, deliverable: "out", also: find) == [
        "./.env", "./named/it.json", "./out/deep/x", "./out/report", "./secrets/password",
        "./terraform.tfvars",
      ])
    // Every JSON file is asked for, but not those of a folder that is ignored as a whole.
    let all = ", \"find\": {\"it\": [\"**/*.json\"]}"
    #expect(
      try copied(
        [".gitignore": "cache/\n*.json\n", "cache/x.json": "", "x.json": ""], also: all)
        == ["./x.json"])
  }

  @Test("A lab that is ignored as a whole is work all the same")
  func dotfiles() throws {
    #expect(
      try copied(["x": ""], after: "git init -q . && echo '*' > .gitignore") == ["./x"])
    #expect(try copied(["x": "", ".gitignore": "*\n"]) == ["./x"])
  }

  @Test("Asking git runs nothing that the lab's configuration names, and writes nothing")
  func hostile() throws {
    let bench = try Workbench(.steps(Self.listing))
    try link("git", bench)
    try bench.scratch.write("*.log\n", to: "lab/week01/.gitignore")
    try bench.scratch.write("", to: "lab/week01/x.log")
    try bench.scratch.write(
      "#!/bin/sh\necho >> '\(bench.scratch("ran"))'\n", to: "evil", mode: 0o755)
    let made = bench.scratch.shell(
      """
      cd lab && git init -q . && git add -A && git config core.fsmonitor '\(bench.scratch("evil"))'
      git config core.hooksPath '\(bench.root)' && git config filter.x.clean '\(bench.scratch("evil"))'
      git config core.sshCommand '\(bench.scratch("evil"))'
      echo '* filter=x' > .gitattributes && find .git -type f | xargs cat | cksum > ../before
      """)
    try #require(made.ending == .exited(0), "\(text(made.errors))")
    let other = ["GIT_DIR": bench.scratch("other"), "GIT_INDEX_FILE": "/dev/null"]
    let answer = try bench.check("job", environment: other)
    #expect(answer.reasons.contains("./x.log") == false)
    #expect(try bench.scratch.text("ran") == nil)
    let after = bench.scratch.shell("cd lab && find .git -type f | xargs cat | cksum")
    #expect(try bench.scratch.text("before") == text(after.output))
  }

  @Test("A change of what is not the work runs nothing again; one of the work does")
  func digest() throws {
    let bench = try Workbench()
    try link("git", bench)
    try bench.scratch.write("*.log\n", to: "lab/.gitignore")
    try bench.scratch.write("a", to: "lab/week01/x.log")
    _ = try bench.check("job")
    try bench.scratch.write("b", to: "lab/week01/x.log")
    try bench.scratch.write("", to: "lab/week01/v/pyvenv.cfg")
    _ = try bench.check("job")
    #expect(try bench.countRuns() == 1)
    try bench.scratch.write("", to: "lab/week01/x.txt")
    _ = try bench.check("job")
    #expect(try bench.countRuns() == 2)
  }

  @Test("Without git, or where git gives no answer, nothing counts as ignored")
  func withoutGit() throws {
    let bench = try Workbench(.steps(Self.listing))
    try bench.scratch.write("*.log\n", to: "lab/week01/.gitignore")
    try bench.scratch.write("", to: "lab/week01/x.log")
    #expect(try bench.check("job").reasons.contains("./x.log"))
    try bench.tool("git", "echo week01/x.log; exit 1")
    #expect(try bench.check("job", "--fresh").reasons.contains("./x.log"))
  }
}
