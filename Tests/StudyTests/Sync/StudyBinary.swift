@testable import study

/// The program as git and other processes call it.
enum StudyBinary {
  /// `STUDY_BINARY`, else the program that was built beside this test bundle: the bundle, or the
  /// path of it, is among the words that a test process is started with.
  static let path: String? = {
    let environment = World.live().environment
    if let path = environment["STUDY_BINARY"] { return path }
    for word in CommandLine.arguments where word.utf8.contains(UInt8(ascii: "/")) {
      var folder = word.hasPrefix("/") ? word : World.live().folder + "/" + word
      while folder != "/" {
        folder = RealFile.splitPath(folder).folder
        if let found = findExecutable(folder + "/study", path: "") { return found }
      }
    }
    return nil
  }()
}
