import Testing

@testable import StudyCore

@Suite("A fixed text gives way to another, as a whole word")
struct ReplacementTests {
  private func replacement(_ old: String, optional: Bool = false, otherwise: String? = nil)
    -> Check.Replacement
  {
    .init(globs: ["a.conf"], old: old, new: "N", isOptional: optional, otherwise: otherwise)
  }

  @Test(
    "Numbers and words are whole, and other characters may stand anywhere",
    arguments: [
      ("8080", "listen 8080;", "listen N;"), ("8080", "18080 80801 8080", "18080 80801 N"),
      ("8080", "8080", "N"), ("8080", "a8080 8080b _8080 8080_", "a8080 8080b _8080 8080_"),
      ("8080", "é8080", "é8080"), ("8080", ":8080/8080.", ":N/N."),
      (":8080", "host:8080 host:80801", "hostN host:80801"),
      ("listen 80", "listen 8080", "listen 8080"),
      ("aa", "aaaa aa", "aaaa N"), ("..", "....", "NN"), ("8080", "", ""), ("x", "y", "y"),
    ])
  func applies(old: String, text: String, expected: String) {
    let (bytes, count) = replacement(old).applied(to: Array(text.utf8), new: "N")
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    #expect((count > 0) == (text != expected))
  }

  @Test("Bytes that are no text stay as they are")
  func bytes() {
    let bytes: [UInt8] = [0xFF, 0x20, 0x38, 0x30, 0x20, 0x00]
    #expect(replacement("80").applied(to: bytes, new: "N").bytes == [0xFF, 0x20, 0x4E, 0x20, 0x00])
  }

  @Test("A text that is nowhere can't be checked, unless the check says what that means")
  func absent() {
    let verdict = replacement("8080").verdictIfAbsent
    #expect(verdict.word == "couldNotCheck")
    #expect(verdict.reasons[0].contains("\"8080\" stands nowhere in a.conf"))
    #expect(replacement("8080", optional: true).verdictIfAbsent == .passed)
    #expect(replacement("8080", otherwise: "Listen.").verdictIfAbsent == .failed(["Listen."]))
  }
}
