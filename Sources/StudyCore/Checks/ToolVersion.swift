/// A version as tools print it: numbers between dots.
public struct ToolVersion: Sendable, Equatable, Comparable, CustomStringConvertible {
  private let numbers: [Int]

  /// The first run of at least two numbers between dots in a tool's output, or nil.
  public init?(firstIn text: String) {
    var run = ""
    for character in text + " " {
      if character.isASCII, character.isNumber || (character == "." && !run.isEmpty) {
        run.append(character)
        continue
      }
      let numbers = run.split(separator: ".").compactMap { Int($0) }
      if numbers.count >= 2 {
        self.numbers = numbers
        return
      }
      run = ""
    }
    return nil
  }

  /// The numbers between dots.
  public var description: String { numbers.map(String.init).joined(separator: ".") }

  /// Number by number; a missing one counts as 0.
  public static func < (a: ToolVersion, b: ToolVersion) -> Bool {
    for index in 0..<max(a.numbers.count, b.numbers.count) {
      let left = index < a.numbers.count ? a.numbers[index] : 0
      let right = index < b.numbers.count ? b.numbers[index] : 0
      if left != right { return left < right }
    }
    return false
  }
}
