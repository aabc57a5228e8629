import StudyCore
import Testing

@Suite("Ids of events are new and in order")
struct EventIDTests {
  @Test(
    "Hundreds of ids within one second rise, whatever the random numbers",
    arguments: [0, 1, UInt64.max, 0x5DEE_CE66_D00F])
  func order(seed: UInt64) {
    var state = seed
    var last: String?
    var seen: Set<String> = []
    for _ in 0..<300 {
      let id = EventID.make(after: last) {
        state = state &* 6_364_136_223_846_793_005 &+ seed
        return state
      }
      #expect(id.utf8.count == 12)
      #expect(seen.insert(id).inserted)
      if let last { #expect(last.utf8.lexicographicallyPrecedes(id.utf8)) }
      last = id
    }
  }

  @Test("Its letters can't be mistaken for one another")
  func alphabet() {
    let id = EventID.make(after: nil) { 0x0123_4567_89AB_CDEF }
    #expect(id.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
  }

  @Test(
    "A foreign id that nothing can follow is still not used again",
    arguments: ["zzzzzzzzzzzz", "~~~~~~~~~~~~", "", "~"])
  func foreign(last: String) {
    #expect(EventID.make(after: last) { 7 } != last)
  }
}
