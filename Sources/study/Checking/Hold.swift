import StudyCore

/// What holds here of the promise that an offline check reaches no one and changes nothing.
enum Hold: String {
  /// Programs run in namespaces of their own.
  case apart
  /// They run among the user's other programs, with an environment that leads nowhere.
  case among

  init(_ world: World) { self = world.cells.areAllowed() ? .apart : .among }

  /// For people.
  var sentence: String {
    switch self {
    case .apart:
      "Offline checks run apart from the rest: with an empty home folder and no network but a "
        + "loopback of their own; they can write nothing but their copy, and find nothing where "
        + "credentials are kept. Only steps that say so have the network."
    case .among:
      "This system allows no place apart. Offline checks run with an empty home folder and an "
        + "environment that leads nowhere; a program that is bent on it could still reach the "
        + "network and your files."
    }
  }
}
