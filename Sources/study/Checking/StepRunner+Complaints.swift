import StudyCore

extension StepRunner {
  /// What a step's jq program says of its output.
  func complaints(of step: Check.Step, _ input: [UInt8]) throws(CheckFault)
    -> StepRun.Complaints
  {
    let word = "w" + String(world.random(), radix: 36) + String(world.random(), radix: 36)
    guard let program = ComplaintsProgram(step, definitions: definitions, word: word) else {
      return .none
    }
    guard case .ready(let jq, _) = toolbox.state(of: .jq) else {
      return .unclear("jq, which judges the output, does not work here")
    }
    var environment = toolbox.environment(.offline)
    // jq reads definitions from `.jq` at home, and the learner's would change what a check says;
    // what a check runs could write one anywhere that is a folder.
    environment["HOME"] = "/dev/null"
    let outcome = world.processes.run(
      ProcessRequest(
        executable: jq[0], arguments: jq.dropFirst() + program.arguments,
        environment: environment, folder: copy.root, input: input, timeout: 60,
        cell: try cell(environment)), tick)
    switch outcome.ending {
    case .interrupted: throw .interrupted
    case .exited(let status):
      let answer = program.complaints(
        status: Int(status), output: outcome.output,
        errors: String(decoding: outcome.errors, as: UTF8.self))
      // jq gathers nothing in an empty array, in which a program finds nothing wrong.
      let isSilent = step.shape == .lines && input.allSatisfy { $0 <= UInt8(ascii: " ") }
      return isSilent && answer == .said([]) ? .unclear("it printed nothing to judge") : answer
    default: return .unclear("jq did not come to an end")
    }
  }
}
