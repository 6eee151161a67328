/// Tells which of several dates holds for a task.
extension Hearing {
  /// "by": the first date that says so, or of one event and one day the day: "before next month's meeting (by 6 September)".
  func deadline(among mentions: ArraySlice<DateMention>, _ range: Range<Int>) -> DateMention? {
    let deadlines = mentions.filter { $0.isDeadline && !isOfOthers($0, range) }
    guard let first = deadlines.first else { return nil }
    if first.expression.isDay { return first }
    return deadlines.dropFirst().first { $0.expression.isDay && isBracketed($0) } ?? first
  }

  /// "Ben is away until 3 May, Ana to …", "send the plan, feedback by Friday": the last day of something else.
  func isOfOthers(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    let first = mention.tokens.lowerBound
    if mention.relation == .until, first > range.lowerBound, isBeforeOwner(mention, range, isApart: true) { return true }
    guard first > range.lowerBound + 1, tagger.lists.isResponse(tokens.tokens[first - 1].word) else { return false }
    return [0x2C, 0x3B, 0x28].contains(tokens.tokens[first - 2].mark)
  }

  private func isBracketed(_ mention: DateMention) -> Bool {
    mention.tokens.lowerBound > 0 && tokens.tokens[mention.tokens.lowerBound - 1].mark == 0x28
  }

  /// "due 12 September, now 26 September": the date that replaces the one in front of it.
  func replacement(among mentions: ArraySlice<DateMention>) -> DateMention? {
    zip(mentions, mentions.dropFirst()).reversed().first { old, new in
      let start = old.tokens.upperBound
      guard start < new.tokens.upperBound, new.tokens.lowerBound - start <= Hearing.replacingReach else { return false }
      return (start..<new.tokens.upperBound).contains { tagger.lists.isReplacing(tokens.tokens[$0].word) }
    }?.1
  }

  /// In tokens between two dates of which one replaces the other.
  private static let replacingReach = 4

  /// A last day without a year that can only be the one of next year, so that most likely it has passed.
  func isPassed(_ mention: DateMention, _ resolved: ResolvedDate) -> Bool {
    guard mention.isDeadline, mention.expression.lacksYear, let day = currentDay, let start = resolved.start else { return false }
    return start - day > Hearing.nearlyYear
  }

  /// In days.
  private static let nearlyYear = 330
}
