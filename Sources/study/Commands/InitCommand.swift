import StudyCore

/// `study init`: makes a lab.
struct InitCommand: Command {
  var folder: String?

  static let name = "init"
  static let summary = "Make a lab: a folder for your work and your progress"
  static let details =
    "Makes `study.json`, a folder for each week, and the lines in `.gitattributes` and "
    + "`.gitignore` that let git merge progress by itself, check out scripts with the line ends "
    + "they run with, and keep secrets and state out. What is there already is kept."
  static let example = (command: "study init lab", meaning: "Makes a lab in the folder `lab`.")
  static var parameters: [Parameter<Self>] {
    [.argument("DIR", "The folder; the current one unless given", \.folder)]
  }

  /// The attribute with which git merges two progress files without any set-up.
  static let attribute = "study.json merge=union text eol=lf"

  /// The attribute with which a clone on Windows (`core.autocrlf`) gets what was committed: with a CR
  /// behind each line a script, a hook, or what Terraform templates is another program. It says so of
  /// all text, since hooks have no extension to know them by.
  static let lineEnds = "* text=auto eol=lf"

  /// What a lab must not keep in git: tools' caches, state that holds secrets, secrets,
  /// and what a killed run of ours may leave for an hour.
  static let ignored = [
    ".terraform/", "*.tfstate", "*.tfstate.*", "*.tfplan", ".env", "*.pem", "*.key",
    "node_modules/", "__pycache__/", ".study-tmp-*",
  ]

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let roadmap = try run.roadmap()
    let lab = Paths.trimmed(run.absolute(folder ?? "."))
    try run.makeFolders(lab)
    let hadProgress = run.namesProgress(lab)
    for lesson in roadmap.lessons { try run.makeFolders(Paths.join(lab, lesson.folder)) }
    let progress = String(decoding: Logbook().fileBytes, as: UTF8.self)
    let outcomes = [
      ("study.json", try run.make(Paths.join(lab, "study.json"), progress)),
      (
        ".gitattributes",
        try run.extend(
          Paths.join(lab, ".gitattributes"), with: [Self.attribute], under: [Self.lineEnds])
      ),
      (".gitignore", try run.extend(Paths.join(lab, ".gitignore"), with: Self.ignored)),
    ]
    var page = Document()
    for (name, outcome) in outcomes {
      page.table([[[Span(outcome.rawValue, .faint)], [Span(name)]]], flexible: 1)
    }
    page.blank()
    page.prose("Your lab is \(run.shown(lab)), with a folder for each week. Next:")
    if lab != run.world.folder { page.verbatim("$ cd \(run.shown(lab))", indent: 2) }
    if run.world.files.kind(Paths.join(lab, ".git")) == nil {
      page.verbatim("$ git init && git add -A && git commit -m 'Start the lab'", indent: 2)
    }
    page.verbatim("$ study next", indent: 2)
    if hadProgress, outcomes[0].1 == .made {
      page.blank()
      page.prose(
        "This lab had a study.json before, as its .gitattributes tells, and begins anew. "
          + "Where git has the old one:")
      page.verbatim("$ git checkout HEAD -- study.json", indent: 2)
    }
    if let earlier = earlier(run), outcomes[0].1 == .made {
      page.blank()
      page.prose("What you did before is kept in \(run.shown(earlier)). To go on from there:")
      page.verbatim("$ cp \(earlier) \(Paths.join(lab, "study.json"))", indent: 2)
    }
    try run.print(page)
    return .done
  }

  /// The progress that was kept before there was a lab.
  private func earlier(_ run: Run) -> String? {
    guard let folder = try? run.dataFolder() else { return nil }
    let path = Paths.join(folder, "study.json")
    return run.world.files.kind(path) == .file ? path : nil
  }
}
