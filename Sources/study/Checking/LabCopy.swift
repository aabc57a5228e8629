import StudyCore

/// A copy of a lesson's folder for checks to work in: the learner's files are never changed.
struct LabCopy {
  /// The private folder around the copy.
  let root: String
  /// The copy of the lesson's folder.
  let folder: String
  /// What its preparation has around it; ended when the copy goes.
  let surroundings: Surroundings
  /// What its programs can reach.
  let confinement: Confinement
  private let world: World

  /// Copies the entries of `source` into a new folder of the workplace.
  init(
    of source: String, named name: String, _ entries: [FileTree.Entry], in world: World,
    _ place: Workplace
  ) throws(CheckFault) {
    self.world = world
    root = try place.makeFolder()
    folder = root + "/" + name
    surroundings = Surroundings(in: root, world: world)
    confinement = Confinement(in: root, of: place, world: world)
    do throws(CheckFault) {
      try confinement.makeHome()
      do { try world.trees.makeFolders(folder) } catch { throw .file(error) }
      do { try world.trees.copy(source, folder, entries) } catch { throw .tree(error) }
    } catch {
      world.trees.remove(root)
      throw error
    }
  }

  func remove() {
    surroundings.close()
    confinement.close()
    world.trees.remove(root)
  }

  /// Writes a file that a check brings, over the learner's if need be.
  func write(_ path: String, _ bytes: [UInt8]) throws(CheckFault) {
    let full = folder + "/" + path
    let parent = full.split(separator: "/").dropLast().joined(separator: "/")
    do {
      try world.trees.makeFolders("/" + parent)
      try world.trees.write(full, bytes)
    } catch {
      throw .file(error)
    }
  }

  /// The paths of the copy's files, and of links to them.
  func paths() throws(CheckFault) -> [String] {
    do {
      return try world.trees.list(folder, NotTheWork.byName).filter { entry in
        switch entry.kind {
        case .file: true
        case .folder: false
        case .symlink: world.files.kind(folder + "/" + entry.path) == .file
        }
      }.map(\.path)
    } catch {
      throw .tree(error)
    }
  }

  /// The files that match any of the globs, as an array of objects with `path` and `text`.
  func read(_ globs: [String]) throws(CheckFault) -> [UInt8] {
    let globs = globs.map(Glob.init)
    var items: [JSON] = []
    for path in try paths() where globs.contains(where: { $0.matches(path) }) {
      do {
        guard let bytes = try world.files.read(folder + "/" + path, 4 << 20) else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        items.append(.object(["path": .text(path), "text": .text(text)]))
      } catch {
        throw .file(error)
      }
    }
    return JSON(.array(items)).canonical
  }
}

/// What can stop a check for reasons that say nothing about the work.
enum CheckFault: Error {
  case file(FileFault)
  case tree(TreeFault)
  /// What the machine lacks, in words.
  case machine(Verdict)
  case interrupted

  var verdict: Verdict {
    switch self {
    case .file(let fault):
      .couldNotCheck(reason: fault.message, remedy: "mend that and try again")
    case .tree(let fault): .couldNotCheck(reason: fault.message, remedy: fault.remedy)
    case .machine(let verdict): verdict
    case .interrupted: .couldNotCheck(reason: "it was interrupted", remedy: "try again")
    }
  }
}

extension TreeFault {
  fileprivate var message: String {
    switch self {
    case .tooManyEntries(let limit):
      "the week's folder holds more than \(limit) files, the most that are copied"
    case .tooManyBytes(let limit):
      "the week's folder holds more than \(limit >> 20) MiB, the most that is copied"
    case .notCopyable(let path, let kind): "\(path) is a \(kind.rawValue), which can't be copied"
    case .linkLeavesFolder(let path, let target):
      "\(path) is a link to \(target), outside the week's folder"
    case .notUTF8(let path): "\(path) has a name that is not UTF-8"
    case .changed(let path): "\(path) changed while it was copied"
    case .unreadable(let path, let code): "could not read \(path): \(describe(code))"
    case .writeFailed(let path, let code): "could not write \(path): \(describe(code))"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .tooManyEntries, .tooManyBytes:
      "move what is not part of the work elsewhere, or name it in .gitignore"
    case .linkLeavesFolder: "put a copy of the file in its place"
    case .notCopyable: "move it out of the week's folder"
    case .notUTF8: "rename it"
    case .changed, .unreadable, .writeFailed: "mend that and try again"
    }
  }
}
