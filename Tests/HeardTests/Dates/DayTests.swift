import Testing

@testable import Heard

/// The calendar against one that counts day by day.
@Suite struct DayTests {
  @Test func everyDayFrom1600To2400IsTheOneThatCountingGives() {
    var (year, month, day, weekday) = (1600, 1, 1, 6)
    guard let first = Day(year: 1600, month: 1, day: 1) else {
      Issue.record("1600 has a first day")
      return
    }
    var number = first.number
    var wrong = 0
    while year <= 2400 {
      let made = Day(year: year, month: month, day: day)
      let counted = Day(number: number)
      let isRight =
        made == counted && counted.year == year && counted.month == month && counted.day == day
        && counted.weekday == weekday && Day(iso: counted.description) == counted
      if !isRight { wrong += 1 }
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
      weekday = weekday % 7 + 1
      number += 1
    }
    #expect(wrong == 0)
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(iso: "2024-05-15")?.weekday == 3)
  }

  @Test func everyIsoWeekHoldsSevenDaysAndItsThursdayNamesTheYear() {
    for number in stride(from: -5000, to: 30_000, by: 1) {
      let day = Day(number: number)
      let (year, week) = day.isoWeek
      guard let monday = Day(isoWeek: week, of: year) else {
        Issue.record("\(day) has no week")
        return
      }
      #expect(monday.weekday == 1 && day - monday == day.weekday - 1)
      #expect((monday + 3).year == year)
    }
    #expect(Day(isoWeek: 53, of: 2021) == nil)
    #expect(Day(isoWeek: 53, of: 2020)?.description == "2020-12-28")
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2024-05-15", 12, "2025-05-15"), ("2024-05-15", -17, "2022-12-15"), ("2024-12-31", 2, "2025-02-28"),
  ])
  func addingMonthsStaysWithinTheMonth(_ day: String, _ months: Int, _ expected: String) {
    #expect(Day(iso: day)?.adding(months: months).description == expected)
  }

  @Test(arguments: [
    "", "2024", "2024-5-15", "2024-13-01", "2024-00-10", "2024-02-30", "2023-02-29", "2024-05-15x", "２024-05-15",
    "0000-01-01", "2024/05/15", "-024-05-15",
  ])
  func whatIsNoDayIsNone(_ text: String) { #expect(Day(iso: text) == nil) }

  @Test func noNumberIsTooLarge() {
    for number in [Int.max, Int.min, 1 << 40, -(1 << 40)] {
      let day = Day(number: number)
      #expect(day.adding(months: Int.max) >= day.adding(months: Int.min))
      #expect((day + Int.max) >= (day - Int.max))
      #expect((day + Int.min) <= (day - Int.min))
      #expect(!day.description.isEmpty && day.weekday >= 1 && day.weekday <= 7)
      #expect(Day(year: number, month: number, day: number) == nil)
      #expect(Day(isoWeek: number, of: number) == nil)
      _ = day.isoWeek
    }
  }
}
