import Testing

@testable import study

@Suite("A machine has a name for its events")
struct MachineNameTests {
  @Test("It stays the same, and differs by machine and by home")
  func names() {
    let name = MachineName.name(system: Array("3d12".utf8), home: "/home/ada")
    #expect(name == MachineName.name(system: Array("3d12".utf8), home: "/home/ada"))
    #expect(name != MachineName.name(system: Array("3d13".utf8), home: "/home/ada"))
    #expect(name != MachineName.name(system: Array("3d12".utf8), home: "/home/bob"))
    #expect(name.count == 10 && name.allSatisfy(\.isHexDigit))
    #expect(MachineName.name(home: "/home/ada") == MachineName.name(home: "/home/ada"))
  }
}
