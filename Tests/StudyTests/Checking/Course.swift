import StudyCore

/// A roadmap of one week for a story, written as the parts that matter to it.
struct Course {
  var id = "course"
  var tools = [Course.testerTool, Course.jqTool]
  /// Definitions for complaints programs.
  var jq = ""
  /// Objects of JSON.
  var preparations: [String] = []
  var tasks = [Course.task(checks: [Course.check([Course.step("true")])])]
  /// Lessons after the first.
  var more: [String] = []

  /// A course of one task with one check of these steps.
  static func steps(_ steps: String..., also: String = "") -> Course {
    Course(tasks: [task(checks: [check(steps, also: also)])])
  }

  var text: String {
    """
    {"schema": 1, "id": "\(id)", "title": "Course", "tools": [\(list(tools))], "lessons": [
    {"week": 1, "id": "first", "title": "First", "why": "To see.", "jq": \(quoted(jq)),
     "preparations": [\(list(preparations))], "tasks": [\(list(tasks))]}
    \(more.map { ", " + $0 }.joined())]}

    """
  }

  private func list(_ items: [String]) -> String { items.joined(separator: ",\n") }

  static let testerTool = """
    {"id": "tester", "title": "Tester", "version": ["--version"], "oldest": "2.0",
     "find": [["tester"], ["second", "best"]],
     "get": {"debian": "apt-get install tester", "macos": "brew install tester",
             "url": "https://tester.invalid"},
     "canary": {"run": ["--canary"], "exit": 3, "says": ["something bad"]}}
    """

  static let jqTool = """
    {"id": "jq", "title": "jq", "version": ["--version"], "oldest": "1.5",
     "get": {"debian": "apt-get install jq", "macos": "brew install jq", "url": "https://jq.invalid"},
     "canary": {"run": ["-e", ".no"], "stdin": "{\\"no\\": false}\\n", "exit": 1, "says": ["false"]}}
    """

  static func task(
    _ id: String = "job", checks: [String], deliverable: String = "work.txt"
  ) -> String {
    """
    {"id": "\(id)", "title": "The \(id)", "goal": "Done.", "steps": ["Do it."], "minutes": 20,
     "deliverable": [\(quoted(deliverable))], "hints": ["First hint.", "Second hint."],
     "checks": [\(checks.joined(separator: ",\n"))]}
    """
  }

  /// - Parameter also: more members, each with a comma before it.
  static func check(_ steps: [String], id: String = "works", also: String = "") -> String {
    """
    {"id": "\(id)", "title": "It \(id)", "uses": ["tester"],
     "steps": [\(steps.joined(separator: ",\n"))]\(also)}
    """
  }

  /// A step in which the tester runs a script.
  ///
  /// - Parameter also: more members, each with a comma before it.
  static func step(_ script: String, _ also: String = "") -> String {
    "{\"run\": [\"tester\", \(quoted(script))]\(also)}"
  }

  /// A step whose output a jq program judges.
  static func judged(_ script: String, by program: String, as shape: String = "json") -> String {
    step(script, ", \"as\": \"\(shape)\", \"complaints\": \(quoted(program))")
  }

  /// A step that judges files.
  static func read(_ globs: [String], by program: String) -> String {
    let list = globs.map(quoted).joined(separator: ", ")
    return "{\"read\": [\(list)], \"complaints\": \(quoted(program))}"
  }
}

/// A text as JSON writes it.
func quoted(_ text: String) -> String { String(decoding: JSON.text(text).canonical, as: UTF8.self) }
