// What tells one laptop's events from another's. It must outlive a restart and be there in a command
// that may write nowhere else, so it is made of what the system knows rather than kept in a file.

import StudyCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum MachineName {
  /// A name for this machine and home folder; nil where the system has none.
  ///
  /// A digest, since machine-id(5) asks for its number not to be shown, and labs are public.
  static func name(home: String) -> String? {
    guard let own = systemName, !own.isEmpty else { return nil }
    return name(system: own, home: home)
  }

  /// The name that these make.
  static func name(system: [UInt8], home: String) -> String {
    let facts = Array("study machine\u{0}".utf8) + system + [0] + Array(home.utf8)
    return String(SHA256.hex(of: facts).prefix(10))
  }

  #if canImport(Darwin)
    private static var systemName: [UInt8]? {
      var text = [CChar](repeating: 0, count: 64)
      var size = text.count
      guard sysctlbyname("kern.uuid", &text, &size, nil, 0) == 0 else { return nil }
      return text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    }
  #else
    /// The host's name where a container has no number: it is not everyone's.
    private static var systemName: [UInt8]? {
      for path in ["/etc/machine-id", "/var/lib/dbus/machine-id"] {
        if let bytes = try? DurableFile.read(path, limit: 1 << 10), bytes.count > 30 {
          return Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
        }
      }
      var text = [CChar](repeating: 0, count: 256)
      guard gethostname(&text, text.count - 1) == 0 else { return nil }
      return text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    }
  #endif
}
