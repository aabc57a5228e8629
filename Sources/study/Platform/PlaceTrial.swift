// Whether a folder is one that tools can work in. Measured with a folder for temporary files that is
// mounted noexec, nearly full, long, or has a quotation mark in its name, or under `ulimit`: tools
// fail, and say so in ways that look like the learner's fault.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a place or a machine lacks: facts only, worded elsewhere.
enum PlaceFault: Error, Equatable {
  /// No folder could be made in it.
  case notWritable(errno: Int32)
  /// A script in it can't be executed.
  case notExecutable(errno: Int32)
  /// A character of its path that tools stumble over.
  case character(Character)
  /// Its path is so many bytes longer than sockets in it allow.
  case tooLong(by: Int)
  /// Files can't be written in it: `errno`, or 0 where the room is known to be too little.
  case noRoom(errno: Int32)
  /// Fewer files can be open at once than tools need.
  case fewFiles(Int)
  /// Less memory can be addressed than tools need.
  case littleMemory(bytes: UInt)
  /// Nothing can connect to 127.0.0.1.
  case noLoopback
}

enum PlaceTrial {
  /// Bytes that are written to see that there is room.
  static let sample = 1 << 20
  /// Bytes that must be free besides.
  static let room = 32 << 20
  /// What go-plugin, by which Terraform talks with its providers, adds to TMPDIR for a socket:
  /// `/plugin-dir1234567890/plugin1234567890`, and the zero at the end.
  private static let socketName = 39
  /// Files open at once; Terraform with a provider was seen to work with 24.
  static let files = 64
  /// Bytes of addresses; Terraform with a provider fails with one GiB, and was seen to work with this.
  static let memory: UInt = 2 << 30

  /// Why tools could not work in a folder; nil if they can. Takes a few milliseconds.
  static func fault(of folder: String) -> PlaceFault? {
    if let character = folder.first(where: isStumbledOver) { return .character(character) }
    let excess =
      folder.utf8.count + socketName - MemoryLayout.size(ofValue: sockaddr_un().sun_path)
    if excess > 0 { return .tooLong(by: excess) }
    return limitFault() ?? roomFault(folder) ?? executionFault(folder)
  }

  /// Whether files of some size can be written in a folder; also asked once something failed there.
  static func roomFault(_ folder: String) -> PlaceFault? {
    let path = folder + "/.study-room"
    defer { unlink(path) }
    do {
      try QuickFile.write(path, [UInt8](repeating: 1, count: sample))
    } catch .writeFailed(_, _, let code) {
      return .noRoom(errno: code)
    } catch {
      return .noRoom(errno: EIO)
    }
    var info = statvfs()
    guard statvfs(folder, &info) == 0 else { return nil }
    return UInt64(info.f_bavail) * UInt64(info.f_frsize) < UInt64(room) ? .noRoom(errno: 0) : nil
  }

  /// Whether a tool or a shell may read a character as something else than a letter of a name.
  private static func isStumbledOver(_ character: Character) -> Bool {
    if let byte = character.asciiValue {
      return !(character.isLetter || character.isNumber || "/._-+,@=~^".utf8.contains(byte))
    }
    return character.isWhitespace || character.isNewline
  }

  /// What `ulimit` takes away, where it can't be had back. Tools inherit what we get.
  private static func limitFault() -> PlaceFault? {
    let files = raised(openFiles, to: 1024)
    if files < UInt(Self.files) { return .fewFiles(Int(files)) }
    #if os(macOS)
      return nil
    #else
      let memory = raised(addresses, to: .max)
      return memory < Self.memory ? .littleMemory(bytes: memory) : nil
    #endif
  }

  #if canImport(Glibc)
    private static let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    private static let addresses = __rlimit_resource_t(RLIMIT_AS.rawValue)
    private typealias Resource = __rlimit_resource_t
  #else
    private static let openFiles = RLIMIT_NOFILE
    private static let addresses = RLIMIT_AS
    private typealias Resource = Int32
  #endif

  /// Raises a limit as far as is allowed and wanted; what it is then.
  private static func raised(_ resource: Resource, to wanted: rlim_t) -> UInt {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return .max }
    if limit.rlim_cur < wanted {
      var better = limit
      better.rlim_cur = min(wanted, limit.rlim_max)
      if setrlimit(resource, &better) == 0 { limit = better }
    }
    return UInt(clamping: limit.rlim_cur)
  }

  private static func executionFault(_ folder: String) -> PlaceFault? {
    let path = folder + "/.study-script"
    defer { unlink(path) }
    do {
      try QuickFile.write(path, Array("#!/bin/sh\nexit 0\n".utf8), mode: 0o700)
    } catch {
      return .noRoom(errno: EIO)
    }
    let outcome = ProcessRunner.run(
      ProcessRequest(
        executable: path, arguments: [], environment: [:], folder: folder, timeout: 30))
    if case .couldNotStart(let code) = outcome.ending { return .notExecutable(errno: code) }
    return nil
  }
}
