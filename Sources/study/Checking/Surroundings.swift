import StudyCore

/// What a procedure has around its copy while it runs: ports, services, and stand-ins.
///
/// A check that follows a preparation sees the preparation's ports and logs too. `close` ends what
/// was started, and must be called whatever becomes of the check.
final class Surroundings {
  /// What names in braces stand for here.
  private(set) var placeholders: Placeholders
  /// The stand-ins, once the procedure was opened and has any.
  private(set) var standIns: StandInFolder?
  private let root: String
  /// A folder of its own beside the copy, named when it is first needed.
  private lazy var folder = root + "/around-" + String(world.random(), radix: 36)
  private let parent: Surroundings?
  private let world: World
  private var ports: [String: Int] = [:]
  private var services: [String: ServiceProcess] = [:]

  /// - Parameters:
  ///   - root: the private folder around the copy.
  ///   - parent: that of the preparation which made the copy.
  init(in root: String, after parent: Surroundings? = nil, world: World) {
    self.root = root
    self.parent = parent
    self.world = world
    placeholders = parent?.placeholders ?? Placeholders()
  }

  /// Chooses ports and lays out what the procedure has besides its copy; returns what stands in the
  /// way.
  ///
  /// - Parameter cell: where its programs run.
  func open(_ procedure: Check.Procedure, in cell: Cell?) throws(CheckFault) -> Verdict? {
    for name in procedure.portNames where port(name) == nil {
      guard let port = world.services.takePort(cell) else {
        return .couldNotCheck(
          reason: "no free port of 127.0.0.1 was found", remedy: "end what listens there")
      }
      ports[name] = port
      placeholders.set(.port, name, to: String(port))
    }
    let (services, programs) = (procedure.serviceNames, procedure.standInNames)
    if services.isEmpty, programs.isEmpty { return nil }
    do { try world.files.makeFolders(folder) } catch { throw .file(error) }
    for name in services { placeholders.set(.log, name, to: log(name)) }
    if programs.isEmpty { return nil }
    guard let study = world.program() else {
      return .couldNotCheck(
        reason: "study does not know where it is, and its stand-ins must call it",
        remedy: "call it by its full path")
    }
    let standIns = StandInFolder(folder: folder, programs: programs, world: world)
    do { try standIns.lay(calling: study) } catch { throw .file(error) }
    for (name, path) in standIns.logs { placeholders.set(name, to: path) }
    self.standIns = standIns
    return nil
  }

  /// The port of that name.
  func port(_ name: String) -> Int? { ports[name] ?? parent?.port(name) }

  /// The file of what a service writes.
  func log(_ name: String) -> String { "\(folder)/\(name).log" }

  /// What a service wrote; nil if that is more than can be kept.
  func written(by name: String, limit: Int) -> [UInt8]? {
    do { return try world.files.read(log(name), limit) ?? [] } catch { return nil }
  }

  /// Takes over a service, to end it if no one else does.
  func keep(_ service: ServiceProcess, _ name: String) { services[name] = service }

  /// The service of that name, which is the caller's to end from now on.
  func take(_ name: String) -> ServiceProcess? { services.removeValue(forKey: name) }

  /// Ends every service, and lets the ports go.
  func close() {
    ServiceProcess.endAll(Array(services.values))
    services = [:]
    for port in ports.values { world.services.giveBack(port) }
    ports = [:]
  }
}
