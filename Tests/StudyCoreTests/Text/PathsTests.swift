import StudyCore
import Testing

@Suite("Paths are put together and taken apart in one way")
struct PathsTests {
  @Test(
    "A path is its folder and its name",
    arguments: [
      ("/a/b", "/a", "b"), ("/a", "/", "a"), ("a/b/c", "a/b", "c"), ("/\u{301}b", "/", "\u{301}b"),
    ])
  func split(path: String, folder: String, name: String) {
    #expect(Paths.split(path) == (folder, name))
    #expect(Paths.parent(path) == folder)
    #expect(Paths.name(path) == name)
    #expect(Paths.join(folder, name).utf8.elementsEqual(path.utf8))
  }

  @Test("A bare name is in the folder at hand, and the root in itself")
  func edges() {
    #expect(Paths.split("b") == (".", "b"))
    #expect(Paths.parent("/") == "/")
    #expect(Paths.join("/a/", "b") == "/a/b")
  }

  @Test(
    "Slashes and dots at the end mean nothing",
    arguments: [
      ("/a/", "/a"), ("/a/.", "/a"), ("/a/./", "/a"), ("a//", "a"), (".", "."), ("/", "/"),
      ("/.", "/"), ("/a/..", "/a/.."), ("/a/b.", "/a/b."),
    ])
  func trimmed(path: String, expected: String) { #expect(Paths.trimmed(path) == expected) }
}
