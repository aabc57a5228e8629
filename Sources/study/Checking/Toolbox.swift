import StudyCore

/// The external tools of a roadmap on this machine, each tried out before it is believed.
final class Toolbox {
  /// A tool that can be used, or why not.
  enum State {
    /// The first words of its command line, and its version.
    case ready(words: [String], version: String)
    case unusable(reason: String, remedy: String)
  }

  private let tools: [Tool]
  private let world: World
  private let cache: String
  /// Where tools work.
  let place: Workplace
  private let lock = ThreadLock()
  private var states: [Key: State] = [:]
  private var isInterrupted = false

  /// Whether the user stopped a tool that was tried out, which then says nothing about it.
  var wasInterrupted: Bool { lock.held { isInterrupted } }

  private struct Key: Hashable {
    let id: Tool.ID
    let tier: Check.Tier
  }

  /// - Parameter cache: the folder where it is remembered which programs worked.
  init(_ tools: [Tool], in world: World, cache: String) {
    self.tools = tools
    self.world = world
    self.cache = cache
    place = Workplace(in: world, cache: cache)
  }

  /// The environment that checks of this tier run in.
  func environment(_ tier: Check.Tier) -> [String: String] {
    var environment = CheckEnvironment.build(tier: tier, user: world.environment)
    // Relative to what a tool takes for its folder, it would be another for each.
    if environment["TMPDIR"]?.hasPrefix("/") == false { environment["TMPDIR"] = nil }
    environment.merge(place.environment) { _, new in new }
    return environment
  }

  /// The tool's entry in the roadmap, or one that says as little as can be.
  func tool(_ id: Tool.ID) -> Tool {
    tools.first { $0.id == id } ?? Tool(unknown: id)
  }

  /// Finds a tool, asks its version, and has it reject its canary; once a run.
  ///
  /// - Parameter tier: the environment to try it in: an engine's client works only in the live one.
  func state(of id: Tool.ID, _ tier: Check.Tier = .offline) -> State {
    let key = Key(id: id, tier: tier)
    // Who else wants it meanwhile waits for the one trial.
    return lock.held {
      if let known = states[key] { return known }
      let state = probe(tool(id), tier)
      states[key] = state
      return state
    }
  }

  /// Where a tool is, without running anything.
  func words(of id: Tool.ID) -> [String] {
    for way in tool(id).find {
      if let path = world.processes.find(way[0]) { return [path] + way.dropFirst() }
    }
    return tool(id).find.first ?? [id.rawValue]
  }

  /// What a verdict remembers of a tool: its version, and which program said so.
  func fingerprint(of id: Tool.ID, _ tier: Check.Tier) -> String {
    guard case .ready(let words, let version) = state(of: id, tier) else { return "" }
    return "\(version) \(world.processes.identity(words[0]) ?? "")"
  }

  private func probe(_ tool: Tool, _ tier: Check.Tier) -> State {
    var reason = "\(tool.title) was not found"
    for way in tool.find {
      guard let path = world.processes.find(way[0]) else { continue }
      let words = [path] + way.dropFirst()
      let memory = memory(of: tool, words, tier)
      if let memory, let version = remembered(memory) {
        return .ready(words: words, version: version)
      }
      let folder: String
      do { folder = try place.makeFolder() } catch {
        guard case .couldNotCheck(let reason, let remedy) = error.verdict else { continue }
        return .unusable(reason: reason, remedy: remedy)
      }
      defer { world.trees.remove(folder) }
      let trial: ToolTrial
      do { trial = try self.trial(of: words, tier, in: folder) } catch {
        guard case .couldNotCheck(let reason, let remedy) = error.verdict else { continue }
        return .unusable(reason: reason, remedy: remedy)
      }
      switch trial.result(of: tool) {
      case .success(let version):
        if let memory { try? world.trees.write(memory, Array(version.utf8)) }
        return .ready(words: words, version: version)
      case .failure(let fault):
        reason = fault.reason
        isInterrupted = isInterrupted || fault.isInterruption
      }
    }
    return .unusable(reason: reason, remedy: tool.source.remedy)
  }

  private func trial(of words: [String], _ tier: Check.Tier, in root: String)
    throws(CheckFault) -> ToolTrial
  {
    var environment = environment(tier)
    let folder = root + "/trial"
    do { try world.trees.makeFolders(folder) } catch { throw .file(error) }
    var cell: Cell?
    if tier == .offline {
      let confinement = Confinement(in: root, of: place, world: world)
      try confinement.makeHome()
      environment["HOME"] = confinement.home
      cell = try confinement.cell(fetches: false, environment)
    }
    return ToolTrial(
      words: words, environment: environment, folder: folder, cell: cell, world: world)
  }

  /// The file that remembers that this very program worked: any change to it makes another name.
  private func memory(of tool: Tool, _ words: [String], _ tier: Check.Tier) -> String? {
    // A live tool speaks for an engine that may have stopped since, and `docker compose` for a
    // program in another file.
    if tier == .live || words.count > 1 { return nil }
    guard let identity = world.processes.identity(words[0]) else { return nil }
    // A program may be a script that calls another, which these choose.
    let chosen = environment(tier).filter { $0.key == "PATH" || $0.key.hasPrefix("PYENV_") }
    let facts =
      [identity, words.joined(separator: "\u{0}"), tool.definition]
      + [world.cells.areAllowed() ? "in a cell" : "among others"]
      + chosen.map { "\($0.key)=\($0.value)" }.sorted()
    return cache + "/tools/" + SHA256.hex(of: Array(facts.joined(separator: "\u{0}").utf8))
  }

  private func remembered(_ path: String) -> String? {
    guard let bytes = try? world.files.read(path, 1 << 10) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return ToolVersion(firstIn: text)?.description == text ? text : nil
  }
}

extension Tool.Source {
  /// The command that gets the tool, or the page that tells how.
  var remedy: String {
    #if os(macOS)
      let command = macos
    #else
      let command = debian
    #endif
    return [command.map { "get it with `\($0)`" }, url.isEmpty ? nil : "see \(url)"]
      .compactMap { $0 }.joined(separator: ", or ")
  }
}

extension ProcessOutcome {
  /// Both streams, output first.
  var text: String {
    String(decoding: output, as: UTF8.self) + String(decoding: errors, as: UTF8.self)
  }
}
