// Finding a tool as a shell does, so that its path can be shown, and its absence be told from its
// failure, before anything runs.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The path of the program a name stands for, or nil.
///
/// A name with a slash is a path already. Folders of `path` that are not absolute, the empty one
/// among them, are passed over: they would let the learner's folder bring its own `terraform`.
func findExecutable(_ name: String, path: String) -> String? {
  guard !name.isEmpty, !name.utf8.contains(0) else { return nil }
  if name.utf8.contains(UInt8(ascii: "/")) { return isExecutable(name) ? name : nil }
  return path.split(separator: ":").filter { $0.hasPrefix("/") }
    .map { $0.hasSuffix("/") ? "\($0)\(name)" : "\($0)/\(name)" }
    .first(where: isExecutable)
}

private func isExecutable(_ path: String) -> Bool {
  FileStatus.following(path)?.kind == .file && access(path, X_OK) == 0
}

/// Where this program is, an absolute path; nil if that can't be told.
///
/// The name it was called by is preferred if that leads to this very file: the system's answer has
/// links followed, so a package manager's path would be one that its next upgrade removes.
func programPath(_ path: String) -> String? {
  let system = systemProgramPath()
  let identity = system.flatMap(FileStatus.following)
  let called = CommandLine.arguments.first.flatMap { findExecutable($0, path: path) }
  if let called, let absolute = absolutePath(called), let found = FileStatus.following(absolute),
    identity.map({ ($0.device, $0.inode) == (found.device, found.inode) }) ?? true
  {
    return absolute
  }
  return system.flatMap { isExecutable($0) ? $0 : nil }
}

private func systemProgramPath() -> String? {
  #if canImport(Darwin)
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) * 4)
    var size = UInt32(bytes.count)
    guard _NSGetExecutablePath(&bytes, &size) == 0 else { return nil }
    return absolutePath(
      String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  #else
    return System.target(ofLink: "/proc/self/exe").flatMap { String(validating: $0, as: UTF8.self) }
  #endif
}

/// The path from the root, with the links in its folders followed and one at its end kept.
private func absolutePath(_ path: String) -> String? {
  let (folder, name) = RealFile.splitPath(path)
  guard let real = realpath(folder, nil) else { return nil }
  defer { free(real) }
  return RealFile.join(String(cString: real), name)
}
