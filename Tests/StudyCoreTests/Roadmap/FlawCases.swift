@testable import StudyCore

extension FlawCase {
  static let all: [FlawCase] = [
    .init("\"title\": \"Own\",", "", "title", 1, 1, .missing),
    .init("\"id\": \"own\"", "\"id\": \"Own\"", "id", 1, 21, .notASlug),
    .init("\"id\": \"own\"", "\"id\": \"a--b\"", "id", 1, 21, .notASlug),
    .init("\"title\": \"One\"", "\"title\": \" \"", "lessons[0].title", 3, 47, .empty),
    .init(
      "\"why\": \"w\"", "\"why\": []", "lessons[1].why", 14, 49,
      .wrongKind(expected: "a string", found: "an array")),
    .init(
      "\"objectives\"", "\"objektives\"", "lessons[0].objektives", 4, 43,
      .unknownMember(nearest: "objectives")),
    .init("\"week\": 2", "\"week\": 3", "lessons[1].week", 14, 10, .wrongWeek(expected: 2)),
    .init(
      "\"minutes\": 9", "\"minutes\": 601", "lessons[1].tasks[0].minutes", 15, 83,
      .outOfRange(1...600)),
    .init(
      "\"minutes\": 9", "\"minutes\": \"9\"", "lessons[1].tasks[0].minutes", 15, 83,
      .wrongKind(expected: "a whole number", found: "a string")),
    .init(
      "https://example.com", "http://example.com", "lessons[0].readings[0].url", 5, 36, .notHTTPS),
    .init("[\"a\"]", "[\"../a\"]", "lessons[0].tasks[0].deliverable", 8, 90, .outsideFolder),
    .init("[\"a\"]", "[\"/etc/passwd\"]", "lessons[0].tasks[0].deliverable", 8, 90, .outsideFolder),
    .init("\"main.tf\"", "\"../main.tf\"", "lessons[0].tasks[0].starter", 9, 12, .outsideFolder),
    .init(
      "[\"x\"]", "\"x\"", "lessons[0].tasks[0].starter.main.tf", 9, 24,
      .wrongKind(expected: "an array of lines", found: "a string")),
    .init(
      "\"goal\": \"g\", \"steps\": [\"s\"], \"minutes\": 9",
      "\"goal\": \"g\", \"steps\": [], \"minutes\": 9",
      "lessons[1].tasks[0].steps", 15, 65, .tooFew(1, of: "steps")),
    .init(
      "\"steps\": [\"s\"], \"minutes\": 9", "\"steps\": [\"\"], \"minutes\": 9",
      "lessons[1].tasks[0].steps[0]", 15, 66, .empty),
    .init(
      "\"id\": \"t-three\"", "\"id\": \"t-one\"", "lessons[1].tasks[0].id", 15, 18,
      .usedTwice("t-one")),
    .init("\"id\": \"two\"", "\"id\": \"one\"", "lessons[1].id", 14, 19, .usedTwice("one")),
    .init(
      "\"tier\": \"offline\"", "\"tier\": \"ofline\"", "lessons[0].tasks[0].checks[0].tier", 11, 46,
      .notOneOf(["offline", "live"], nearest: "offline")),
    .init(
      "\"after\": \"prep\"", "\"after\": \"pre\"", "lessons[0].tasks[0].checks[0].after", 11, 82,
      .unknownReference("pre", to: "preparation of the lesson", nearest: "prep")),
    .init(
      "\"tools\": [\"jq\"]", "\"tools\": [\"qj\"]", "lessons[0].tools[0]", 5, 71,
      .unknownTool("qj", nearest: "jq")),
    .init(
      "[\"jq\", \"-n\", \"1\"]", "[\"sh\", \"-n\", \"1\"]", "lessons[0].tasks[0].checks[0].steps",
      12, 10,
      .unknownReference("sh", to: "tool of this check's uses", nearest: nil)),
    .init(
      "\"run\": [\"jq\", \"-n\", \"1\"]", "\"run\": []",
      "lessons[0].tasks[0].checks[0].steps[0].run", 12, 19,
      .sourceCount),
    .init(
      "\"run\": [\"jq\", \"-n\", \"1\"]",
      "\"run\": [\"jq\"], \"read\": [\"a\"], \"complaints\": \"[]\"",
      "lessons[0].tasks[0].checks[0].steps[0].run", 12, 19, .sourceCount),
    .init(
      "\"run\": [\"jq\", \"-n\", \"1\"], \"exit\": 0, \"timeout\": 5, \"says\": [\"1\"]",
      "\"read\": [\"a\"]",
      "lessons[0].tasks[0].checks[0].steps", 12, 10, .canProveNothing),
    .init(
      "\"exit\": 0", "\"exit\": 256", "lessons[0].tasks[0].checks[0].steps[0].exit", 12, 46,
      .outOfRange(0...255)),
    .init(
      "\"exit\": 0", "\"exit\": \"0\"", "lessons[0].tasks[0].checks[0].steps[0].exit", 12, 46,
      .wrongKind(expected: "an exit status or an array of them", found: "a string")),
    .init(
      "\"timeout\": 5", "\"timeout\": 0", "lessons[0].tasks[0].checks[0].steps[0].timeout", 12, 60,
      .outOfRange(1...1800)),
    .init(
      "\"version\": [\"-V\"]", "\"version\": []", "tools[0].version", 2, 50,
      .tooFew(1, of: "version")),
    .init(
      "\"version\": [\"-V\"]", "\"version\": [\"-V\"], \"find\": \"jq\"", "tools[0].find", 2, 66,
      .wrongKind(expected: "an array of argument lists", found: "a string")),
    .init(
      "{\"cost\": \"c\", \"steps\": [\"s\"]}", "[]", "lessons[0].tasks[0].teardown", 10, 13,
      .wrongKind(expected: "an object", found: "an array")),
  ]
}
