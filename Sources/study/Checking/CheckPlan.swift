import StudyCore

/// What `study check --plan` prints: every command, its folder and its environment.
enum CheckPlan {
  static func page(
    _ choice: CheckCommand.Choice, live: Bool, _ run: Run, _ toolbox: Toolbox
  ) -> Document {
    var page = Document()
    page.prose("Nothing was run. Each check works on a copy of the week's folder.")
    page.prose(Hold(run.world).sentence)
    for (lesson, tasks, _) in choice {
      var shown: Set<Check.ID> = []
      for task in tasks {
        for check in task.checks where live || check.tier == .offline {
          page.blank()
          page.paragraph([Span("\(task.number)  \(check.title)", .strong)])
          let preparation = lesson.proofs.preparation(of: check)
          if let preparation {
            let isFirst = shown.insert(preparation.id).inserted
            page.prose(
              (isFirst ? "First, once: " : "After: ") + preparation.title, marker: ["  "])
            if isFirst { procedure(preparation, lesson, toolbox, on: &page) }
          }
          procedure(check.procedure, lesson, toolbox, on: &page)
        }
      }
    }
    let checks = choice.flatMap(\.tasks).flatMap(\.checks)
    for tier in Check.Tier.allCases where tier == .offline || live {
      if tier == .offline || checks.contains(where: { $0.tier == tier }) {
        environment(tier, toolbox, on: &page)
      }
    }
    return page
  }

  private static func procedure(
    _ procedure: Check.Procedure, _ lesson: Lesson.Whole, _ toolbox: Toolbox,
    on page: inout Document
  ) {
    for line in procedure.arrangements { page.prose(line, marker: ["    "], .faint) }
    for step in procedure.steps {
      let folder = "<copy>/" + lesson.folder + (step.folder.map { "/" + $0 } ?? "")
      let command = step.plan { toolbox.words(of: $0) }
      page.verbatim("\(folder)$ \(command.map(quoted).joined(separator: " "))", indent: 4)
      for (name, value) in step.environment { page.verbatim("with \(name)=\(value)", indent: 8) }
      for line in step.remarks { page.prose(line, marker: ["        "], .faint) }
    }
  }

  private static func quoted(_ word: String) -> String {
    let safe = word.utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
        || "-_./=:,@%+{}|*() ".utf8.dropLast().contains(byte)
    }
    return safe && !word.isEmpty || word == "| jq" || word == "&"
      ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  private static func environment(
    _ tier: Check.Tier, _ toolbox: Toolbox, on page: inout Document
  ) {
    page.blank()
    page.heading(tier == .live ? "Environment of live checks" : "Environment")
    for (name, value) in toolbox.environment(tier).sorted(by: { $0.key < $1.key }) {
      let shown = tier == .live && isSecret(name, value) ? "(as you have it)" : value
      page.verbatim("\(name)=\(shown)", indent: 2, .plain)
    }
  }

  /// Whether a value of the user's is not for the screen: a credential, or an address with one.
  private static func isSecret(_ name: String, _ value: String) -> Bool {
    ["SECRET", "TOKEN", "PASSWORD", "KEY"].contains(where: name.uppercased().contains)
      || (value.contains("://") && value.contains("@"))
  }
}
