import StudyCore
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

#if os(Linux)
  @Suite(
    "What an offline check runs reaches no one, and changes nothing but its copy",
    .enabled(if: Workbench.jq != nil))
  struct ConfinementTests {
    typealias C = Course

    /// A script of a step, and what it says.
    private func answer(
      _ script: String, tier: String = "offline", in bench: Workbench? = nil,
      environment: [String: String] = [:], more: String = ""
    ) throws -> String {
      let step =
        #"{"run": ["tester", "\#(script)"], "as": "text", "exit": [0, 1, 2], "complaints": "[.]""#
        + more + "}"
      let course = Course(tasks: [
        C.task(checks: [C.check([step], also: ", \"tier\": \"\(tier)\"")])
      ])
      let bench = try bench ?? Workbench(course, apart: true)
      try bench.use(course)
      let flags = tier == "live" ? ["--live"] : []
      return try bench.study(
        arguments: ["check", "job", "--format", "json"] + flags, environment: environment
      ).reason
    }

    private func needCells() throws {
      if !Cell.areAllowed { try Test.cancel("this system allows no namespaces") }
    }

    /// Else every test here would be left out where the making of namespaces is broken.
    @Test("Where `unshare` can make such namespaces, so can we")
    func allowed() throws {
      let script =
        "unshare --user --map-current-user --net --mount sh -c "
        + "'mount --make-rprivate / && mount --rbind / /mnt && ip link set lo up'"
      let outcome = try Scratch().shell(script)
      if outcome.ending != .exited(0) {
        try Test.cancel("unshare can't: \(text(outcome.errors))")
      }
      #expect(Cell.areAllowed)
    }

    @Test("Credentials at home are not to be read, and the home folder of a check is empty")
    func secrets() throws {
      try needCells()
      let bench = try Workbench(apart: true)
      let places = [
        ".aws/credentials", ".ssh/id_ed25519", ".kube/config", ".docker/config.json", ".netrc",
        ".config/gh/hosts.yml",
      ]
      for place in places { try bench.scratch.write("PLANTED\n", to: "home/" + place) }
      try bench.scratch.write("PLUGIN\n", to: "home/.docker/cli-plugins/docker-x")
      let said = try answer(
        "cd '\(bench.scratch("home"))' && cat \(places.joined(separator: " ")); "
          + "cat .docker/cli-plugins/docker-x $HOME/.docker/cli-plugins/docker-x; "
          + "ls -A $HOME", in: bench)
      #expect(!said.contains("PLANTED"), "\(said)")
      #expect(said.contains("PLUGIN"), "\(said)")
      // A live check has the home that the learner has.
      #expect(try answer("cat $HOME/.netrc", tier: "live", in: bench).contains("PLANTED"))
    }

    @Test("No process outside shows its environment")
    func environments() throws {
      try needCells()
      let said = try answer(
        "cat /proc/[0-9]*/environ | tr '\\\\0' '\\\\n' | grep -c ^MY_TOKEN=; echo looked",
        environment: ["MY_TOKEN": "t"])
      #expect(said.hasPrefix("0\n"), "\(said)")
    }

    @Test("A listener of this machine is not reached; one of the check is")
    func network() throws {
      try needCells()
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(listener) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr = in_addr(s_addr: in_addr_t(UInt32(0x7F00_0001).bigEndian))
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = bind(listener, $0, size)
          _ = listen(listener, 8)
          _ = getsockname(listener, $0, &size)
        }
      }
      let port = UInt16(bigEndian: address.sin_port)
      let connect = "bash -c 'exec 3<>/dev/tcp/127.0.0.1/\(port)' && echo REACHED || echo refused"
      #expect(try answer(connect).contains("refused"))
      // The test can tell: the same script of a step that fetches gets through.
      #expect(try answer(connect, more: ", \"network\": true").contains("REACHED"))
      #expect(try answer(connect, tier: "live").contains("REACHED"))
    }

    @Test("The lab, progress, trust and memory can't be written; the copy and /tmp can")
    func files() throws {
      try needCells()
      let bench = try Workbench(apart: true)
      unlink("/tmp/own")
      unlink("/usr/local/new-of-study")
      let targets = [
        bench.lab + "/week01/new", bench.lab + "/study.json",
        bench.scratch("home/.local/share/study/trusted/new"), bench.scratch("home/.cache/new"),
        "/usr/local/new-of-study",
      ]
      let tries = targets.map { "(echo x > '\($0)') 2>/dev/null && echo WROTE $_;" }.joined(
        separator: " ")
      let said = try answer(
        tries + " echo y > own && echo z > /tmp/own && cat own /tmp/own && echo q > $TMPDIR/t",
        in: bench)
      #expect(!said.contains("WROTE"), "\(said)")
      #expect(said.contains("y\nz\n"), "\(said)")
      #expect(FileStatus.of("/tmp/own") == nil)
    }

    @Test("Work that fails since it may write nowhere else has not failed")
    func keptOut() throws {
      try needCells()
      let bench = try Workbench(apart: true)
      try bench.use(.steps(C.step("echo x > /usr/local/new-of-study")))
      let answer = try bench.check("job")
      #expect(answer.verdict == "couldNotCheck", "\(answer.reason)")
      #expect(answer.reason.contains("tester wanted to write outside its copy"))
      #expect(answer.reason.contains("/usr/local/new-of-study"))
      try bench.use(.steps(C.step("echo x > /usr/local/new-of-study || true; exit 0")))
      #expect(try bench.check("job").verdict == "passed")
      try bench.use(.steps(C.step("echo other; exit 1")))
      #expect(try bench.check("job").verdict == "failed")
    }

    @Test("No one in it can take the covers away")
    func locked() throws {
      try needCells()
      let bench = try Workbench(apart: true)
      try bench.scratch.write("PLANTED\n", to: "home/.aws/credentials")
      let place = bench.scratch("home/.aws")
      let said = try answer(
        "umount '\(place)'; unshare -Urm umount '\(place)'; mount -o remount,rw /; "
          + "cat '\(place)/credentials'; touch '\(bench.lab)/new' 2>/dev/null; grep CapEff /proc/self/status",
        in: bench)
      #expect(!said.contains("PLANTED"), "\(said)")
      #expect(said.contains("CapEff:\t0000000000000000"), "\(said)")
      #expect(FileStatus.of(bench.lab + "/new") == nil)
    }

    @Test("A service in it is found ready, answers its neighbours, and ends with the check")
    func services() throws {
      try needCells()
      let bench = try Workbench(apart: true)
      let start =
        #"{"start": ["tester", "exec python3 -m http.server {port:web} --bind 127.0.0.1"], "#
        + #""name": "web", "ready": {"port": "web", "path": "/", "status": 200}}"#
      let ask = C.step(
        "python3 -c 'import urllib.request as u; u.urlopen(\"http://127.0.0.1:{port:web}/\")'")
      try bench.use(Course(tasks: [C.task(checks: [C.check([start, ask])])]))
      let answer = try bench.check("job")
      #expect(answer.verdict == "passed", "\(answer.reason)")
      #expect(bench.leftovers == [])
    }

    @Test("Where there are no namespaces, the environment leads nowhere, and that is said")
    func without() throws {
      let off = ["STUDY_NAMESPACES": "no"]
      let said = try answer("echo $HTTPS_PROXY $AWS_ENDPOINT_URL; ls -A $HOME", environment: off)
      #expect(said.hasPrefix("http://127.0.0.1:9 http://127.0.0.1:9\n"), "\(said)")
      let bench = try Workbench(apart: true)
      let plan = try bench.study(arguments: ["check", "job", "--plan"], environment: off)
      #expect(plan.output.contains("This system allows no place apart."))
      let doctor = try bench.study(arguments: ["doctor", "--format", "json"], environment: off)
      #expect(doctor.output.contains(#""offline": "among""#))
    }
  }
#endif
