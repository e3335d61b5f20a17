import Receipts
import Testing

struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"),
    (1_795_608_000, "2026-11-25T12:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"),
    (-62_135_596_800, "0001-01-01T00:00:00Z"),
  ])
  func `a time reads as it is written`(seconds: Int, text: String) {
    #expect(Timestamp(secondsSinceEpoch: seconds).rfc3339 == text)
    #expect(Timestamp(rfc3339: text)?.secondsSinceEpoch == seconds)
  }

  @Test(arguments: [
    "", "2026-11-25", "2026-11-25T12:00:00", "2026-11-25t12:00:00z", "2026-11-25T12:00:00+00:00",
    "2026-11-25T12:00:00.5Z", "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-00-10T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:60Z", "0000-01-01T00:00:00Z", "２026-01-01T00:00:00Z",
  ])
  func `other spellings and days that never were are refused`(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test func `every day of 800 years goes there and back`() {
    for day in -146_097..<146_097 {
      let time = Timestamp(secondsSinceEpoch: day * 86_400 + 43_200)
      if Timestamp(rfc3339: time.rfc3339) != time { Issue.record("day \(day)") }
    }
  }

  @Test func `the clock runs`() {
    #expect(Timestamp.now > Samples.noon || Timestamp.now.secondsSinceEpoch > 1_700_000_000)
  }
}
