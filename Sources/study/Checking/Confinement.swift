import StudyCore

/// What the programs of one copy can reach: a cell each for what stays offline and for what fetches.
///
/// Cells are made at the first need. Where the system allows none, programs run among the user's
/// others, with an environment that leads nowhere; ``Hold`` tells which.
final class Confinement {
  /// The private folder around the copy.
  let root: String
  private let shared: [String]
  /// The user's cache folder for `study`, and that for Terraform's plugins.
  private let caches: (own: String, plugins: String?)
  private let world: World
  private let lock = ThreadLock()
  private var made: [Bool: Cell] = [:]
  private var isLaid = false
  private var cache: PluginCache?

  /// - Parameters:
  ///   - place: where it is; its folder for temporary files stays writable.
  init(in root: String, of place: Workplace, world: World) {
    self.root = root
    shared = place.shared
    let plugins = world.environment["TF_PLUGIN_CACHE_DIR"]
    caches = (place.cache, plugins.flatMap { $0.hasPrefix("/") ? $0 : nil })
    self.world = world
  }

  /// The private home folder.
  var home: String { root + "/home" }

  /// Makes the private home folder, with links to what tools read at home that is no secret.
  func makeHome() throws(CheckFault) {
    do { try world.trees.makeFolders(home) } catch { throw .file(error) }
    for home in world.homes().prefix(1) {
      for name in Secrets.plainAtHome where world.files.kind(Paths.join(home, name)) != nil {
        world.trees.link(Paths.join(self.home, name), Paths.join(home, name))
      }
    }
  }

  /// The cell for a step; nil where none can be had.
  ///
  /// - Parameters:
  ///   - fetches: whether it needs the network.
  ///   - environment: that of the step; what it names stays in reach.
  /// - Throws: ``CheckFault`` where one can be had, and not now.
  func cell(fetches: Bool, _ environment: [String: String])
    throws(CheckFault) -> Cell?
  {
    try lock.held { () throws(CheckFault) -> Cell? in
      if let cell = made[fetches] { return cell }
      guard world.cells.areAllowed() else { return nil }
      let plan = try self.plan(fetches: fetches, environment)
      guard let cell = world.cells.make(plan) else {
        throw .machine(
          .couldNotCheck(
            reason: "no namespace could be made to run this in: \(describe(world.cells.fault()))",
            remedy: "try again; `study doctor` tells whether this goes on"))
      }
      made[fetches] = cell
      return cell
    }
  }

  /// Lets the cells go; the programs in them have ended.
  func close() {
    lock.held {
      made = [:]
      cache?.remove()
      cache = nil
    }
  }

  /// The folder for the plugins that a step fetches; nil where none can be made.
  func plugins() -> String? {
    lock.held {
      cache = cache ?? PluginCache(in: caches.own, seed: caches.plugins, world: world)
      return cache?.folder
    }
  }

  /// Keeps what was fetched, since that ended well.
  func keepPlugins() { lock.held { cache?.keep() } }

  private func plan(fetches: Bool, _ environment: [String: String])
    throws(CheckFault) -> CellPlan
  {
    do { return try planned(fetches: fetches, environment) } catch { throw .file(error) }
  }

  private func planned(fetches: Bool, _ environment: [String: String])
    throws(FileFault) -> CellPlan
  {
    let nothing = (folder: root + "/none", file: root + "/nothing")
    if !isLaid {
      try world.trees.makeFolders(nothing.folder)
      try world.trees.write(nothing.file, [])
      isLaid = true
    }
    var covers: [(from: String, over: String)] = []
    for place in Secrets.places(user: world.environment, homes: world.homes()) {
      switch world.files.kind(place) {
      case nil: continue
      case .folder:
        let part = Secrets.plainParts[Paths.name(place)]
        let from = part == nil ? nothing.folder : root + "/none-but-\(covers.count)"
        if let part, world.files.kind(Paths.join(place, part)) == .folder {
          try world.trees.makeFolders(Paths.join(from, part))
          covers.append((Paths.join(place, part), Paths.join(from, part)))
        } else if part != nil {
          try world.trees.makeFolders(from)
        }
        covers.append((from, place))
      default:
        // What terraform is told about its registries is needed to fetch from them.
        if fetches, environment["TF_CLI_CONFIG_FILE"] == place { continue }
        covers.append((nothing.file, place))
      }
    }
    var writable = [root] + shared + (fetches ? [cache?.folder].compactMap(\.self) : [])
    for (number, place) in ["/tmp", "/var/tmp", "/dev/shm", "/run/lock"].enumerated()
    where world.files.ownKind(place) == .folder {
      let own = root + "/tmp-\(number)"
      try world.trees.makeFolders(own)
      for name in names(below: place, environment, writable) {
        guard let kind = world.files.kind("\(place)/\(name)") else { continue }
        if kind == .folder {
          try world.trees.makeFolders("\(own)/\(name)")
        } else {
          try world.trees.write("\(own)/\(name)", [])
        }
        covers.append(("\(place)/\(name)", "\(own)/\(name)"))
      }
      covers.append((own, place))
      writable.append(place)
    }
    return CellPlan(
      hasNetwork: fetches, writable: writable + ["/proc", "/dev", "/dev/pts"], covers: covers)
  }

  /// What lies in a folder for temporary files and is needed all the same: where tools, their files
  /// and the copy are.
  private func names(
    below place: String, _ environment: [String: String], _ writable: [String]
  ) -> Set<String> {
    let values = environment.values.flatMap { $0.split(separator: ":").map(String.init) }
    let own = [caches.own, caches.plugins, world.program()].compactMap(\.self)
    return Set(
      (values + writable + own).filter { $0.hasPrefix(place + "/") }
        .compactMap {
          $0.dropFirst(place.utf8.count).split(separator: "/").first.map(String.init)
        })
  }
}
