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
