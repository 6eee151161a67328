/// Puts atoms together by what they mean: an edge of a period, a weekday within a week, a length from some day on.
enum DateOperand {
  case date(DateExpression, next: Int)
  /// Words that look like a date and are none: they are skipped as one.
  case nothing(next: Int)
}

extension DateRun {
  /// How deep a date may lie within another: "the Monday before the end of next month".
  static let maximumDepth = 4

  func operand(at index: Int, after relation: DateWord?, depth: Int = 0) -> DateOperand? {
    guard depth < Self.maximumDepth else { return nil }
    let start = afterArticles(index)
    if let found = dayWithin(at: start, depth) ?? half(at: start) ?? countedWeekdays(at: start, depth) { return found }
    guard let found = atom(at: start) else { return meeting(at: start) ?? wholeYear(at: start, relation) }
    switch found.atom {
    case .nothing: return .nothing(next: found.next)
    case .edge(let edge): return self.edge(edge, found.next, relation)
    case .ordinal(let number, _): return ordinal(number, found.next, depth)
    case .last: return ordinal(-1, found.next, depth)
    case .unit(let unit): return bareUnit(unit, found.next, relation, depth, hasArticle: start > index)
    case .steps(let steps): return self.steps(steps, start, found.next, relation, depth)
    case .date(let date):
      let joined = combined(date, found.next)
      if case .weekday(let weekday, nil) = joined.date, let found = beside(weekday, 1, joined.next, depth) {
        return found
      }
      return .date(joined.date, next: joined.next)
    }
  }

  /// "the next meeting"
  private func meeting(at index: Int) -> DateOperand? {
    guard let turn = self[index]?[.turn], turn == 1 || turn == 3, has(index + 1, .event) else { return nil }
    return .date(.meeting, next: index + 2)
  }

  /// "in 2027", "by 2027"; without such a word four digits are a number of anything.
  private func wholeYear(at index: Int, _ relation: DateWord?) -> DateOperand? {
    guard let relation, relation != .on, relation != .to, relation != .between, relation != .within,
      let found = year(at: index, isFirst: true), found.value >= 1990
    else { return nil }
    if let after = neighbour(found.next), after.isWord && !after.has(.follow) || after.isGlued && !after.isMark(".") {
      guard after.isMark(",") || after.isMark(";") else { return nil }
    }
    return .date(.year(found.value), next: found.next)
  }

  /// "the first half of June", "second half of next year"
  private func half(at index: Int) -> DateOperand? {
    guard let found = ordinal(at: index), found.value <= 2, has(found.next, .half),
      let whole = period(at: found.next + 1)
    else { return nil }
    return .date(.edge(found.value == 1 ? .firstHalf : .secondHalf, whole.date), next: whole.next)
  }

  /// A period that something else lies in: "next month", "the month", "March 2027", "2027".
  func period(at index: Int) -> (date: DateExpression, next: Int)? {
    let start = afterOf(index)
    guard let found = atom(at: start) else { return year(at: start, isFirst: false).map { (.year($0.value), $0.next) } }
    switch found.atom {
    case .unit(let unit) where unit != .hour && unit != .weekend: return (.period(unit, 0), found.next)
    case .date(let date) where date.isPeriod: return ofYear(date, found.next) ?? (date, found.next)
    default: return nil
    }
  }

  // MARK: Edges

  private func edge(_ edge: DateEdge, _ index: Int, _ relation: DateWord?) -> DateOperand? {
    let hyphen = isMark(index, "-") ? index + 1 : index
    let next = afterOf(hyphen)
    if edge == .end, has(next, .dayEnd) { return dayEnd(next + 1) }
    let needsOf = edge == .start || edge == .rest || neighbour(index - 1)?[.edge] == DateEdge.closing
    guard !needsOf || has(hyphen, .of) || has(hyphen, .article) || next == hyphen && relation != nil else { return nil }
    guard let whole = period(at: has(next, .working) ? next + 1 : next) else {
      // "late Friday" is Friday.
      guard let day = atom(at: next), case .date(let date) = day.atom, date.isDay else { return nil }
      return .date(date, next: day.next)
    }
    if case .period(.day, 0) = whole.date { return edge == .end ? dayEnd(whole.next) : nil }
    let joined = combined(.edge(edge, whole.date), whole.next)
    return .date(joined.date, next: joined.next)
  }

  private func dayEnd(_ index: Int) -> DateOperand {
    let joined = combined(.edge(.end, .period(.day, 0)), index)
    return .date(joined.date, next: joined.next)
  }

  // MARK: Bare units

  private func bareUnit(
    _ unit: DateUnit, _ index: Int, _ relation: DateWord?, _ depth: Int, hasArticle: Bool
  ) -> DateOperand? {
    if unit == .week || unit == .weekend, let found = weekOf(unit, index, depth) { return found }
    if let found = unitEnd(unit, index, relation) { return found }
    // "within the week"
    if relation == .within, hasArticle || neighbour(index - 2)?.has(.article) == true, unit != .day, unit != .hour,
      unit != .weekend
    {
      return .date(.period(unit, 0), next: index)
    }
    // "the day after tomorrow"
    if unit == .day || unit == .week || unit == .fortnight,
      let word = self[index]?[.relation].flatMap(DateWord.init),
      word == .after || word == .before || word == .from && unit == .fortnight,
      case .date(let anchor, let next)? = operand(at: index + 1, after: word, depth: depth + 1), anchor.isAnchor
    {
      return .date(.offset([DateStep(word == .before ? -1 : 1, unit)], from: anchor), next: next)
    }
    if unit == .weekend, !has(index - 1, .plural), hasArticle || relation != nil || isAll(bounds.lowerBound..<index) {
      return .date(.period(.weekend, 0), next: index)
    }
    return nil
  }

  /// "by month-end", "at year end", "by the month's end"
  private func unitEnd(_ unit: DateUnit, _ index: Int, _ relation: DateWord?) -> DateOperand? {
    let next = isMark(index, "-") || has(index, .possessive) ? index + 1 : index
    guard relation != nil || isWhole, unit != .day, unit != .hour, unit != .weekend, let piece = self[next],
      piece[.edge] == DateEdge.end.rawValue, piece.end - piece.start > 1
    else { return nil }
    let joined = combined(.edge(.end, .period(unit, 0)), next + 1)
    return .date(joined.date, next: joined.next)
  }

  /// "week of 3 March", "week commencing 3 March", "week ending Friday", "weekend of 5 December".
  private func weekOf(_ unit: DateUnit, _ index: Int, _ depth: Int) -> DateOperand? {
    let index = isMark(index, "/") ? index + 1 : index
    guard let piece = self[index] else { return nil }
    let edge = DateEdge(word: piece[.edge])
    let isFrom = piece.has(.weekOf) || edge == .start
    let starts = isFrom || piece.has(.of)
    guard starts || edge == .end || piece[.relation] == DateWord.from.rawValue else { return nil }
    guard case .date(let day, let next)? = operand(at: index + 1, after: .on, depth: depth + 1), day.isDay else {
      return nil
    }
    if unit == .weekend { return .date(.ordinalPeriod(1, .weekend, .weekOf(day)), next: next) }
    return .date(edge == .end ? day : isFrom ? .weekFrom(day) : .weekOf(day), next: next)
  }

  // MARK: Lengths

  private func steps(
    _ steps: [DateStep], _ start: Int, _ index: Int, _ relation: DateWord?, _ depth: Int
  ) -> DateOperand? {
    let back = steps.map { DateStep(-$0.count, $0.unit) }
    let today = DateExpression.daysFromMeeting(0)
    let word = self[index]?[.relation].flatMap(DateWord.init)
    switch word {
    case .ago?:
      if let step = back.first, step.unit == .weekend { return .date(.period(.weekend, step.count), next: index + 1) }
      return .date(.offset(back, from: today), next: index + 1)
    case .hence?: return .date(.offset(steps, from: today), next: index + 1)
    case .from?, .after?, .before?, .on?:
      let isTo = self[index + 1]?[.relation] == DateWord.to.rawValue
      if case .date(let anchor, let next)? = operand(at: isTo ? index + 2 : index + 1, after: word, depth: depth + 1),
        anchor.isAnchor
      {
        return .date(.offset(word == .before ? back : steps, from: anchor), next: next)
      }
    default: break
    }
    if let unit = steps.last?.unit, unit == .week || unit == .fortnight, let day = atom(at: index),
      case .date(let anchor) = day.atom, anchor == today || anchor == .daysFromMeeting(1) || anchor.weekday != nil
    {
      return .date(.offset(steps, from: anchor), next: day.next)
    }
    if isMark(start, "+") { return .date(.offset(steps, from: today), next: index) }
    switch relation {
    case .in?: return .date(.offset(steps, from: today), next: index)
    case .within?: return .date(.within(steps), next: index)
    case .before?: return .date(.offset(back, from: today), next: index)
    default:
      // "3y" is how long something lasts, or how old it is.
      let isAge =
        steps.last?.unit == .year && (steps.last?.count ?? 0) > 1
        && neighbour(index - 1).map { $0.end - $0.start == 1 } ?? false
      let isCounted = !isAge && count(at: start).map { !$0.isArticle } ?? false
      return isCounted && isAll(start..<index) ? .date(.offset(steps, from: today), next: index) : nil
    }
  }
}

extension DateEdge {
  /// In the Grammar's list: an end that is also a verb, so that "of" has to follow.
  static let closing = 7

  init?(word value: Int?) {
    guard let value else { return nil }
    self.init(rawValue: value == Self.closing ? DateEdge.end.rawValue : value)
  }
}

extension DateExpression {
  /// One day, when all is known.
  var isDay: Bool {
    switch self {
    case .date, .numbers, .dayOfMonth, .dayIn, .weekday, .weekdayIn, .ordinalWeekday, .daysFromMeeting, .offset,
      .weekdayBeside, .feast:
      true
    case .ofYear(let date, _), .turned(let date, _): date.isDay
    default: false
    }
  }

  var isPeriod: Bool {
    switch self {
    case .period, .month, .part, .year, .weekNumber, .fiscal: true
    case .ofYear(let date, _), .turned(let date, _): date.isPeriod
    default: false
    }
  }

  /// Something that days can be counted from.
  var isAnchor: Bool {
    switch self {
    case .vague, .range, .within, .following: false
    default: true
    }
  }
}
