import StudyCore

/// Terraform's provider plugins, kept between checks: 150 MB that would be fetched for each.
///
/// Terraform fills its cache in place, and takes what an interrupted `init` left there for whole
/// ever after; nor may two fill one. So each copy has a cache of its own beside the kept one, with
/// links to what that has, and what a fetch that ended well has brought is moved over.
final class PluginCache {
  /// The folder that Terraform is told.
  let folder: String
  private let kept: String
  private let world: World

  /// Nil where nothing can be kept.
  ///
  /// - Parameters:
  ///   - cache: the user's cache folder for `study`.
  ///   - seed: another cache whose plugins are used too.
  init?(in cache: String, seed: String?, world: World) {
    self.world = world
    kept = cache + "/plugins"
    do {
      try world.trees.makeFolders(kept)
      folder = try world.trees.makeTemporaryIn(kept)
    } catch { return nil }
    for source in [kept, seed].compactMap(\.self) { link(source) }
  }

  /// Moves what was fetched to what is kept.
  func keep() {
    for plugin in plugins(folder) where world.files.ownKind(folder + "/" + plugin) == .folder {
      world.trees.move(folder + "/" + plugin, kept + "/" + plugin)
    }
  }

  func remove() { world.trees.remove(folder) }

  private func link(_ source: String) {
    for plugin in plugins(source) where world.files.ownKind(folder + "/" + plugin) == nil {
      world.trees.link(folder + "/" + plugin, source + "/" + plugin)
    }
  }

  /// The plugins of a cache: HOST/NAMESPACE/TYPE/VERSION/PLATFORM.
  private func plugins(_ cache: String) -> [String] {
    var paths = [""]
    for _ in 0..<5 {
      paths = paths.flatMap { path in
        world.trees.names(cache + "/" + path).filter { !$0.hasPrefix(".") }
          .map { path.isEmpty ? $0 : path + "/" + $0 }
      }
    }
    return paths.filter { !$0.hasPrefix(RunFolder.prefix) }
  }
}
