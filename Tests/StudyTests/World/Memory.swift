@testable import study

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file system in memory that fails as the real one does.
final class Memory {
  /// What a path leads to.
  enum Node: Equatable {
    case file([UInt8])
    case folder
    case other(FileKind)
    case link(String)
  }

  /// What is wrong with a file.
  enum Fault: String { case readOnly, unreadable, full }

  var nodes: [String: Node] = ["/": .folder]
  var faults: [String: Fault] = [:]
  private var temporary = 0

  /// Puts a file there, with the folders above it.
  func put(_ path: String, _ bytes: [UInt8]) {
    makeFolders(parent(of: path))
    nodes[path] = .file(bytes)
  }

  func makeFolders(_ path: String) {
    if nodes[path] != nil { return }
    makeFolders(parent(of: path))
    nodes[path] = .folder
  }

  /// The path behind a path's links.
  private func followed(_ path: String) throws(FileFault) -> String {
    var real = path
    for _ in 0...RealFile.longestChain {
      guard case .link(let target) = nodes[real] else { return real }
      real = target.hasPrefix("/") ? target : RealFile.join(parent(of: real), target)
      if nodes[real] == nil { throw .danglingLink(path, target: target) }
    }
    throw .linkLoop(path)
  }

  func ownKind(_ path: String) -> FileKind? {
    if case .link = nodes[path] { return .symlink }
    return kind(path)
  }

  func kind(_ path: String) -> FileKind? {
    guard let real = try? followed(path) else { return nil }
    return switch nodes[real] {
    case .link: .symlink
    case nil: nil
    case .file: .file
    case .folder: .folder
    case .other(let kind): kind
    }
  }

  func read(_ path: String, _ limit: Int) throws(FileFault) -> [UInt8]? {
    if faults[path] == .unreadable { throw .unreadable(path, errno: EACCES) }
    switch nodes[try followed(path)] {
    case nil: return nil
    case .link: throw .linkLoop(path)
    case .folder: throw .notRegular(path, .folder)
    case .other(let kind): throw .notRegular(path, kind)
    case .file(let bytes):
      if bytes.count > limit { throw .tooLarge(path, limit: limit) }
      return bytes
    }
  }

  func update(_ path: String, _ change: ([UInt8]?) throws -> [UInt8]?) throws {
    guard nodes[parent(of: path)] != nil else { throw FileFault.notFound(parent(of: path)) }
    let old = try read(path, Run.fileLimit)
    guard let new = try change(old), new != old else { return }
    if new.count > Run.fileLimit {
      throw FileFault.tooLarge(path, limit: Run.fileLimit)
    }
    switch faults[path] {
    case .readOnly: throw FileFault.readOnly(path)
    case .full: throw FileFault.writeFailed(path, .write, errno: ENOSPC)
    default: nodes[try followed(path)] = .file(new)
    }
  }

  func list(_ root: String, _ omitting: Omissions) -> [FileTree.Entry] {
    nodes.keys.filter { $0.hasPrefix(root + "/") }.sorted().compactMap { full in
      let path = String(full.dropFirst(root.count + 1))
      if path.split(separator: "/").contains(where: { omitting.names.contains(String($0)) }) {
        return nil
      }
      if case .file(let bytes) = nodes[full] {
        return .init(path: path, kind: .file, mode: 0o644, size: bytes.count, modified: 0)
      }
      return .init(path: path, kind: .folder, mode: 0o755, size: 0, modified: 0)
    }
  }

  func copy(_ root: String, to target: String, _ entries: [FileTree.Entry]) {
    for entry in entries { nodes[target + "/" + entry.path] = nodes[root + "/" + entry.path] }
  }

  func remove(_ root: String) {
    nodes = nodes.filter { $0.key != root && !$0.key.hasPrefix(root + "/") }
  }

  func makeTemporary() -> String {
    temporary += 1
    makeFolders("/tmp/study-\(temporary)")
    return "/tmp/study-\(temporary)"
  }

  private func parent(of path: String) -> String { RealFile.splitPath(path).folder }
}
