/// Dates that are said twice over or in pieces: "Friday, 3 March", "Wednesday of next week", "EOD Thursday".
extension DateRun {
  /// The date with all that directly follows and says more about the same day.
  func combined(_ first: DateExpression, _ index: Int) -> (date: DateExpression, next: Int) {
    var date = first
    var next = index
    for _ in 0..<4 {
      if let after = afterClock(next) {
        (date, next) = withYear(date, after)
      }
      guard let found = more(date, next) else { break }
      (date, next) = found
    }
    return (date, next)
  }

  private func more(_ date: DateExpression, _ index: Int) -> (DateExpression, Int)? {
    let isComma = isMark(index, ",")
    var next = isComma ? index + 1 : index
    if date == .dayEnd, has(next, .relation), self[next]?[.relation] == DateWord.on.rawValue { next += 1 }
    if !isComma, let found = ofYear(date, next) { return found }
    if let found = weekdays(within: date, next) ?? ordinalDay(within: date, next) { return found }
    let beforeOf = next
    next = afterOf(next)
    if let found = dayBehindWeekday(date, next, beforeOf) ?? laterWeekday(date, index) { return found }
    if case .edge(let edge, .period(.year, 0)) = date, let found = year(at: next, isFirst: false) {
      return (.edge(edge, .year(found.value)), found.next)
    }
    guard let found = atom(at: next) else { return nil }
    guard case .date(let other) = found.atom else {
      // "Friday, end of day"
      if date.isDay, case .edge(.end) = found.atom, let end = endOfDay(found.next) { return (date, end) }
      return nil
    }
    return date.joined(with: other).map { ($0, found.next) }
  }

  /// "Tue Mar 26 14:20 1996", "July 3rd, 4 pm 1996": the year behind the time of day.
  private func withYear(_ date: DateExpression, _ index: Int) -> (DateExpression, Int) {
    guard date.lacksYear, date.isDay, let year = year(at: index, isFirst: false),
      neighbour(year.next)?.isWord != true
    else { return (date, index) }
    return (date.inYear(year.value), year.next)
  }

  /// "next week Tuesday", "next week on Friday", "this week from Tuesday to Thursday"
  private func weekdays(within date: DateExpression, _ index: Int) -> (DateExpression, Int)? {
    guard case .period(.week, _) = date else { return nil }
    let word = self[index]?[.relation].flatMap(DateWord.init)
    let start = word == .on || word == .from || word == .between ? afterArticles(index + 1) : index
    guard let first = weekday(at: start) else { return nil }
    let isRange =
      isMark(first.next, "-") || self[first.next]?[.relation] == DateWord.to.rawValue
      || word == .between && self[first.next]?[.relation] == DateWord.and.rawValue
    if isRange, let last = weekday(at: first.next + 1) {
      return (.range(.weekdayIn(first.value, date), .weekdayIn(last.value, date)), last.next)
    }
    return word == .from || word == .between ? nil : (.weekdayIn(first.value, date), first.next)
  }

  private func weekday(at index: Int) -> (value: Int, next: Int)? {
    guard let piece = self[index], let weekday = piece[.weekday], !piece.has(.doubtful) || piece.isCapital || isWhole
    else { return nil }
    return (weekday, afterStop(index + 1))
  }

  /// "next month on the 5th", "next month 28th"
  private func ordinalDay(within date: DateExpression, _ index: Int) -> (DateExpression, Int)? {
    guard case .period(.month, let turn) = date, turn != -1 || isWhole else { return nil }
    let start = self[index]?[.relation] == DateWord.on.rawValue ? index + 1 : index
    guard let day = ordinal(at: afterArticles(start)), !day.isWritten, isOver(day.next) else { return nil }
    return (.dayIn(day.value, date), day.next)
  }

  private func endOfDay(_ index: Int) -> Int? {
    let next = afterOf(index)
    let isEnd = has(next, .dayEnd) || self[next]?[.unit] == DateUnit.day.rawValue
    return isEnd && has(index, .of) ? next + 1 : nil
  }

  /// "Tuesday the 19th", "Friday 27".
  private func dayBehindWeekday(_ date: DateExpression, _ index: Int, _ start: Int) -> (DateExpression, Int)? {
    guard let weekday = date.weekday, monthDate(at: index) == nil else { return nil }
    if let found = ordinal(at: index), !found.isWritten || start < index {
      guard self[found.next]?[.unit] == nil, !has(found.next, .of) else { return nil }
      return (.dayOfMonth(found.value, weekday: weekday), found.next)
    }
    guard let piece = self[index], piece.isNumber, (1...31).contains(piece.value), piece.digits <= 2,
      numericDate(at: index) == nil, afterClock(index) == nil, isWhole || piece.value > 12
    else { return nil }
    if let after = neighbour(index + 1), after.isWord && !after.has(.follow) || after.isGlued && after.isMark(":") {
      return nil
    }
    return (.dayOfMonth(piece.value, weekday: weekday), index + 1)
  }

  /// "Friday week", "the Tuesday after next"
  private func laterWeekday(_ date: DateExpression, _ index: Int) -> (DateExpression, Int)? {
    let isIn = self[index]?[.relation] == DateWord.in.rawValue
    // German "heute in zwei Wochen"
    if case .daysFromMeeting = date, isIn, let found = steps(at: index + 1),
      found.steps.allSatisfy({ $0.unit == .week })
    {
      return (.offset(found.steps, from: date), found.next)
    }
    guard case .weekday(let weekday, nil) = date else { return nil }
    // French "lundi en huit", "lundi en quinze"
    if isIn, let found = count(at: index + 1), found.value == 8 || found.value == 15, isOver(found.next) {
      return (.offset([DateStep(found.value / 7, .week)], from: date), found.next)
    }
    if self[index]?[.relation] == DateWord.after.rawValue, self[index + 1]?[.turn] == 1, isOver(index + 2) {
      return (.weekday(weekday, week: 2), index + 2)
    }
    if let found = steps(at: isIn ? index + 1 : index), found.steps.allSatisfy({ $0.unit == .week }) {
      let isFrom = self[found.next]?[.relation] == DateWord.from.rawValue && has(found.next + 1, .now)
      let whole = DateExpression.offset(found.steps, from: .daysFromMeeting(0))
      if isIn || isFrom { return (.weekdayIn(weekday, whole), isFrom ? found.next + 2 : found.next) }
    }
    guard let unit = self[index]?[.unit].flatMap(DateUnit.init), unit == .week || unit == .fortnight, isOver(index + 1)
    else { return nil }
    return (.offset([DateStep(1, unit)], from: date), index + 1)
  }

  /// What follows is no word that the words before could go with.
  func isOver(_ index: Int) -> Bool {
    guard let after = neighbour(index) else { return true }
    return after.kind == .mark && !after.isGlued || after.isMark(",") || after.isMark(".") || after.has(.follow)
  }

  // MARK: Time of day

  /// Skips "at 5", "10:30", "5 pm", "in the morning", "noon"; nil where no time of day follows.
  func afterClock(_ index: Int) -> Int? {
    var next = isMark(index, ",") ? index + 1 : index
    let isAt = self[next]?[.relation] == DateWord.at.rawValue
    if isAt { next += 1 }
    if has(next, .of), has(next + 1, .article) || has(next + 1, .clock) { next = afterOf(next) }
    if has(next, .clock) { return afterStop(next + 1) }
    guard let hour = self[next], hour.isNumber, hour.digits <= 2, hour.value <= 24 else { return nil }
    var isClock = isAt
    next += 1
    if isMark(next, ":."), let minutes = self[next + 1], minutes.isGlued, minutes.isNumber, minutes.digits == 2 {
      guard isMark(next, ":") || isAt || has(next + 2, .clock) else { return nil }
      isClock = true
      next += 2
      if isMark(next, ":"), let seconds = self[next + 1], seconds.isGlued, seconds.isNumber { next += 2 }
    }
    if has(next, .clock) { return afterStop(next + 1) }
    // "11 at night", "11 in the evening"
    let of = afterOf(self[next]?[.relation] == DateWord.at.rawValue ? next + 1 : next)
    if of > next, has(of, .clock) { return of + 1 }
    return isClock ? next : nil
  }
}

extension DateExpression {
  static let dayEnd = DateExpression.edge(.end, .period(.day, 0))

  /// Both in one, where they can be about the same day.
  func joined(with other: DateExpression) -> DateExpression? {
    switch (self, other) {
    case (.weekday(let weekday, _), .date(let year, let month, let day, nil)),
      (.date(let year, let month, let day, nil), .weekday(let weekday, nil)):
      .date(year: year, month: month, day: day, weekday: weekday)
    case (.weekday(let weekday, _), .numbers(let a, let b, let year, nil)),
      (.numbers(let a, let b, let year, nil), .weekday(let weekday, nil)):
      .numbers(a, b, year: year, weekday: weekday)
    case (.dayOfMonth(let day, nil), .weekday(let weekday, nil)): .dayOfMonth(day, weekday: weekday)
    case (.weekday(let weekday, nil), .period(.week, _)), (.weekday(let weekday, nil), .weekNumber):
      .weekdayIn(weekday, other)
    case (.daysFromMeeting, .date), (.daysFromMeeting, .numbers): other
    case (.daysFromMeeting, .weekday(_, nil)): self
    case (.dayEnd, _) where other.isDay: other
    case (_, .dayEnd) where isDay: self
    case (.edge(let edge, .period(let unit, 0)), .period(let other, let turn)) where unit == other:
      .edge(edge, .period(unit, turn))
    case (.edge(let edge, .period(.month, 0)), .month), (.edge(let edge, .period(.quarter, 0)), .part):
      .edge(edge, other)
    default: nil
    }
  }
}
