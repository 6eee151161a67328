/// Finds the days that a date expression means, by the policy that the manual's page on dates writes down.
struct DateResolution {
  let meeting: Day?
  var dialect: Dialect?
  var nextMeeting: Day?
  var relation = DateRelation.none
  /// The clause tells of something done: a bare weekday lies behind, and nothing is due.
  var isPast = false

  /// Days that a date without a year may lie back and still be the one that was meant.
  static let memory = 31

  var isDeadline: Bool { relation == .by || relation == .before || relation == .until }

  func resolve(_ expression: DateExpression) -> ResolvedDate {
    var found = bare(expression)
    if relation == .before, found.precision != .day, let start = found.start { found.due = start - 1 }
    if isPast || relation == .after || relation == .since || relation == .from || expression.isBehind {
      found.due = nil
    }
    return found
  }

  /// Expressions nest a few levels at most: the reader builds them from so many words.
  func bare(_ expression: DateExpression) -> ResolvedDate {
    switch expression {
    case .date(let year, let month, let day, let weekday): date(year, month, day, weekday)
    case .feast(let month, let day): feast(month, day)
    case .numbers(let a, let b, let year, let weekday): numbers(a, b, year, weekday)
    case .dayOfMonth(let day, let weekday): dayOfMonth(day, weekday)
    case .year(let year): ResolvedDate.year(year)
    case .month(let month, let year, let turn): self.month(month, year, turn)
    case .part(let number, let unit, let year): part(number, unit, year)
    case .fiscal(_, let unit, _): .without(unit == .year ? .year : .quarter, .fiscalYear)
    case .meeting: nextMeeting.map { .day($0) } ?? .without(.event, .nextMeeting)
    case .vague: .without(.vague, .noDay)
    case .range(let from, let to): range(from, to)
    case .edge(let edge, let whole): self.edge(edge, bare(whole))
    case .weekOf(let inner): bare(inner).map { .week(of: $0) }
    case .weekFrom(let inner): bare(inner).map { .period($0, $0 + 6, .week) }
    case .dayIn(let day, let whole): bare(whole).map { dayIn(day, $0) }
    case .weekdayIn(let weekday, let whole): bare(whole).map { ResolvedDate.day($0 + (weekday - $0.weekday)) }
    case .ordinalWeekday(let number, let weekday, let whole): ordinalWeekday(number, weekday, bare(whole))
    case .ordinalPeriod(let number, let unit, let whole): ordinalPeriod(number, unit, bare(whole))
    case .weekdayBeside(let weekday, let count, let other): bare(other).map { .day($0.beside(weekday, count)) }
    case .ofYear(let date, let turn): ofYear(date, turn)
    case .turned(let date, let turn): turned(date, turn)
    case .offset(let steps, let base): offset(steps, bare(base))
    case .daysFromMeeting, .weekday, .within, .following, .period, .weekNumber: relative(expression)
    }
  }

  /// What cannot be told at all without the day of the meeting.
  private func relative(_ expression: DateExpression) -> ResolvedDate {
    guard let meeting else { return .without(precision(of: expression), .noMeetingDate) }
    switch expression {
    case .daysFromMeeting(let days): return .day(meeting + days)
    case .weekday(let weekday, let week?):
      let day = meeting.monday + (week * 7 + weekday - 1)
      // "this Friday", said on a Sunday, cannot be the one behind unless it is told of.
      return .day(week == 0 && day < meeting && !isPast ? day + 7 : day)
    case .weekday(let weekday, nil):
      if isPast { return .day(meeting.previous(weekday)) }
      return meeting.weekday == weekday ? .without(.day, .todayOrNextWeek) : .day(meeting.next(weekday))
    case .within(let steps):
      guard let last = meeting.adding(steps) else { return .without(.day, .noDay) }
      return .period(meeting, last, steps.last?.unit.precision ?? .day)
    case .following(let count, let unit): return following(count, unit, meeting)
    case .period(let unit, let turn): return .period(unit, turn, from: meeting)
    case .weekNumber(let week, let year?):
      return Day(isoWeek: week, of: year).map { .week(of: $0) } ?? .without(.week, .noSuchDay)
    case .weekNumber(let week, nil):
      return occurrence { Day(isoWeek: week, of: $0).map { .week(of: $0) } } ?? .without(.week, .noSuchDay)
    default: return .without(.day, .noDay)
    }
  }

  private func precision(of expression: DateExpression) -> Precision {
    switch expression {
    case .period(let unit, _), .following(_, let unit): unit.precision
    case .weekNumber: .week
    default: .day
    }
  }

  // MARK: Calendar dates

  private func date(_ year: Int?, _ month: Int, _ day: Int, _ weekday: Int?) -> ResolvedDate {
    var found: ResolvedDate
    if let year {
      found = Day(year: year, month: month, day: day).map { .day($0) } ?? .without(.day, .noSuchDay)
    } else if meeting == nil {
      return .without(.day, .noMeetingDate)
    } else {
      found = occurrence { Day(year: $0, month: month, day: day).map { .day($0) } } ?? .without(.day, .noSuchDay)
    }
    if let weekday, let start = found.start { found.contradictsWeekday = start.weekday != weekday }
    return found
  }

  private func feast(_ month: Int, _ day: Int) -> ResolvedDate {
    if meeting == nil { return .without(.day, .noMeetingDate) }
    return occurrence { Day.feast(month, day, $0).map { .day($0) } } ?? .without(.day, .noSuchDay)
  }

  /// The first that has not passed, or the last one where it passed lately and nothing says that it is ahead.
  private func occurrence(_ inYear: (Int) -> ResolvedDate?) -> ResolvedDate? {
    guard let meeting else { return nil }
    let year = meeting.year
    if !isDeadline {
      for candidate in [year, year - 1] {
        if let found = inYear(candidate), let end = found.end, end < meeting, meeting - end <= Self.memory {
          return found
        }
      }
    }
    // Eight years hold a leap day, whatever the century does.
    for candidate in (year - 1)...(year + 8) {
      if let found = inYear(candidate), let end = found.end, end >= meeting { return found }
    }
    return nil
  }

  private func numbers(_ a: Int, _ b: Int, _ year: Int?, _ weekday: Int?) -> ResolvedDate {
    let monthFirst = date(year, a, b, weekday)
    let dayFirst = date(year, b, a, weekday)
    if a == b || !isMonthAndDay(b, a, year) { return monthFirst }
    if !isMonthAndDay(a, b, year) { return dayFirst }
    if weekday != nil, monthFirst.start != nil, monthFirst.contradictsWeekday != dayFirst.contradictsWeekday {
      return monthFirst.contradictsWeekday ? dayFirst : monthFirst
    }
    switch dialect {
    case .us?: return monthFirst
    case .uk?: return dayFirst
    case nil: return .without(.day, .monthOrDay)
    }
  }

  private func isMonthAndDay(_ month: Int, _ day: Int, _ year: Int?) -> Bool {
    Day(year: year ?? 2000, month: month, day: day) != nil
  }

  private func dayOfMonth(_ day: Int, _ weekday: Int?) -> ResolvedDate {
    guard let meeting else { return .without(.day, .noMeetingDate) }
    var first: Day?
    let monthStart = meeting - (meeting.day - 1)
    for turn in (weekday == nil || isDeadline ? 0 : -1)...12 {
      let month = monthStart.adding(months: turn)
      guard let candidate = Day(year: month.year, month: month.month, day: day) else { continue }
      // With its weekday a day lately past is told from the ones ahead.
      let isLately = !isDeadline && candidate.weekday == weekday && meeting - candidate <= Self.memory
      guard candidate >= meeting || isLately else { continue }
      guard let weekday else { return .day(candidate) }
      if candidate.weekday == weekday { return .day(candidate) }
      first = first ?? candidate
    }
    guard let first else { return .without(.day, .noSuchDay) }
    var found = ResolvedDate.day(first)
    found.contradictsWeekday = true
    return found
  }

  private func dayIn(_ day: Int, _ start: Day) -> ResolvedDate {
    Day(year: start.year, month: start.month, day: day).map { .day($0) } ?? .without(.day, .noSuchDay)
  }

  // MARK: Periods

  private func month(_ month: Int, _ year: Int?, _ turn: Int?) -> ResolvedDate {
    if let year { return .month(month, year) ?? .without(.month, .noSuchDay) }
    guard let meeting else { return .without(.month, .noMeetingDate) }
    switch turn {
    case 0?: return .month(month, meeting.year) ?? .without(.month, .noSuchDay)
    case .some(let turn) where turn < 0:
      return .month(month, meeting.month > month ? meeting.year : meeting.year - 1) ?? .without(.month, .noSuchDay)
    case .some:
      return .month(month, meeting.month < month ? meeting.year : meeting.year + 1) ?? .without(.month, .noSuchDay)
    case nil: return occurrence { .month(month, $0) } ?? .without(.month, .noSuchDay)
    }
  }

  private func part(_ number: Int, _ unit: DateUnit, _ year: Int?) -> ResolvedDate {
    func inYear(_ year: Int) -> ResolvedDate? {
      let months = unit == .half ? 6 : 3
      guard number >= 1, number * months <= 12 else { return nil }
      guard let start = Day(year: year, month: (number - 1) * months + 1, day: 1) else { return nil }
      return .period(start, start.adding(months: months) - 1, .quarter)
    }
    if let year { return inYear(year) ?? .without(.quarter, .noSuchDay) }
    if meeting == nil { return .without(.quarter, .noMeetingDate) }
    return occurrence(inYear) ?? .without(.quarter, .noSuchDay)
  }

  private func following(_ count: Int, _ unit: DateUnit, _ meeting: Day) -> ResolvedDate {
    let first = ResolvedDate.period(unit, 1, from: meeting)
    guard let start = first.start, let end = start.adding([DateStep(count, unit)]) else { return first }
    return .period(start, end - 1, first.precision)
  }

  private func offset(_ steps: [DateStep], _ base: ResolvedDate) -> ResolvedDate {
    guard let start = base.start else { return base }
    return start.adding(steps).map { .day($0) } ?? .without(.day, .noDay)
  }

  private func ordinalWeekday(_ number: Int, _ weekday: Int, _ whole: ResolvedDate) -> ResolvedDate {
    guard let start = whole.start, let end = whole.end else { return whole }
    let day = number < 0 ? (end + 1).previous(weekday) : (start - 1).next(weekday) + (number - 1) * 7
    return day >= start && day <= end ? .day(day) : .without(.day, .noSuchDay)
  }

  private func edge(_ edge: DateEdge, _ whole: ResolvedDate) -> ResolvedDate {
    guard let start = whole.start, let end = whole.end, end > start else { return whole }
    if edge == .rest {
      guard let meeting, meeting >= start, meeting <= end else { return whole }
      return .period(meeting, end, whole.precision)
    }
    if edge == .end { return .day(end - start < 7 ? start.monday + 4 : end) }
    guard let part = start.part(edge, to: end) else { return whole }
    return .period(part.lowerBound, part.upperBound, whole.precision)
  }

  // MARK: Ranges

  private func range(_ from: DateExpression, _ to: DateExpression) -> ResolvedDate {
    let last = bare(to)
    // "Monday to Friday next week": both in that week.
    if case .weekdayIn(_, let whole) = to, let weekday = from.weekday {
      return join(bare(.weekdayIn(weekday, whole)), last)
    }
    // A year that is said for one end holds for the other, unless the days would then run backward.
    if let year = to.saidYear, from.saidYear == nil, from.lacksYear {
      let same = bare(from.inYear(year))
      if let start = same.start, let end = last.end, start > end { return join(bare(from.inYear(year - 1)), last) }
      return join(same, last)
    }
    let first = bare(from)
    guard let start = first.start, to.lacksYear || to.isWeekly else { return join(first, last) }
    if to.isWeekly, let end = last.start ?? meeting, let weekday = to.weekday {
      return join(first, end >= start && last.start != nil ? last : .day(start.next(weekday)))
    }
    let year = from.saidYear ?? start.year
    let same = bare(to.inYear(year))
    if let end = same.end, end >= start { return join(first, same) }
    return join(first, bare(to.inYear(year + 1)))
  }

  private func join(_ first: ResolvedDate, _ last: ResolvedDate) -> ResolvedDate {
    guard let start = first.start, let firstEnd = first.end else { return first }
    guard let end = last.end else { return last }
    guard firstEnd <= end else { return .without(first.precision, .noSuchDay) }
    var joined = ResolvedDate.period(start, end, first.precision)
    joined.contradictsWeekday = first.contradictsWeekday || last.contradictsWeekday
    return joined
  }
}
