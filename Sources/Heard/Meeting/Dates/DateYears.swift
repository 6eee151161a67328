/// Years that are told from this one: "March next year", "Q1 of next year", "next Christmas", "last Q3".
extension DateRun {
  /// The date in its year, where the words behind it turn to one.
  func ofYear(_ date: DateExpression, _ index: Int) -> (date: DateExpression, next: Int)? {
    let next = afterOf(index)
    guard date.lacksYear, self[next]?[.unit] != nil || has(next, .turn), let found = turned(at: next),
      case .date(.period(.year, let turn)) = found.atom
    else { return nil }
    return (.ofYear(date, turn: turn), found.next)
  }

  /// "next Christmas", "this Q3": behind the word that turns.
  func turnedYear(_ turn: Int, _ index: Int) -> DateReading? {
    if let feast = self[index]?[.feast] {
      let found = self.feast(feast, index)
      guard case .date(let date) = found.atom, date.lacksYear else { return nil }
      return (.date(.turned(date, turn)), found.next)
    }
    guard let found = part(at: index), case .date(let date) = found.atom, case .part(_, _, nil) = date else {
      return nil
    }
    return (.date(.turned(date, turn)), found.next)
  }
}

extension DateResolution {
  func ofYear(_ date: DateExpression, _ turn: Int) -> ResolvedDate {
    guard let meeting else { return .without(date.isDay ? .day : .month, .noMeetingDate) }
    return bare(date.inYear(meeting.year + turn))
  }

  func turned(_ date: DateExpression, _ turn: Int) -> ResolvedDate {
    guard let meeting else { return .without(date.isDay ? .day : .quarter, .noMeetingDate) }
    let near = [-1, 0, 1].map { bare(date.inYear(meeting.year + $0)) }
    switch turn {
    case 0: return bare(date.inYear(meeting.year))
    case ..<0: return near.last { $0.end.map { $0 < meeting } ?? false } ?? .without(.day, .noSuchDay)
    default: return near.first { $0.start.map { $0 > meeting } ?? false } ?? .without(.day, .noSuchDay)
    }
  }
}

extension DateExpression {
  /// The year in the words themselves.
  var saidYear: Int? {
    switch self {
    case .date(let year, _, _, _), .numbers(_, _, let year, _), .month(_, let year, _), .part(_, _, let year),
      .weekNumber(_, let year):
      year
    case .edge(_, let whole): whole.saidYear
    default: nil
    }
  }

  /// It recurs every year, so that another date beside it can settle which year is meant.
  var lacksYear: Bool {
    switch self {
    case .date(nil, _, _, _), .numbers(_, _, nil, _), .month(_, nil, nil), .part(_, _, nil), .weekNumber(_, nil),
      .feast:
      true
    case .edge(_, let whole), .ordinalWeekday(_, _, let whole), .ordinalPeriod(_, _, let whole): whole.lacksYear
    default: false
    }
  }

  func inYear(_ year: Int) -> DateExpression {
    switch self {
    case .date(nil, let month, let day, let weekday): .date(year: year, month: month, day: day, weekday: weekday)
    case .feast(let month, let day):
      Day.feast(month, day, year).map { .date(year: year, month: $0.month, day: $0.day, weekday: nil) } ?? self
    case .numbers(let a, let b, nil, let weekday): .numbers(a, b, year: year, weekday: weekday)
    case .month(let month, nil, _): .month(month, year: year, turn: nil)
    case .weekNumber(let week, nil): .weekNumber(week, year: year)
    case .part(let number, let unit, nil): .part(number, unit, year: year)
    case .edge(let edge, let whole): .edge(edge, whole.inYear(year))
    case .ordinalWeekday(let number, let weekday, let whole): .ordinalWeekday(number, weekday, whole.inYear(year))
    case .ordinalPeriod(let number, let unit, let whole): .ordinalPeriod(number, unit, whole.inYear(year))
    default: self
    }
  }
}
