/// Compiled with StudyCore's sources and libFuzzer: two files, parted by a byte that UTF-8 never
/// has, are read, merged and mended; a glob and a path, parted by another, are matched. A trap is a
/// finding, and so is a broken promise.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  if let cut = input.firstIndex(of: 0xFD) {
    match(
      String(decoding: input[..<cut], as: UTF8.self),
      String(decoding: input[(cut + 1)...], as: UTF8.self))
    return 0
  }
  let parts = input.split(separator: 0xFE, maxSplits: 1, omittingEmptySubsequences: false)
  let files = parts.map { Array($0) }
  let books = files.map { file -> Logbook? in
    if let json = try? JSONReader.read(file) {
      let again = try? JSONReader.read(Array(json.compact.utf8))
      precondition(again?.canonical == json.canonical, "JSON is not read as it was written")
    }
    let broken = ReadingLaws.broken(by: file)
    precondition(broken.isEmpty, broken.joined(separator: "; "))
    let recovery = Recovery(file)
    precondition(
      recovery.logbook.isNewer || isStable(recovery.logbook), "what was mended can't be read")
    let logbook = try? Logbook(file)
    if let logbook, ConflictSides(file) == nil {
      precondition(recovery.logbook.fileBytes == logbook.fileBytes, "a good file was mended")
    }
    return logbook
  }
  if books.count == 2, let a = books[0], let b = books[1], !a.isNewer, !b.isNewer {
    let merged = a.merged(with: b)
    precondition(merged.fileBytes == b.merged(with: a).fileBytes, "merging is not commutative")
    precondition(isStable(merged), "what was merged can't be read")
    precondition(
      Set(merged.events) == Set(a.events).union(b.events), "merging drops or invents an event")
  }
  return 0
}

private func match(_ glob: String, _ path: String) {
  let isMatch = Glob(glob).matches(path)
  // Trying every way takes for ever on more.
  if glob.utf8.count <= 16, path.utf8.count <= 16 {
    precondition(
      isMatch == SlowGlob.matches(glob, path),
      "a glob matches what it should not, or not what it should")
  }
}

private func isStable(_ logbook: Logbook) -> Bool {
  (try? Logbook(logbook.fileBytes))?.fileBytes == logbook.fileBytes
}
