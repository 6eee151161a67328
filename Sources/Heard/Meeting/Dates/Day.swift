/// A day of the proleptic Gregorian calendar, without time or zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int

  /// - Parameter number: days since 1970-01-01; beyond ±200 million years it is cut there, so that no sum overflows.
  public init(number: Int) { self.number = min(max(number, -Day.limit), Day.limit) }
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  private static let limit = 1 << 36
}

// MARK: Civil calendar

extension Day {
  /// The day of that name, or nil where the calendar has none.
  ///
  /// - Parameters:
  ///   - year: 1…9999, as ISO 8601 writes it without agreement.
  ///   - month: 1…12.
  ///   - day: 1…28, 29, 30 or 31.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.count(ofMonth: month, in: year)
    else { return nil }
    self.init(number: Day.number(year: year, month: month, day: day))
  }

  /// Reads `2026-11-20`, ten characters exactly.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]), let day = Day.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public var year: Int { civil.year }
  /// 1…12.
  public var month: Int { civil.month }
  /// 1…31.
  public var day: Int { civil.day }

  /// Monday 1 … Sunday 7.
  public var weekday: Int {
    let remainder = (number + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// The ISO 8601 week, and the year that it is counted in.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = self + (4 - weekday)
    let newYear = Day.number(year: thursday.year, month: 1, day: 1)
    return (thursday.year, (thursday.number - newYear) / 7 + 1)
  }

  /// The Monday of an ISO 8601 week, or nil where that year has no such week.
  public init?(isoWeek week: Int, of year: Int) {
    guard (1...53).contains(week), let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    let monday = fourth + (1 - fourth.weekday) + (week - 1) * 7
    guard monday.isoWeek.year == year else { return nil }
    self = monday
  }

  public static func count(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Moves by whole months; a day that the month does not have becomes its last.
  public func adding(months: Int) -> Day {
    let date = civil
    let total = date.year * 12 + (date.month - 1) + min(max(months, -Day.limit), Day.limit)
    let year = total >= 0 ? total / 12 : -((11 - total) / 12)
    let month = total - year * 12 + 1
    return Day(
      number: Day.number(year: year, month: month, day: min(date.day, Day.count(ofMonth: month, in: year))))
  }

  public static func + (day: Day, days: Int) -> Day {
    Day(number: day.number + min(max(days, -limit), limit))
  }
  public static func - (day: Day, days: Int) -> Day { day + -min(max(days, -limit), limit) }
  public static func - (a: Day, b: Day) -> Int { a.number - b.number }
}

extension Day: CustomStringConvertible {
  /// As ISO 8601 writes it: `2026-11-20`.
  public var description: String {
    let date = civil
    return Day.padded(date.year, to: 4) + "-" + Day.padded(date.month, to: 2) + "-" + Day.padded(date.day, to: 2)
  }
}

extension Day {
  /// Counts in years that begin in March, so that a leap day is the last of its year, and in eras of 400 years, all of
  /// 146,097 days.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  private static func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value.magnitude)
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
