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

  @Test("Many stars on a long name come to an end")
  func stars() {
    let name = String(repeating: "a", count: 24)
    #expect(!Glob(String(repeating: "*a", count: 8) + "b").matches(name))
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
