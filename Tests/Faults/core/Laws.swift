// Linked to the StudyCore that was built, or compiled with its sources: nothing to import then.
#if canImport(StudyCore)
  import StudyCore
#endif

/// The laws of merging, or the table of documents.
@main
struct Laws {
  static func main() {
    switch CommandLine.arguments.dropFirst().first {
    case "laws": laws(seed: UInt64(CommandLine.arguments.last ?? "") ?? 0)
    default: documents()
    }
  }

  private static func laws(seed: UInt64) {
    let cases = 20_000
    var laws = MergeLaws(seed: seed)
    var broken: [String: Int] = [:]
    for _ in 0..<cases {
      for law in laws.brokenLaws() { broken[law, default: 0] += 1 }
    }
    let figures = broken.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value) cases broken" }
    print(
      "\(cases) random cases, 10 laws each, seed \(seed), "
        + (figures.isEmpty ? "0 broken" : figures.joined(separator: ", ")))
    if !figures.isEmpty { fatalError("a law is broken") }
  }

  private static func documents() {
    var wrong: [String] = []
    for document in JSONDocuments.valid {
      guard let json = try? JSONReader.read(document) else {
        wrong.append("refused " + shown(document))
        continue
      }
      for text in [Array(json.compact.utf8), Array(json.pretty.utf8), json.canonical] {
        if (try? JSONReader.read(text))?.canonical != json.canonical {
          wrong.append("changed " + shown(document))
        }
      }
    }
    for document in JSONDocuments.invalid where (try? JSONReader.read(document)) != nil {
      wrong.append("took " + shown(document))
    }
    print(
      "\(JSONDocuments.valid.count) valid taken and \(JSONDocuments.invalid.count) invalid refused"
        + (wrong.isEmpty ? "" : ", but for \(wrong.count): " + wrong.joined(separator: "; ")))
    if !wrong.isEmpty { fatalError("a document is misread") }
  }

  private static func shown(_ document: [UInt8]) -> String {
    JSON.text(String(decoding: document.prefix(40), as: UTF8.self)).compact
  }
}
