import StudyCore
import Testing

@Suite("Moments and days follow the calendar")
struct TimestampTests {
  @Test(
    "A text and its seconds are two ways to say one moment",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
      ("2000-02-29T12:00:00Z", 951_825_600),
      ("2026-11-22T10:18:29Z", 1_795_342_709), ("2100-02-28T23:59:59Z", 4_107_542_399),
      ("2100-03-01T00:00:00Z", 4_107_542_400), ("0000-01-01T00:00:00Z", -62_167_219_200),
      ("9999-12-31T23:59:59Z", 253_402_300_799), ("2024-02-29T00:00:00Z", 1_709_164_800),
    ])
  func known(text: String, seconds: Int) {
    #expect(Timestamp(text)?.seconds == seconds)
    #expect(Timestamp(seconds: seconds).text == text)
  }

  @Test("A fraction is dropped")
  func fraction() {
    #expect(Timestamp("2026-11-22T10:18:29.987Z") == Timestamp("2026-11-22T10:18:29Z"))
  }

  @Test(
    "What is no moment is none",
    arguments: [
      "", "2026-11-22", "2026-11-22T10:18:29", "2026-11-22 10:18:29Z", "2026-11-22T10:18:29+09:00",
      "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
      "2026-00-01T00:00:00Z",
      "2026-04-31T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z",
      "2026-11-22T10:18:61Z",
      "2026-11-22T10:18:29.Z", "2026-11-22T10:18:29.x1Z", "２026-11-22T10:18:29Z",
      "+026-11-22T10:18:29Z",
    ])
  func invalid(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("Every day from 1900 to 2110 has the text of the day after its yesterday")
  func everyDay() throws {
    var number = try #require(Day(year: 1900, month: 1, day: 1)).number
    for year in 1900...2110 {
      for month in 1...12 {
        for day in 1...31 {
          guard let known = Day(year: year, month: month, day: day) else { continue }
          try #require(known.number == number)
          let text = Day(of: Timestamp(seconds: number * 86_400 + 86_399), offset: 0).text
          try #require(text.utf8.elementsEqual(known.text.utf8))
          number += 1
        }
      }
    }
    #expect(number == Day(year: 2111, month: 1, day: 1)?.number)
  }

  @Test(
    "Here it may be another day",
    arguments: [
      ("2026-11-22T10:18:29Z", 9 * 3600, "2026-11-22", "19:18:29"),
      ("2026-11-22T15:00:00Z", 9 * 3600, "2026-11-23", "00:00:00"),
      ("2026-01-01T00:30:00Z", -3600, "2025-12-31", "23:30:00"),
      ("1970-01-01T00:00:00Z", -1, "1969-12-31", "23:59:59"),
    ])
  func local(text: String, offset: Int, day: String, clock: String) throws {
    let moment = try #require(Timestamp(text))
    #expect(Day(of: moment, offset: offset).text == day)
    #expect(moment.clock(offset: offset, seconds: true) == clock)
    #expect(moment.clock(offset: offset, seconds: false) == clock.dropLast(3))
  }
}
