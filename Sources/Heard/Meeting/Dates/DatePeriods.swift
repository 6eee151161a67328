/// The arithmetic of periods: weeks, months, quarters, years, their parts and sums.
extension ResolvedDate {
  static func day(_ day: Day) -> ResolvedDate {
    ResolvedDate(start: day, end: day, precision: .day, due: day)
  }

  static func period(_ start: Day, _ end: Day, _ precision: Precision) -> ResolvedDate {
    ResolvedDate(start: start, end: end, precision: start == end ? .day : precision, due: end)
  }

  static func without(_ precision: Precision, _ doubt: Doubt) -> ResolvedDate {
    ResolvedDate(precision: precision, doubt: doubt)
  }

  static func week(of day: Day) -> ResolvedDate { .period(day.monday, day.monday + 6, .week) }

  static func month(_ month: Int, _ year: Int) -> ResolvedDate? {
    Day(year: year, month: month, day: 1).map { .period($0, $0.adding(months: 1) - 1, .month) }
  }

  static func year(_ year: Int) -> ResolvedDate {
    guard let start = Day(year: year, month: 1, day: 1) else { return .without(.year, .noSuchDay) }
    return .period(start, start.adding(months: 12) - 1, .year)
  }

  /// This period 0, the next 1, the last −1, as seen from a day.
  static func period(_ unit: DateUnit, _ turn: Int, from day: Day) -> ResolvedDate {
    switch unit {
    case .day, .workday: return .day(day.adding([DateStep(turn, unit)]) ?? day)
    case .week: return .week(of: day + turn * 7)
    case .weekend: return .period(day.monday + (turn * 7 + 5), day.monday + (turn * 7 + 6), .week)
    case .fortnight: return .period(day.monday + turn * 14, day.monday + (turn * 14 + 13), .week)
    case .month, .quarter, .half, .year:
      let months = unit.months
      let first = day - (day.day - 1)
      let start = first.adding(months: turn * months - (first.month - 1) % months)
      return .period(start, start.adding(months: months) - 1, unit.precision)
    case .hour: return .without(.vague, .noDay)
    }
  }

  /// Goes on with the first day, or says why there is none.
  func map(_ transform: (Day) -> ResolvedDate) -> ResolvedDate { start.map(transform) ?? self }
}

extension DateUnit {
  var precision: Precision {
    switch self {
    case .day, .hour, .workday: .day
    case .week, .weekend, .fortnight: .week
    case .month: .month
    case .quarter, .half: .quarter
    case .year: .year
    }
  }

  /// Length in months of the units that are made of months.
  var months: Int {
    switch self {
    case .quarter: 3
    case .half: 6
    case .year: 12
    default: 1
    }
  }
}

extension Day {
  var monday: Day { self + (1 - weekday) }

  /// The first such weekday after this day.
  func next(_ weekday: Int) -> Day {
    let ahead = (weekday - self.weekday + 7) % 7
    return self + (ahead == 0 ? 7 : ahead)
  }

  /// The last such weekday before this day.
  func previous(_ weekday: Int) -> Day {
    let back = (self.weekday - weekday + 7) % 7
    return self - (back == 0 ? 7 : back)
  }

  /// So many such weekdays ahead, or behind where the count is negative.
  func beside(_ weekday: Int, _ count: Int) -> Day {
    count < 0 ? previous(weekday) + (count + 1) * 7 : next(weekday) + (count - 1) * 7
  }

  /// The day after so many steps; nil where hours do not make whole days.
  func adding(_ steps: [DateStep]) -> Day? {
    var day = self
    for step in steps {
      // A count of more than a century of days is no date in notes, and keeps products small.
      guard abs(step.count) <= 40_000 else { return nil }
      switch step.unit {
      case .day: day = day + step.count
      case .week, .weekend: day = day + step.count * 7
      case .fortnight: day = day + step.count * 14
      case .month, .quarter, .half, .year: day = day.adding(months: step.count * step.unit.months)
      case .workday: day = day.adding(workdays: step.count)
      case .hour:
        guard step.count % 24 == 0 else { return nil }
        day = day + step.count / 24
      }
    }
    return day
  }

  /// Counts Mondays to Fridays; which of them are holidays nobody says.
  private func adding(workdays count: Int) -> Day {
    guard count != 0 else { return self }
    let forward = count > 0
    // From a weekend one counts on from its nearest working day behind.
    var day = self
    while day.weekday > 5 { day = day + (forward ? -1 : 1) }
    day = day + (abs(count) / 5) * (forward ? 7 : -7)
    var left = abs(count) % 5
    while left > 0 {
      day = day + (forward ? 1 : -1)
      if day.weekday <= 5 { left -= 1 }
    }
    return day
  }

  /// A part of the period that begins here: thirds of a month, months of a quarter, quarters of a year.
  func part(_ edge: DateEdge, to end: Day) -> ClosedRange<Day>? {
    let length = end - self + 1
    if edge == .firstHalf || edge == .secondHalf { return half(edge, to: end) }
    let first: Day
    let last: Day
    switch (edge, length) {
    case (.early, ...7), (.start, ...7): (first, last) = (self, self + 2)
    case (.middle, ...7): (first, last) = (self + 1, self + 3)
    case (_, ...7): (first, last) = (self + 3, self + 4)
    case (.early, ...31), (.start, ...31): (first, last) = (self, self + 9)
    case (.middle, ...31): (first, last) = (self + 10, self + 19)
    case (_, ...31): (first, last) = (self + 20, end)
    default:
      let months = length > 300 ? 12 : length > 100 ? 6 : 3
      let outer = months == 12 ? 3 : months / 3
      switch edge {
      case .early, .start: (first, last) = (self, adding(months: outer) - 1)
      case .middle:
        let third = months / 3
        (first, last) = (adding(months: third), adding(months: 2 * third) - 1)
      default: (first, last) = (adding(months: months - outer), end)
      }
    }
    return first <= last && last <= end ? first...last : nil
  }
}

extension Day {
  /// Half of the period that begins here: six months of a year, half the days of what is shorter.
  private func half(_ edge: DateEdge, to end: Day) -> ClosedRange<Day>? {
    let length = end - self + 1
    let second = length > 300 ? adding(months: 6) : self + (length / 2)
    guard self < second, second <= end else { return nil }
    return edge == .firstHalf ? self...(second - 1) : second...end
  }
}

extension DateExpression {
  var isWeekly: Bool { weekday != nil }

  /// The weekday, where nothing else is said.
  var weekday: Int? {
    if case .weekday(let weekday, _) = self { weekday } else { nil }
  }

  /// The days that this means, said on a day.
  ///
  /// - Parameters:
  ///   - meeting: the day on which it was said; without it only dates with a year are found.
  ///   - dialect: settles `03/04`.
  ///   - nextMeeting: the day of the next meeting, where the notes tell it.
  ///   - relation: how it stands in its sentence; what is due by a day is not yet past.
  ///   - isPast: the clause tells of something done.
  public func resolved(
    on meeting: Day?, dialect: Dialect? = nil, nextMeeting: Day? = nil, relation: DateRelation = .none,
    isPast: Bool = false
  ) -> ResolvedDate {
    DateResolution(
      meeting: meeting, dialect: dialect, nextMeeting: nextMeeting, relation: relation, isPast: isPast
    ).resolve(self)
  }
}

extension DateMention {
  /// See ``DateExpression/resolved(on:dialect:nextMeeting:relation:isPast:)``.
  public func resolved(
    on meeting: Day?, dialect: Dialect? = nil, nextMeeting: Day? = nil, isPast: Bool = false
  ) -> ResolvedDate {
    expression.resolved(on: meeting, dialect: dialect, nextMeeting: nextMeeting, relation: relation, isPast: isPast)
  }
}
