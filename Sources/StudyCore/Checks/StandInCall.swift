/// One call of a stand-in, a line of JSON in the notes.
public struct StandInCall: Sendable, Equatable {
  /// The name it was called by.
  public let name: String
  /// The step that ran, from 1.
  public let step: Int
  /// The id of the answer it gave; nil if none was prepared.
  public let answer: String?
  /// Its arguments.
  public let arguments: [String]
  /// The folder it was called in.
  public let folder: String
  /// When, in milliseconds since 1970.
  public let time: Int
  /// What it was given to read, if that was to be noted.
  public let input: String?

  /// One call.
  public init(
    name: String, step: Int, answer: String?, arguments: [String], folder: String, time: Int,
    input: String?
  ) {
    self.name = name
    self.step = step
    self.answer = answer
    self.arguments = arguments
    self.folder = folder
    self.time = time
    self.input = input
  }

  /// What can be said of a check whose stand-ins were called so: nothing, where no answer was
  /// prepared. The work may be wrong because of that.
  public static func verdict(on calls: [StandInCall]) -> Verdict? {
    guard let call = calls.first(where: { $0.answer == nil }) else { return nil }
    let words = ([call.name] + call.arguments).joined(separator: " ")
    return .couldNotCheck(
      reason: "the check was not prepared for `\(words.prefix(200))`",
      remedy: "if the work is right without that call, leave it out; else `study done` records it "
        + "on your word, and the course's authors will want to know")
  }

  /// The calls in a file of notes; lines that are none are passed over.
  public static func read(_ bytes: [UInt8]) -> [StandInCall] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? JSONReader.read(Array(line))).flatMap(StandInCall.init)
    }
  }
}

extension StandInCall {
  /// A line of the notes.
  public var json: JSON {
    .object([
      "name": .text(name), "argv": .texts(arguments), "cwd": .text(folder), "at": .count(time),
      "step": .count(step), "answer": answer.map(JSON.text) ?? JSON(.null),
      "stdin": input.map(JSON.text),
    ])
  }

  private init?(_ json: JSON) {
    guard let name = json["name"]?.string, let step = json["step"]?.integer,
      let arguments = json["argv"]?.array?.compactMap(\.string),
      let folder = json["cwd"]?.string, let time = json["at"]?.integer
    else { return nil }
    self.init(
      name: name, step: step, answer: json["answer"]?.string, arguments: arguments,
      folder: folder, time: time, input: json["stdin"]?.string)
  }
}
