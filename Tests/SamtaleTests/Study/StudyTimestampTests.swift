import Samtale
import Testing

@Suite struct StudyTimestampTests {
  // By `date -u -d … +%s`.
  @Test(arguments: [
    ("1970-01-01", 0), ("2026-11-22", 1_795_305_600_000), ("2000-02-29", 951_782_400_000),
    ("2024-02-29T23:59:59.999Z", 1_709_251_199_999), ("2024-03-01", 1_709_251_200_000),
    ("1969-12-31T23:59:59.999Z", -1), ("1900-03-01", -2_203_891_200_000),
    ("2026-11-22T09:30", 1_795_339_800_000), ("2026-11-22T09:30:15Z", 1_795_339_815_000),
    ("2026-11-22T09:30Z", 1_795_339_800_000), ("9999-12-31", 253_402_214_400_000),
    ("0001-01-01", -62_135_596_800_000),
  ])
  func timesAreRead(_ text: String, _ milliseconds: Int) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "T", "2026-11-22T", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31",
    "2026-01-00", "26-01-01", "2026-1-1", "2026-11-22T24:00", "2026-11-22T09:60",
    "2026-11-22T09:30:60", "2026-11-22T9:30", "2026-11-22T09:30:15.25", "2026-11-22T09:30.250Z",
    "2026-11-22T09:30:15.2500Z", "2026-11-22T09:30ZZ", "2026-11-22 09:30", "-026-11-22",
    "+026-11-22", "2026-11-22T09:30+01:00", "2026-11-22T09:30:15.250Z ", "２026-11-22",
  ])
  func otherTextsAreNone(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z", "1970-01-01 00:00"),
    (-1, "1969-12-31T23:59:59.999Z", "1969-12-31 23:59"),
    (-86_400_000, "1969-12-31T00:00:00.000Z", "1969-12-31 00:00"),
    (1_709_251_199_999, "2024-02-29T23:59:59.999Z", "2024-02-29 23:59"),
    (-62_135_596_800_000, "0001-01-01T00:00:00.000Z", "0001-01-01 00:00"),
  ])
  func timesAreWritten(_ milliseconds: Int, _ text: String, _ display: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
    #expect(Timestamp(milliseconds: milliseconds).display == display)
  }

  @Test func everyDayOfTwoCenturiesReturns() {
    for day in -36_524...36_525 {
      let time = Timestamp(milliseconds: day * 86_400_000 + 12_345_678)
      #expect(Timestamp(time.description) == time)
    }
  }

  @Test func theFarthestMomentsHaveAText() {
    #expect(!Timestamp(milliseconds: .min).description.isEmpty)
    #expect(!Timestamp(milliseconds: .max).description.isEmpty)
  }
}
