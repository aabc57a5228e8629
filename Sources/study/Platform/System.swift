// What every file of this folder asks of the system, said once: how a thing on disk is described,
// what a folder holds, a call repeated after a signal, a clock that never goes back. Swift 6.3 on
// Linux has these only as C structures whose members differ between Glibc, Musl and Darwin.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a path leads to.
enum FileKind: String, Sendable {
  case file, folder, symlink, fifo, socket, device, unknown

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symlink
    case S_IFIFO: self = .fifo
    case S_IFSOCK: self = .socket
    case S_IFCHR, S_IFBLK: self = .device
    default: self = .unknown
    }
  }
}

/// What the system says of one file, folder or link.
struct FileStatus: Equatable {
  var kind: FileKind
  /// Permission bits with set-user, set-group and sticky: 0 to 0o7777.
  var mode: mode_t
  var size: Int
  /// Nanoseconds since 1970 of the last change of content.
  var modified: Int64
  /// Nanoseconds since 1970 of the last change of anything; unlike `modified` no one can set it.
  var changed: Int64
  var owner: uid_t
  var group: gid_t
  var device: UInt64
  var inode: UInt64

  /// Describes a path without following a link at its end; nil leaves the reason in `errno`.
  static func of(_ path: String, in folder: Int32 = AT_FDCWD) -> FileStatus? {
    var info = stat()
    guard fstatat(folder, path, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStatus(info)
  }

  /// Describes what a path leads to in the end; nil leaves the reason in `errno`.
  static func following(_ path: String) -> FileStatus? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return FileStatus(info)
  }

  /// Describes an open file; nil leaves the reason in `errno`.
  static func ofOpen(_ file: Int32) -> FileStatus? {
    var info = stat()
    guard fstat(file, &info) == 0 else { return nil }
    return FileStatus(info)
  }

  private init(_ info: stat) {
    #if canImport(Darwin)
      let (time, change) = (info.st_mtimespec, info.st_ctimespec)
    #else
      let (time, change) = (info.st_mtim, info.st_ctim)
    #endif
    kind = FileKind(mode: info.st_mode)
    mode = info.st_mode & 0o7777
    size = Int(info.st_size)
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    changed = Int64(change.tv_sec) * 1_000_000_000 + Int64(change.tv_nsec)
    owner = info.st_uid
    group = info.st_gid
    device = UInt64(truncatingIfNeeded: info.st_dev)
    inode = UInt64(info.st_ino)
  }
}

enum System {
  /// Repeats a call for as long as signals interrupt it.
  static func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }

  /// Seconds since some moment in the past; unlike the time of day it never goes back.
  static func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds since 1970, to compare with a file's time.
  static func wallSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits; a signal may end the wait early.
  static func pause(milliseconds: Int32) {
    poll(nil, 0, milliseconds)
  }

  /// Reads once, whatever signals come: the bytes got, 0 at the end, or -1 with `errno`.
  static func receive(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    uninterrupted { read(file, buffer.baseAddress, buffer.count) }
  }

  /// Writes once, whatever signals come: the bytes taken, or -1 with `errno`.
  static func send(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    uninterrupted { write(file, bytes.baseAddress, bytes.count) }
  }

  /// The names in an open folder without `.` and `..`, as bytes and in no order; nil leaves the
  /// reason in `errno`. The descriptor stays open and its position unmoved.
  static func names(in folder: Int32) -> [[UInt8]]? {
    let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { return nil }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return nil
    }
    defer { closedir(stream) }
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { return errno == 0 ? names : nil }
      // A record is as long as its name: copying the whole 256-byte field could read past it.
      let start = UnsafeRawPointer(entry).advanced(by: offset)
      let name = start.assumingMemoryBound(to: CChar.self)
      let bytes = [UInt8](UnsafeRawBufferPointer(start: start, count: strlen(name)))
      if bytes != [0x2e] && bytes != [0x2e, 0x2e] { names.append(bytes) }
    }
  }

  /// The text of a link; nil leaves the reason in `errno`.
  static func target(ofLink path: String, in folder: Int32 = AT_FDCWD) -> [UInt8]? {
    var text = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = text.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.map { readlinkat(folder, path, $0, characters.count) } ?? -1
      }
    }
    return count < 0 ? nil : Array(text.prefix(count))
  }
}
