import StudyCore

/// What lies in a week's folder and is none of the work: it is neither copied nor part of the digest.
enum NotTheWork {
  /// History, caches, and what tools can fetch again. Terraform's lock file names hashes for the
  /// machine it was made on, which fail `init` on another.
  private static let names: Set<String> = [
    ".git", ".terraform", ".terraform.lock.hcl", "node_modules", "__pycache__", ".pytest_cache",
    ".mypy_cache", ".ruff_cache", ".tox", ".nox", ".gradle", ".DS_Store",
  ]

  /// What a tool reads by itself though git must not have it: values and secrets. Without them a
  /// right answer would fail.
  private static let values = [
    "**/.env", "**/.env.*", "**/*.env", "**/*.tfvars", "**/*.tfvars.json", "**/*.pem", "**/*.key",
    "**/*.crt", "secrets/**", "*/secrets/**",
  ]

  /// What can be told by names alone; a folder with a `pyvenv.cfg` is a virtual environment of
  /// Python, whatever its name.
  static var byName: Omissions {
    var omissions = Omissions(names: names)
    omissions.marker = "pyvenv.cfg"
    return omissions
  }

  /// What is none of a lesson's work.
  ///
  /// What `.gitignore` names is left out, unless a task asks for it, a check names it, or it holds
  /// values that tools read by themselves.
  ///
  /// - Parameter ignored: the paths that `.gitignore` names.
  static func omissions(_ lesson: Lesson.Whole, ignored: Set<String>) -> Omissions {
    var omissions = byName
    omissions.ignored = ignored
    omissions.generated = lesson.proofs.generated
    let procedures = lesson.proofs.preparations + lesson.tasks.flatMap(\.checks).map(\.procedure)
    let wanted = lesson.tasks.flatMap(\.texts.deliverable)
    omissions.kept =
      values + wanted + wanted.map { $0 + "/**" }
      + procedures.flatMap { procedure in
        procedure.find.flatMap(\.globs) + procedure.steps.flatMap(\.read)
      }
    return omissions
  }
}

extension Check.Step {
  /// The globs of the files it reads, but for those that are known only when it runs.
  fileprivate var read: [String] {
    if case .read(let globs) = source { globs.filter { !$0.hasPrefix("{") } } else { [] }
  }
}
