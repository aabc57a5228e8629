/// Compiled with StudyCore's sources and libFuzzer: a roadmap, and behind a byte that UTF-8 never has
/// the checks of its first week, are read, validated and bundled. A trap is a finding, and so is a
/// broken promise.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  let parts = input.split(separator: 0xFE, maxSplits: 1, omittingEmptySubsequences: false)
  let files = parts.map { Array($0) }
  let shelf = Shelf { path in
    path == "week01/checks.json" && files.count == 2 ? .file(files[1]) : .missing
  }
  let flaws = try? Roadmap.flaws(in: files[0], shelf)
  let edition = try? Edition(reading: files[0], shelf)
  let isGood = flaws.map { !$0.contains(where: \.isFatal) } ?? false
  precondition((edition != nil) == isGood, "it is refused without a fatal flaw, or taken with one")
  guard let edition else { return 0 }
  let lessons = (try? JSONReader.read(files[0]))?["lessons"]?.array?.count
  precondition(edition.roadmap.lessons.count == lessons, "a lesson was cut off")
  precondition(
    (try? Edition(known: files[0], shelf))?.roadmap.lessons.map(\.id)
      == edition.roadmap.lessons.map(\.id), "headings alone are read otherwise")
  do {
    _ = try edition.tools()
    for lesson in edition.roadmap.lessons {
      _ = try edition.whole(lesson)
      _ = try edition.claims(of: lesson)
    }
    let bundle = try edition.bundle()
    if files.count == 1 {
      let again = try Edition(reading: Array(bundle.pretty.utf8)).bundle()
      precondition(again.canonical == bundle.canonical, "a bundle of it is another")
    }
  } catch {
    fatalError("a good roadmap has a part that can't be read: \(error)")
  }
  return 0
}
