import StudyCore
import Testing

@Suite("Text from files is shown, never obeyed, and takes the columns it takes")
struct VisibleTextTests {
  @Test(
    "What could steer a terminal or mislead a reader is spelled out",
    arguments: [
      ("plain", "plain"), ("서버 🐳 é", "서버 🐳 é"), ("a\u{1B}[31m", "a\\u{1B}[31m"),
      ("a\nb\tc\r", "a\\nb\\tc\\r"), ("\u{7F}", "\\u{7F}"), ("\u{9B}2J", "\\u{9B}2J"),
      ("\u{202E}abc\u{2066}", "\\u{202E}abc\\u{2066}"), ("\u{200B}\u{FEFF}", "\\u{200B}\\u{FEFF}"),
      ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{E000}", "\\u{E000}"), ("\u{0}", "\\u{0}"),
      ("\u{E0041}", "\\u{E0041}"), ("\u{378}", "\\u{378}"), ("\r\n", "\\r\\n"),
    ])
  func escaped(text: String, shown: String) {
    #expect(VisibleText.escaped(text).utf8.elementsEqual(shown.utf8))
  }

  @Test(
    "Nothing below space, no format or bidirectional character is left",
    arguments: [0...0x2FFF, 0xE000...0xFFFF, 0x1D100...0x1D1FF, 0xE0000...0xE01EF]
      as [ClosedRange<UInt32>])
  func sweep(range: ClosedRange<UInt32>) {
    for value in range {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      let isDangerous = [
        .control, .format, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator,
      ]
      .contains(category)
      let isShown = VisibleText.escaped(String(scalar)).unicodeScalars.contains(scalar)
      if isDangerous == isShown { Issue.record("\(String(value, radix: 16))") }
    }
  }

  @Test(
    "Width is what terminals give it",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("서버", 4), ("日本", 4), ("🐳", 2), ("👍🏽", 2),
      ("✓", 1), ("█░▓", 3), ("…", 1), ("ｱ", 1), ("Ａ", 2), ("☎️", 2), ("⌚", 2), ("한", 2), ("·", 1),
      ("–", 1), ("≥", 1), ("🇰🇷", 2), ("\u{1100}\u{1161}", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(VisibleText.width(text) == columns)
  }
}
