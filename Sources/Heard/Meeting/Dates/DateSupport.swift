/// Tells dates from other words: "May" from "may", "the 3rd" from "the 3rd attempt".
extension DateRun {
  /// A wrong date is worse than none: what could be something else needs a word beside it that makes it a date.
  func isSupported(_ date: DateExpression, _ pieces: Range<Int>, _ words: [DateWord]) -> Bool {
    guard let first = self[pieces.lowerBound] else { return false }
    switch date {
    case .month(_, _, nil) where namesEvent(pieces), .part(_, _, _) where namesEvent(pieces): return false
    case .month(_, nil, nil): return isMonth(first, pieces, words)
    // "May or June will join us"
    case .range(.month(_, nil, nil), .month) where pieces.contains { self[$0]?[.relation] == DateWord.or.rawValue }:
      return isMonth(first, pieces, words)
    case .weekday(_, nil):
      return !isPartOfName(pieces.upperBound) && (!first.has(.doubtful) || isWeekday(first, pieces, words))
    case .dayOfMonth(_, nil), .range(.dayOfMonth(_, nil), .dayOfMonth(_, nil)): return isDayOfMonth(pieces, words)
    case .date(nil, _, _, nil): return !isVerb(first, pieces, words)
    case .daysFromMeeting where first.has(.now): return false
    case .daysFromMeeting(0): return !isOfItsTime(pieces.upperBound)
    // "At the end of the day" is said of all that matters.
    case .dayEnd: return words.last != .at
    case .feast, .turned(.feast, _): return isFeast(pieces, first.has(.turn) ? [.on] : words)
    case .meeting: return !words.isEmpty || isWhole || isLed(pieces.lowerBound)
    case .period(let unit, let turn): return unit != .day || turn != 0
    case .offset(_, .meeting): return true
    case .offset(let steps, .daysFromMeeting(0)):
      return steps.allSatisfy { $0.unit != .hour || $0.count % 24 == 0 }
    // "1h" is an hour; "1H" a half year.
    case .part(let number, .half, nil):
      return number <= 2 && (self[pieces.lowerBound + (first.isNumber ? 1 : 0)]?.isCapital ?? false)
    case .part(_, .quarter, nil): return !isLabel(pieces, words)
    default: return true
    }
  }

  /// "for the next meeting"
  private func isLed(_ index: Int) -> Bool {
    let before = has(index - 1, .article) ? index - 2 : index - 1
    return neighbour(before)?.has(.meetingLead) ?? false
  }

  /// "by the December meeting", "the Q3 review": when that is, nobody says.
  private func namesEvent(_ pieces: Range<Int>) -> Bool {
    guard has(pieces.lowerBound - 1, .article), let after = neighbour(pieces.upperBound) else { return false }
    return after.isWord && !after.has(.follow)
  }

  /// "in May", "March" alone, "early march"; not "may", "march", "Jan" the person.
  private func isMonth(_ piece: DatePiece, _ pieces: Range<Int>, _ words: [DateWord]) -> Bool {
    if !piece.has(.doubtful) { return isWhole || piece.isCapital || !words.isEmpty }
    if isWhole, words.isEmpty { return piece.isCapital }
    let ties: [DateWord] = [.by, .before, .until, .in, .from, .since, .after, .between, .within]
    guard words.contains(where: { ties.contains($0) }) || words.last == .at else { return false }
    return piece.isCapital || words.last == .in
  }

  /// "Q1: which …?" numbers a question; "second quarter-final".
  private func isLabel(_ pieces: Range<Int>, _ words: [DateWord]) -> Bool {
    guard words.isEmpty, let after = neighbour(pieces.upperBound), after.isGlued else { return false }
    if after.isMark("-") { return neighbour(pieces.upperBound + 1).map { $0.isGlued && $0.isWord } ?? false }
    return after.isMark(":") && neighbour(pieces.lowerBound - 1)?.isWord != true
  }

  /// "monday.com", "fri-bot"
  private func isPartOfName(_ index: Int) -> Bool {
    guard let mark = neighbour(index), mark.isGlued, mark.isMark(".") || mark.isMark("-"),
      let after = neighbour(index + 1)
    else { return false }
    return after.isGlued && after.isWord && !after.has(.weekday) && !after.has(.clock) && !after.has(.daytime)
  }

  /// "today's world"; not "today's meeting".
  private func isOfItsTime(_ index: Int) -> Bool {
    guard let mark = neighbour(index), mark.has(.possessive) else { return false }
    return !(neighbour(index + 1)?.has(.event) ?? false)
  }

  /// "before Christmas", not "the Christmas party".
  private func isFeast(_ pieces: Range<Int>, _ words: [DateWord]) -> Bool {
    guard let after = neighbour(pieces.upperBound) else { return isWhole || !words.isEmpty }
    return !words.isEmpty && (!after.isWord || after.has(.follow))
  }

  /// "Sun" and "sat" alone, or "on Sat".
  private func isWeekday(_ piece: DatePiece, _ pieces: Range<Int>, _ words: [DateWord]) -> Bool {
    if isWhole { return true }
    guard pieces.count <= 2 else { return true }
    return piece.isCapital && !words.isEmpty && words.last != .in
  }

  /// "the 14th", "on the first"; not "the 3rd attempt", "the second half".
  private func isDayOfMonth(_ pieces: Range<Int>, _ words: [DateWord]) -> Bool {
    guard let first = self[pieces.lowerBound] else { return false }
    if first.isNumber, isAll(pieces) { return true }
    // Behind "zum 14." a noun is what is counted, and nouns are capital where a full stop marks ordinals.
    let isDotted = neighbour(pieces.upperBound - 1)?.isMark(".") ?? false
    if let after = neighbour(pieces.upperBound), after.isWord,
      !after.has(.follow) && !(isDotted && !after.isCapital) || after.isGlued
    {
      return false
    }
    if let after = neighbour(pieces.upperBound), after.isMark("-"), after.isGlued { return false }
    let hasArticle = has(pieces.lowerBound - 1, .article)
    let ties: [DateWord] = [.by, .before, .until, .on, .from, .since, .after, .between]
    let isTied = words.contains { ties.contains($0) }
    return first.isNumber ? hasArticle || isTied : hasArticle && isTied
  }

  /// "They may 5 times …", "we march 10 miles": a verb between ordinary words.
  private func isVerb(_ piece: DatePiece, _ pieces: Range<Int>, _ words: [DateWord]) -> Bool {
    // "may 3 of us …"
    if piece.has(.doubtful), piece.has(.month), !piece.isCapital, neighbour(pieces.upperBound)?.has(.of) == true {
      return true
    }
    guard piece.has(.doubtful), piece.has(.month), !piece.isCapital, words.isEmpty, pieces.count == 2 else {
      return false
    }
    let before = neighbour(pieces.lowerBound - 1)?.isWord ?? false
    let after = neighbour(pieces.upperBound)?.isWord ?? false
    return before && after
  }
}
