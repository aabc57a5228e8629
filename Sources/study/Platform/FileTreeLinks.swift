// Where the links of a listed folder lead. Counting `..` in a link's text is not enough: with
// `deep/s -> ..` beside it, `deep/l -> s/../secret` looks as if it stayed and leaves. So links are
// followed as the system would, but within the list.

extension FileTree {
  /// Throws `linkLeavesFolder` for the first link that is absolute or, followed part by part, is
  /// ever above the root. A link that dangles or turns in a circle leads nowhere, and may stay.
  static func refuseLinksThatLeave(_ entries: [Entry]) throws(TreeFault) {
    // Keys are bytes, since equal strings may be spelled with different ones.
    var links: [[UInt8]: String] = [:]
    for entry in entries {
      if case .symlink(let target) = entry.kind { links[Array(entry.path.utf8)] = target }
    }
    for entry in entries {
      guard case .symlink(let target) = entry.kind else { continue }
      let folder = entry.path.split(separator: "/").dropLast()
      if leaves(target, from: Array(folder), links) {
        throw .linkLeavesFolder(entry.path, target: target)
      }
    }
  }

  private static func leaves(
    _ target: String, from folder: [Substring], _ links: [[UInt8]: String]
  ) -> Bool {
    if target.utf8.first == UInt8(ascii: "/") { return true }
    var place = folder
    var ahead = Array(target.split(separator: "/").reversed())
    var followed = 0
    while let part = ahead.popLast() {
      switch part {
      case ".": continue
      case "..":
        if place.popLast() == nil { return true }
      default:
        place.append(part)
        guard let next = links[Array(place.joined(separator: "/").utf8)] else { continue }
        if next.utf8.first == UInt8(ascii: "/") { return true }
        followed += 1
        guard followed <= RealFile.longestChain else { return false }
        place.removeLast()
        ahead += next.split(separator: "/").reversed()
      }
    }
    return false
  }
}
