import StudyCore
import TestSupport
import Testing

@testable import study

@Suite("A lab's clone has the line ends that were committed")
struct LineEndTests {
  /// The kinds that a CR behind each line breaks, by files of the course's answers and others that
  /// labs have.
  private static let others = [
    "hooks/pre-receive", "deploy.sh", "Dockerfile", "Dockerfile.dev", "compose.yaml", "main.tf",
    "prod.tfvars", "bot.py", "rules.yml", "policy.json", "judge.jq", ".env.example", "Makefile",
    "Caddyfile",
  ]

  @Test(
    "A clone with core.autocrlf gets no CR, in any of the answers' files", arguments: [true, false])
  func clone(withAttributesOfTheirs: Bool) throws {
    let clones = try Clones([], .plain)
    let scratch = clones.scratch
    var paths = Self.others
    for (path, bytes) in Shipped.files where path.contains("/answer/") {
      try scratch.write(String(decoding: bytes, as: UTF8.self), to: "work/" + path)
      paths.append(path)
    }
    try #require(paths.count > 30)
    for path in Self.others { try scratch.write("one\ntwo\n", to: "work/" + path) }
    if withAttributesOfTheirs {
      try scratch.write("*.bat text eol=crlf\n*.png -text\n", to: "work/.gitattributes")
      try scratch.write("echo\n", to: "work/run.bat")
    }
    try clones.shell(
      """
      printf 'a\\r\\nb\\0' > work/image.png
      cd work && study init . && git init -q -b main && git add -A && git commit -qm work && cd ..
      git -c core.autocrlf=true clone -q work windows
      """)
    for path in paths + ["study.json", ".gitattributes", "image.png"] {
      let cloned = try DurableFile.read(scratch("windows/" + path), limit: 1 << 20)
      #expect(try cloned == DurableFile.read(scratch("work/" + path), limit: 1 << 20), "\(path)")
    }
    if withAttributesOfTheirs { #expect(try scratch.text("windows/run.bat") == "echo\r\n") }
  }
}
