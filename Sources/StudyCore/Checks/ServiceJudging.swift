extension Check.Service {
  func wrong(in run: StepRun) -> String? {
    let called = "`\(command.joined(separator: " "))`"
    let place = "on its port" + (ready.path.map { " at \($0)" } ?? "")
    switch run.ending {
    case .ready: return nil
    case .notReady(let status?):
      let wanted = ready.status.map(String.init) ?? "200 to 399"
      return "\(called) answered \(place) with status \(status), where \(wanted) was expected, "
        + "for \(ready.within) s."
    case .notReady: return "\(called) did not answer \(place) within \(ready.within) s."
    default:
      let end = run.status.map { "ended with status \($0)" } ?? "ended"
      return "\(called) \(end), where it was to stay and answer \(place)."
    }
  }
}

extension Check.Stop {
  func wrong(in run: StepRun, wanted: [Int]) -> String? {
    switch run.ending {
    case .gone(let status):
      return "\(name) ended by itself, with status \(status), before it was asked to."
    case .exited, .signalled:
      guard let status = run.status, !wanted.contains(status) else { return nil }
      let right = wanted.map(String.init).joined(separator: " or ")
      return "\(name) ended on SIG\(signal.rawValue) with status \(status), "
        + "where \(right) was expected."
    default: return "\(name) did not end within \(within) s of SIG\(signal.rawValue)."
    }
  }
}

extension StepRun {
  /// The exit status as a shell tells it: 128 and the signal's number where one ended the program.
  var status: Int? {
    switch ending {
    case .exited(let status): status
    case .signalled(let signal): 128 + signal
    default: nil
    }
  }
}
