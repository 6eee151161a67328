/// Days and periods that are counted: "the first Monday in June", "the third month of 2027", "two Fridays from now".
extension DateRun {
  /// "20 of next month", "the 20th day of this month", "the 28th next month", "4th day last week"
  func dayWithin(at index: Int, _ depth: Int) -> DateOperand? {
    guard let day = dayNumber(at: index) else { return nil }
    let isOrdinal = ordinal(at: index) != nil
    let stop = afterStop(day.next)
    let isDay = self[stop]?[.unit] == DateUnit.day.rawValue
    let next = isDay ? stop + 1 : stop
    let isTurned = self[next]?[.turn] != nil && (isOrdinal || isDay)
    guard has(next, .of) || isTurned else { return nil }
    let start = isTurned ? next : next + 1
    if let whole = period(at: start), case .period(let unit, _) = whole.date {
      if unit == .month { return .date(.dayIn(day.value, whole.date), next: whole.next) }
      return isTurned && isDay && unit != .day
        ? .date(.ordinalPeriod(day.value, .day, whole.date), next: whole.next) : nil
    }
    // "the 2nd of two months from now"
    guard isOrdinal, has(next, .of), count(at: start) != nil,
      case .date(let anchor, let end)? = operand(at: start, after: nil, depth: depth + 1),
      case .offset(let steps, from: .daysFromMeeting(0)) = anchor, steps.allSatisfy({ $0.unit == .month })
    else { return nil }
    return .date(.dayIn(day.value, anchor), next: end)
  }

  /// "the first Monday in June", "the last day of the month", "the third week of October", "the 14th".
  func ordinal(_ number: Int, _ index: Int, _ depth: Int) -> DateOperand? {
    if let weekday = self[index]?[.weekday] ?? self[index]?[.weekdays] {
      return ordinalWeekday(number, weekday, index + 1, depth)
    }
    if has(index, .working), self[index + 1]?[.unit] == DateUnit.day.rawValue, has(index + 2, .of),
      let whole = period(at: index + 3)
    {
      return .date(.ordinalPeriod(number, .workday, whole.date), next: whole.next)
    }
    if let unit = self[index]?[.unit].flatMap(DateUnit.init) {
      let counted: [DateUnit] = [.day, .week, .weekend, .month, .quarter]
      guard counted.contains(unit), has(index + 1, .of) || self[index + 1]?[.turn] != nil,
        let whole = period(at: index + 1), whole.date.contains(unit)
      else { return nil }
      return .date(.ordinalPeriod(number, unit, whole.date), next: whole.next)
    }
    guard number > 0 else { return nil }
    let joined = combined(.dayOfMonth(number, weekday: nil), index)
    return .date(joined.date, next: joined.next)
  }

  private func ordinalWeekday(_ number: Int, _ weekday: Int, _ index: Int, _ depth: Int) -> DateOperand? {
    if has(index, .of), neighbour(index + 1)?.has(.recurring) == true { return .nothing(next: index + 1) }
    if number > 0, number <= 5, let found = beside(weekday, number, index, depth) { return found }
    let isWithin = has(index, .of) || self[index]?[.turn] != nil || has(index, .month)
    guard isWithin, number <= 5, let whole = period(at: index) else { return nil }
    return .date(.ordinalWeekday(number, weekday, whole.date), next: whole.next)
  }

  /// "two Fridays from now", "three Tuesdays ago", "3 Mondays after 25 May"
  func countedWeekdays(at index: Int, _ depth: Int) -> DateOperand? {
    guard let found = count(at: index), !found.isArticle, found.value <= 52, let weekday = self[found.next]?[.weekdays]
    else { return nil }
    let next = found.next + 1
    let today = DateExpression.daysFromMeeting(0)
    switch self[next]?[.relation].flatMap(DateWord.init) {
    case .ago?: return .date(.weekdayBeside(weekday, count: -found.value, today), next: next + 1)
    case .hence?: return .date(.weekdayBeside(weekday, count: found.value, today), next: next + 1)
    case .from?:
      guard case .date(let anchor, let end)? = operand(at: next + 1, after: .from, depth: depth + 1), anchor.isAnchor,
        anchor.isDay
      else { return nil }
      return .date(.weekdayBeside(weekday, count: found.value, anchor), next: end)
    default: return beside(weekday, found.value, next, depth)
    }
  }

  /// "the Monday before 25 May", "the second Tuesday after Easter"
  func beside(_ weekday: Int, _ count: Int, _ index: Int, _ depth: Int) -> DateOperand? {
    guard let word = self[index]?[.relation].flatMap(DateWord.init), word == .before || word == .after,
      case .date(let anchor, let next)? = operand(at: index + 1, after: word, depth: depth + 1), anchor.isAnchor
    else { return nil }
    return .date(.weekdayBeside(weekday, count: word == .after ? count : -count, anchor), next: next)
  }
}

extension DateExpression {
  /// Such units lie within this period.
  func contains(_ unit: DateUnit) -> Bool {
    let whole: DateUnit
    switch self {
    case .period(let unit, _): whole = unit
    case .month: whole = .month
    case .part: whole = .quarter
    case .year: whole = .year
    case .ofYear(let date, _), .turned(let date, _): return date.contains(unit)
    default: whole = .week
    }
    switch unit {
    case .day: return whole != .day
    case .week, .weekend: return whole == .month || whole == .quarter || whole == .year
    case .month: return whole == .quarter || whole == .year
    default: return whole == .year
    }
  }
}

extension DateResolution {
  /// The third week, the last month, the second weekend of a period.
  func ordinalPeriod(_ number: Int, _ unit: DateUnit, _ whole: ResolvedDate) -> ResolvedDate {
    guard let start = whole.start, let end = whole.end else { return whole }
    let found: ResolvedDate?
    switch unit {
    case .day: found = .day(number < 0 ? end : start + (number - 1))
    case .workday: found = (number < 0 ? end + 1 : start - 1).adding([DateStep(number, unit)]).map { .day($0) }
    case .week: found = week(number, start, end)
    case .weekend:
      let saturday = number < 0 ? (end + 1).previous(6) : (start - 1).next(6) + (number - 1) * 7
      found = .period(saturday, saturday + 1, .week)
    case .month, .quarter:
      let first = number < 0 ? (end + 1).adding(months: -unit.months) : start.adding(months: (number - 1) * unit.months)
      found = .period(first, first.adding(months: unit.months) - 1, unit.precision)
    default: found = nil
    }
    guard let found, let day = found.start, day <= end, day >= start || unit == .week else {
      return .without(unit.precision, .noSuchDay)
    }
    return found
  }

  /// Weeks of a year are those of the calendar, and those of a month have most of their days in it.
  private func week(_ number: Int, _ start: Day, _ end: Day) -> ResolvedDate? {
    if number < 0 { return .week(of: (end - 3).monday) }
    guard end - start < 360 else { return Day(isoWeek: number, of: start.year).map { .week(of: $0) } }
    return .week(of: (start + 3).monday + (number - 1) * 7)
  }
}
