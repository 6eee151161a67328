/// Days that have a name: Christmas in every December, Easter by the moon.
extension DateRun {
  /// "Christmas", "Christmas Day", "Christmas Eve", "Valentine's Day", "Christmas 2027"
  func feast(_ feast: Int, _ index: Int) -> DateReading {
    var next = has(index + 1, .possessive) ? index + 2 : index + 1
    let isEve = has(next, .eve) && feast > 100 && feast % 100 > 1
    let isDay = self[next]?[.unit] == DateUnit.day.rawValue && !has(next, .plural)
    if isEve || isDay { next += 1 }
    let date = DateExpression.feast(month: feast / 100, day: feast % 100 - (isEve ? 1 : 0))
    guard let year = year(at: next, isFirst: false) else { return (.date(date), next) }
    return (.date(date.inYear(year.value)), year.next)
  }
}

extension Day {
  /// The feasts that move with Easter count from it: in the Grammar this number is Easter Sunday itself.
  static let easterCode = 30

  /// Easter Sunday of the western churches, by the lunar tables of the Gregorian calendar.
  static func easter(_ year: Int) -> Day? {
    guard (1900...9999).contains(year) else { return nil }
    let golden = year % 19
    let century = year / 100
    let skipped = century - century / 4 - (8 * century + 13) / 25
    var moon = (19 * golden + skipped + 15) % 30
    // The tables hold 29 moons in places where the sum gives 30.
    if moon == 29 || moon == 28 && golden > 10 { moon -= 1 }
    return Day(year: year, month: 3, day: 21).map { ($0 + moon).next(7) }
  }

  /// The day of a feast in a year.
  static func feast(_ month: Int, _ day: Int, _ year: Int) -> Day? {
    month == 0 ? easter(year).map { $0 + (day - easterCode) } : Day(year: year, month: month, day: day)
  }
}
