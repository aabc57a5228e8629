// What the system's error numbers mean, in its own words: they are the same on every system only
// by name.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum PlatformText {
  /// The error of writing to a pipe whose reader has gone.
  static let brokenPipe = EPIPE

  /// The system's words for an error number, such as "No space left on device".
  static func describe(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// The system's words for an error number.
func describe(_ code: Int32) -> String { PlatformText.describe(code) }

extension FileFault {
  /// What is wrong and what to do.
  var message: String {
    switch self {
    case .notFound(let path): "there is no folder \(path); make it first"
    case .notRegular(let path, let kind):
      "\(path) is a \(kind.rawValue), where a file is needed; move it away"
    case .tooLarge(let path, let limit):
      "\(path) is larger than \(limit >> 20) MiB, the most that is read"
    case .unreadable(let path, EACCES):
      "could not read \(path): \(describe(EACCES)); `chmod u+r` makes it readable"
    case .unreadable(let path, let code): "could not read \(path): \(describe(code))"
    case .readOnly(let path):
      "\(path) is read-only, so it was left alone; `chmod u+w` makes it writable"
    case .linkLoop(let path): "\(path) is a link that leads in a circle; remove it"
    case .danglingLink(let path, let target):
      "\(path) is a link to \(target), which is not there; "
        + "mount the drive it is on, or remove the link to begin anew"
    case .busy(let folder, let seconds):
      "\(folder) was held by another program for \(seconds) s; close it or try again"
    case .staleLock(let path, let minutes):
      "\(path) was left \(minutes) minutes ago; remove it if no study is running"
    case .writeFailed(let path, let step, let code):
      "could not write \(path) (\(step.rawValue)): \(describe(code)); it is as it was"
    case .folderNotSynced(let path, let code):
      "\(path) was written, but its folder could not be synced (\(describe(code))); "
        + "it may be lost if the power fails now"
    }
  }
}
