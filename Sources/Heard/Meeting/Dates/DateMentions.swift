/// Finds the dates of a run, with what ties them to their sentence: "by", "from … to", "between … and".
extension DateRun {
  /// A date where one stands, and the index to go on at.
  struct Found {
    var pieces: Range<Int>
    var expression: DateExpression
    var relation: DateRelation
  }

  func mentions() -> [Found] {
    var found: [Found] = []
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      guard let (mention, next) = mention(at: index) else {
        index += 1
        continue
      }
      if let mention { found.append(mention) }
      index = max(next, index + 1)
    }
    return found
  }

  private func mention(at index: Int) -> (Found?, next: Int)? {
    // No date begins with a mark but "+2 days".
    if pieces[index].kind == .mark, !isMark(index, "+") { return nil }
    let prefix = prefix(at: index)
    let relation = prefix.words.contains(.within) ? .within : prefix.words.last
    if let found = firstDays(at: prefix.next, prefix) { return accepted(found, index, prefix) }
    guard let first = operand(at: prefix.next, after: relation) else { return nil }
    guard case .date(let date, let next) = first else {
      if case .nothing(let next) = first { return (nil, next) }
      return nil
    }
    guard let range = range(from: date, next, prefix) else { return accepted(first, index, prefix) }
    return accepted(range, index, prefix)
  }

  private func accepted(_ operand: DateOperand, _ index: Int, _ prefix: Prefix) -> (Found?, next: Int)? {
    var prefix = prefix
    guard case .date(var date, var next) = operand else {
      if case .nothing(let next) = operand { return (nil, next) }
      return nil
    }
    guard isSupported(date, prefix.next..<next, prefix.words) else { return date == .dayEnd ? (nil, next) : nil }
    if isRecurring(prefix.next) { return (nil, next) }
    if prefix.words.contains(where: { $0 == .in || $0 == .within }), has(prefix.next - 1, .article),
      let exact = date.exact
    {
      date = exact
    }
    if let after = afterLatest(next) { (next, prefix.isLatest) = (after, true) }
    var start = prefix.words.isEmpty && !prefix.isLatest ? afterHedges(index) : index
    let isNegated = neighbour(index - 1)?.has(.not) ?? false
    // "no later than Friday"
    if isNegated, self[index]?[.relation] == DateWord.hence.rawValue { start = index - 1 }
    var end = next
    while end > start + 1, pieces[end - 1].kind == .mark { end -= 1 }
    var relation = prefix.relation
    // French "d'ici vendredi": within what ends on that day.
    if relation == .within, date.isDay { relation = .by }
    // German "vor zwei Wochen": two weeks ago.
    if relation == .before, case .offset(_, from: .daysFromMeeting(0)) = date { relation = .none }
    // "not before Monday", "not until Monday"
    if isNegated, relation == .before || relation == .until { relation = .from }
    // "from Monday to Friday" is over on Friday.
    if relation == .from, case .range = date { relation = .none }
    return (Found(pieces: start..<end, expression: date, relation: relation), next)
  }

  /// "at the latest", "latest"
  private func afterLatest(_ index: Int) -> Int? {
    var next = index
    while self[next]?[.relation] == DateWord.at.rawValue || has(next, .article) { next += 1 }
    return has(next, .latest) ? next + 1 : nil
  }

  private func afterHedges(_ index: Int) -> Int {
    var next = index
    while has(next, .hedge) { next += 1 }
    return next
  }

  /// "every Monday", "each quarter", "every 4th and 10th of the month", "each month on the 22nd" are no days.
  private func isRecurring(_ index: Int) -> Bool {
    var before = index - 1
    let joining: [DateWord] = [.on, .and, .or]
    while before >= bounds.lowerBound, index - before < 10, !has(before, .recurring) {
      let isJoint = self[before]?[.relation].flatMap(DateWord.init).map { joining.contains($0) } ?? false
      let isCounted = [.turn, .count, .article, .ordinal, .ordinalEnding, .weekday].contains { has(before, $0) }
      let isUnit = self[before]?[.unit] != nil && neighbour(before - 1)?.has(.recurring) == true
      guard isJoint || isCounted || isUnit || self[before]?.isNumber == true || isMark(before, ",") else { break }
      before -= 1
    }
    return neighbour(before)?.has(.recurring) ?? false
  }

  // MARK: Relations

  struct Prefix {
    var words: [DateWord] = []
    var next: Int
    /// "at the latest"
    var isLatest = false

    var relation: DateRelation {
      let strongest: [(DateWord, DateRelation)] = [
        (.by, .by), (.until, .until), (.before, .before), (.after, .after), (.since, .since), (.within, .within),
        (.from, .from), (.on, .on), (.in, .on), (.at, .on),
      ]
      if isLatest, !words.contains(.before) { return .by }
      return strongest.first { words.contains($0.0) }?.1 ?? .none
    }
  }

  private func prefix(at index: Int) -> Prefix {
    var prefix = Prefix(next: index)
    // French "d'ici vendredi"
    if has(index, .of), !has(index, .relation), has(index + 1, .relation) { prefix.next += 1 }
    while prefix.words.count < 4, let word = self[prefix.next]?[.relation].flatMap(DateWord.init) {
      if word == .hence, self[prefix.next + 1]?[.relation] == DateWord.than.rawValue {
        prefix.words.append(.by)
        prefix.next += 2
        continue
      }
      guard word != .to, word != .and, word != .ago, word != .hence, word != .than, word != .or else { break }
      // French "après-demain"
      if isMark(prefix.next + 1, "-"), has(prefix.next + 2, .day) { break }
      prefix.words.append(word)
      prefix.next += 1
      if word == .before, self[prefix.next]?[.relation] == DateWord.to.rawValue { prefix.next += 1 }
      while isMark(prefix.next, ":<") { prefix.next += 1 }
    }
    while has(prefix.next, .latest) {
      prefix.isLatest = true
      prefix.next += 1
      guard let word = self[prefix.next]?[.relation].flatMap(DateWord.init),
        word == .by || word == .until || word == .on
      else { continue }
      prefix.words.append(word)
      prefix.next += 1
    }
    prefix.next = afterArticles(prefix.next)
    return prefix
  }

  // MARK: Ranges

  private func joiner(_ index: Int, _ prefix: Prefix, allowsAnd: Bool = false) -> Int? {
    if isMark(index, "-") {
      // A sign stands at its number and apart from what is before: "-10".
      return self[index]?.isGlued == false && self[index + 1]?.isGlued == true ? nil : index + 1
    }
    // "June/July"
    if isMark(index, "/"), has(index - 1, .month), has(index + 1, .month) { return index + 1 }
    // "Tue/Wed", but not a list of more
    if isMark(index, "/"), has(index - 1, .weekday), has(index + 1, .weekday), !isMark(index + 2, "/") {
      return index + 1
    }
    guard let word = self[index]?[.relation].flatMap(DateWord.init) else { return nil }
    switch word {
    case .to, .until, .or: return index + 1
    case .and: return allowsAnd || prefix.words.contains(.between) ? index + 1 : nil
    default: return nil
    }
  }

  /// "13 to 15 July", "24th and 25th December", "2 to 4 months", "between the 15-16".
  private func firstDays(at index: Int, _ prefix: Prefix) -> DateOperand? {
    if let found = lengths(at: index, prefix) { return found }
    // "stage 2 - 22 May"
    guard let first = dayNumber(at: index), neighbour(index - 1)?.has(.numberOf) != true else { return nil }
    let isOrdinal = ordinal(at: index) != nil
    guard
      let joined = joiner(
        afterStop(first.next), prefix, allowsAnd: isOrdinal || isDayOfMonthBehind(afterStop(first.next)))
        ?? (isOrdinal || isDayOfMonthBehind(afterStop(first.next)) ? afterStop(first.next) + (isOrdinal ? 0 : 1) : nil)
    else {
      return nil
    }
    let second = afterArticles(joined)
    guard dayNumber(at: second) != nil else { return nil }
    if let found = monthDate(at: second) {
      guard case .date(.date(let year, let month, let day, _)) = found.atom else {
        return found.atom == .nothing ? .nothing(next: found.next) : nil
      }
      let start = DateExpression.date(year: year, month: month, day: first.value, weekday: nil)
      guard first.value < day else { return nil }
      return .date(.range(start, .date(year: year, month: month, day: day, weekday: nil)), next: found.next)
    }
    // "from 4 to 22 this month"
    if joined > first.next, has(first.next, .of) == false, let last = dayNumber(at: second), first.value < last.value,
      has(last.next, .of) || self[last.next]?[.turn] != nil, let whole = period(at: last.next),
      case .period(.month, _) = whole.date
    {
      return .date(.range(.dayIn(first.value, whole.date), .dayIn(last.value, whole.date)), next: whole.next)
    }
    let isIntroduced = has(index - 1, .article) || isOrdinal && prefix.words.contains(.between)
    guard isIntroduced, joined > first.next, let last = dayNumber(at: second), first.value < last.value,
      !(neighbour(last.next)?.isWord ?? false), numericDate(at: second) == nil
    else { return nil }
    return .date(
      .range(.dayOfMonth(first.value, weekday: nil), .dayOfMonth(last.value, weekday: nil)), next: last.next)
  }

  /// "6 and 7 June", "6/7 June": a mark or a word, and a day with its month.
  private func isDayOfMonthBehind(_ index: Int) -> Bool {
    let isAnd = self[index]?[.relation] == DateWord.and.rawValue
    let isSlash = isMark(index, "/") && self[index]?.isGlued == true && self[index + 1]?.isGlued == true
    guard isAnd || isSlash, let found = dayNumber(at: index + 1) else { return false }
    return has(afterStop(found.next), .month) && self[afterStop(found.next)]?.isGlued == false
  }

  private func lengths(at index: Int, _ prefix: Prefix) -> DateOperand? {
    guard let first = count(at: index), !first.isArticle, !has(index - 1, .article),
      let joined = joiner(first.next, prefix),
      let last = steps(at: joined), last.steps.count == 1, let step = last.steps.first, step.count > first.value
    else { return nil }
    guard isWhole || prefix.words.contains(.in) || prefix.words.contains(.within) else { return nil }
    let today = DateExpression.daysFromMeeting(0)
    return .date(
      .range(.offset([DateStep(first.value, step.unit)], from: today), .offset(last.steps, from: today)),
      next: last.next)
  }

  private func range(from first: DateExpression, _ index: Int, _ prefix: Prefix) -> DateOperand? {
    let isPair = self[index]?[.relation] == DateWord.and.rawValue && isLastDay(index + 1)
    guard let joined = joiner(index, prefix, allowsAnd: isPair) else { return nil }
    let start = afterArticles(joined)
    if let found = lengthOrMore(first, index, start) { return found }
    // "July 13-15, 2027": the month of the first holds for the second.
    if case .date(let year, let month, let day, _) = first, monthDate(at: start) == nil, numericDate(at: start) == nil,
      let last = dayNumber(at: start), !isLength(last.next),
      self[index]?[.relation] != DateWord.or.rawValue || isLastDay(start)
    {
      guard last.value > day else { return nil }
      let after = yearAfter(last.next, isDated: true)
      let end = DateExpression.date(year: after?.0 ?? year, month: month, day: last.value, weekday: nil)
      guard Day(year: after?.0 ?? year ?? 2000, month: month, day: last.value) != nil else {
        return .nothing(next: after?.1 ?? last.next)
      }
      return .date(.range(first, end), next: after?.1 ?? last.next)
    }
    if case .weekNumber(let week, _) = first, let piece = self[start], piece.isNumber, piece.digits <= 2,
      (week...53).contains(piece.value)
    {
      let after = yearAfter(start + 1, isDated: true)
      return .date(.range(first, .weekNumber(piece.value, year: after?.0)), next: after?.1 ?? start + 1)
    }
    guard let last = operand(at: start, after: .to) else { return nil }
    // "7.00 pm – 8.50 pm" is no day that the calendar does not have.
    guard case .date(let end, let next) = last else { return afterClock(start) == nil ? last : nil }
    guard first.canSpan(to: end) else { return nil }
    return .date(.range(first, end), next: next)
  }

  /// "in a day or two"
  private func lengthOrMore(_ first: DateExpression, _ index: Int, _ start: Int) -> DateOperand? {
    guard self[index]?[.relation] == DateWord.or.rawValue, case .offset(let steps, let base) = first, steps.count == 1,
      let step = steps.first, let more = count(at: start), more.value > step.count, isOver(more.next)
    else { return nil }
    return .date(.range(first, .offset([DateStep(more.value, step.unit)], from: base)), next: more.next)
  }

  /// "June 6 and 7": a number that nothing follows which it could count.
  private func isLastDay(_ index: Int) -> Bool {
    guard let found = dayNumber(at: index), numericDate(at: index) == nil else { return false }
    guard let after = neighbour(found.next) else { return true }
    return after.kind == .mark ? !isMark(found.next, ":%-/") : after.has(.follow)
  }

  private func isLength(_ index: Int) -> Bool {
    self[index]?[.unit] != nil || isMark(index, ":%") || has(index, .clock)
  }
}

extension DateExpression {
  /// "the last three months" end today, and nothing is due by then.
  var isBehind: Bool {
    guard case .range(.offset(let steps, .daysFromMeeting(0)), .daysFromMeeting(0)) = self else { return false }
    return steps.allSatisfy { $0.count < 0 }
  }

  func canSpan(to other: DateExpression) -> Bool {
    guard isAnchor, other.isAnchor, self != .meeting, other != .meeting else { return false }
    return isDay == other.isDay
  }

  /// "in the next three weeks", "in the next month": counted from the day, not in whole weeks or months.
  var exact: DateExpression? {
    switch self {
    case .following(let count, let unit): .within([DateStep(count, unit)])
    case .period(let unit, 1) where unit != .weekend: .within([DateStep(1, unit)])
    default: nil
    }
  }
}
