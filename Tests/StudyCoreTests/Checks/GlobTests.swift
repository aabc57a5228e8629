import StudyCore
import Testing

@Suite("Globs and versions")
struct GlobTests {
  @Test(
    "A glob matches the paths it should",
    arguments: [
      ("main.tf", "main.tf", true), ("main.tf", "a/main.tf", false), ("*.tf", "main.tf", true),
      ("*.tf", "a/main.tf", false), ("**/*.tf", "main.tf", true), ("**/*.tf", "a/b/main.tf", true),
      ("a/**", "a/b/c", true), ("a/**", "b/a", false), ("a/**/z", "a/z", true),
      ("?.md", "a.md", true),
      ("?.md", "ab.md", false), ("./a", "a", true), ("*", ".env", true), ("a*b*c", "aXbYc", true),
      ("a*b*c", "aXc", false), (".github/workflows/*.y*ml", ".github/workflows/ci.yaml", true),
      ("é.md", "e\u{301}.md", true), ("[a]", "a", false), ("", "a", false),
    ])
  func matches(glob: String, path: String, isMatch: Bool) {
    #expect(Glob(glob).matches(path) == isMatch)
  }

  @Test("Of several matches the one in the fewest folders, then the first by name, is taken")
  func first() {
    let paths = ["a/deep/x.yml", "b/x.yml", "a/x.yml", "z.yaml"]
    #expect(Glob.first(of: ["**/*.yml"], in: paths) == "a/x.yml")
    #expect(Glob.first(of: ["q*", "*.yaml"], in: paths) == "z.yaml")
    #expect(Glob.first(of: ["q*"], in: paths) == nil)
  }

  @Test("The steps are those of pattern times path, however many stars there are")
  func stars() {
    let name = String(repeating: "a", count: 120)
    #expect(!Glob(String(repeating: "*a", count: 9) + "*b").matches(name))
    #expect(Glob(String(repeating: "*a", count: 120)).matches(name))
    let path = String(repeating: "a/", count: 500)
    #expect(!Glob(String(repeating: "**/", count: 200) + "b").matches(path))
    #expect(Glob(String(repeating: "**/a/", count: 500)).matches(path))
  }

  @Test("A letter under a hundred thousand marks is compared, not put in order")
  func marks() {
    let letter = "a" + String(repeating: "\u{301}\u{316}", count: 50_000)
    #expect(Glob("?/" + letter).matches("b/" + letter))
    #expect(!Glob(letter + "?").matches(letter))
    #expect(!Glob(letter).matches(letter + "\u{301}"))
  }

  @Test(
    "Random globs match what trying every way matches",
    arguments: [["a", "b"], ["a", ".", "\u{E9}", "e\u{301}"], ["K", "\u{212A}", "\r\n", "*"]])
  func reference(letters: [String]) {
    var random = SeededRandom(state: 7)
    var matched = 0
    for _ in 0..<6000 {
      func text(_ pieces: [String]) -> String {
        (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random)!
        }
        .joined()
      }
      let glob = text(letters + ["*", "**", "?", "/", "/", "/**/"])
      let path = text(letters + ["/"])
      let isMatch = SlowGlob.matches(glob, path)
      matched += isMatch ? 1 : 0
      #expect(
        Glob(glob).matches(path) == isMatch, "\(glob.debugDescription) on \(path.debugDescription)")
    }
    // Not a test of nothing: a good part of both kinds was met.
    #expect((500..<5500).contains(matched), "\(matched)")
  }

  @Test(
    "A version is the first numbers between dots",
    arguments: [
      ("Terraform v1.11.4\non linux", "1.11.4"), ("jq-1.7.1", "1.7.1"),
      ("git version 2.43.0", "2.43.0"),
      ("v5", nil), ("", nil), ("2024-01-01 1.2", "1.2"), ("Python 3.12.3+", "3.12.3"),
      ("1..2", "1.2"),
      ("ten.eleven", nil),
    ] as [(String, String?)])
  func version(text: String, version: String?) {
    #expect(ToolVersion(firstIn: text)?.description == version)
  }

  @Test(
    "Versions compare number by number",
    arguments: [("1.9", "1.11"), ("1.6", "1.6.1"), ("2.43.0", "10.0"), ("0.9.9", "1.0")])
  func order(old: String, new: String) throws {
    let (old, new) = (
      try #require(ToolVersion(firstIn: old)), try #require(ToolVersion(firstIn: new))
    )
    #expect(old < new)
    #expect(!(new < old))
  }
}
