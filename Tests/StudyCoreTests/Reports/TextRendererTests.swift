import StudyCore
import Testing

@Suite("Documents fit any width and lose nothing")
struct TextRendererTests {
  private func render(_ width: Int, color: Bool = false, _ build: (inout Document) -> Void)
    -> String
  {
    var page = Document()
    build(&page)
    return TextRenderer(width: width, color: color).render(page)
  }

  @Test("Prose wraps between words and hangs under its marker")
  func prose() {
    let text = render(24) { $0.prose("one two three four five six", marker: [" 1. "]) }
    #expect(text == " 1. one two three four\n    five six\n")
  }

  @Test("A word wider than a line is broken where it fits, wide characters never in half")
  func long() {
    #expect(
      render(20) { $0.prose("see https://example.com/a/long/way") }
        == "see\nhttps://example.com/\na/long/way\n")
    #expect(
      render(21) { $0.prose("서버를컨테이너로옮기는일주일") } == "서버를컨테이너로옮기\n는일주일\n")
  }

  @Test("Code keeps its backticks without colour; a lone backtick is only itself")
  func code() {
    #expect(render(40) { $0.prose("run `study next` now") } == "run `study next` now\n")
    #expect(
      render(40, color: true) { $0.prose("run `study next` now") }
        == "run \u{1B}[36mstudy next\u{1B}[0m now\n")
    #expect(render(40, color: true) { $0.prose("a ` tick") } == "a ` tick\n")
  }

  @Test("Prose is at most 100 columns wide on the widest terminal")
  func measure() {
    let text = render(300) { $0.prose(String(repeating: "word ", count: 60)) }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test("Text at both edges goes on below where it does not fit")
  func edges() {
    #expect(
      render(30) { $0.edges(["left"], ["right"]) } == "left" + String(repeating: " ", count: 21)
        + "right\n")
    #expect(render(30) { $0.edges(["left"], []) } == "left\n")
    #expect(render(30) { $0.edges(["left"], [""]) } == "left\n")
    #expect(
      render(30) { $0.edges(["a title that is too long for it"], ["20 min"]) }
        == "a title that is too     20 min\nlong for it\n")
  }

  @Test("A table aligns wide characters, and its flexible column wraps")
  func table() {
    let rows: [[[Span]]] = [
      [["○"], ["작은 이미지"], ["45 min"]], [["●"], ["a name that is longer than it"], ["5 min"]],
    ]
    #expect(
      render(30) { $0.table(rows, flexible: 1, right: [2]) } == """
        ○  작은 이미지          45 min
        ●  a name that is        5 min
           longer than it

        """)
    #expect(
      render(30) { $0.table(rows, flexible: 1, right: [2], cuts: true) } == """
        ○  작은 이미지          45 min
        ●  a name that is…       5 min

        """)
  }

  @Test("Where columns leave no room for words, what is right of them goes below")
  func stacked() {
    let rows: [[[Span]]] = [
      [["Week 1"]],
      [["  ○"], ["1.1"], ["Describe the VPC in code"], ["vpc-start"], ["45 min"], ["claimed"]],
      [["  ●"], ["1.10"], ["컨테이너로 옮기는 작은 이미지 하나"], ["kubernetes-observability"], ["5 min"]],
      [["  ●"], ["1.2"], ["infrastructure"], ["vpc"], [""], [""]],
    ]
    #expect(
      render(40) { $0.table(rows, flexible: 2, right: [4]) } == """
        Week 1
          ○  1.1   Describe the VPC in code
                   vpc-start  45 min  claimed
          ●  1.10  컨테이너로 옮기는 작은 이미지
                   하나
                   kubernetes-observability
                   5 min
          ●  1.2   infrastructure
                   vpc

        """)
  }

  @Test("A column that takes half of the line goes above the text that it belongs to")
  func headAbove() {
    let rows: [[[Span]]] = [
      [["--color auto|always|never"], ["When to colour"]], [["-h, --help"], ["Show help on it"]],
    ]
    #expect(
      render(40) { $0.table(rows, flexible: 1, indent: 2) } == """
          --color auto|always|never
            When to colour
          -h, --help
            Show help on it

        """)
    #expect(
      render(50) { $0.table(rows, flexible: 1, indent: 2) } == """
          --color auto|always|never  When to colour
          -h, --help                 Show help on it

        """)
  }

  @Test("A row of one cell goes over all columns, an empty row is an empty line")
  func spanning() {
    let text = render(40) {
      $0.table([[["Week 1, a heading"]], [["1"], ["x"]], [], [["22"], ["y"]]], flexible: 1)
    }
    #expect(text == "Week 1, a heading\n1   x\n\n22  y\n")
  }

  @Test("Control characters never get through, in any block", arguments: [false, true])
  func hostile(color: Bool) {
    let evil = Span("\u{1B}]0;x\u{7}\u{202E}", .strong)
    let text = render(60, color: color) {
      $0.paragraph([evil], marker: [evil])
      $0.verbatim(evil.text)
      $0.edges([evil], [evil])
      $0.table([[[evil], [evil]]], flexible: 0, cuts: true)
      $0.step("\u{1B}c\n$ \u{1B}c", marker: "1. ")
    }
    let own = text.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "").replacing(
      "\u{1B}[36m", with: "")
    #expect(own.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isHidden($0) })
  }

  @Test(
    "No line is wider than the terminal, or ends in a space",
    arguments: Array(stride(from: 20, through: 130, by: 7)))
  func widths(width: Int) {
    let text = render(width) {
      $0.prose("서버를 컨테이너로 옮기는 일주일 and `some code` in between 🐳", marker: ["  - "])
      $0.edges(["a title of some words 서버를"], ["12 min"])
      $0.table([[["○"], ["a name of several words"], ["x"]]], flexible: 1, indent: 2)
      $0.table([[["○"], ["이름이 긴 작업 하나"], ["x"], [""]]], flexible: 1, cuts: true)
    }
    for line in text.split(separator: "\n") {
      #expect(VisibleText.width(line) <= width, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
    }
  }
}
