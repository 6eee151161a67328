/// Finds out when an action is due.
extension Hearing {
  /// When an action is due: the date behind "by" or "before"; else the last date that is still ahead.
  ///
  /// - Parameter isAnswer: the words answer "when?", as a column for due dates does: any date there is it, ahead or overdue.
  func due(in range: Range<Int>, isAnswer: Bool = false) -> Due? {
    guard let mention = dueMention(in: range, isAnswer) else { return nil }
    let resolved = mention.resolved(on: currentDay, dialect: dialect, nextMeeting: nil)
    var due = Due(
      date: nil, period: nil, precision: resolved.precision, text: string(mention.tokens), span: span(mention.tokens))
    // "In the next few days" is no day, and neither is "by Thursday or Friday".
    let isChoice = mention.tokens.contains { tagger.lists.isChoice(tokens.tokens[$0].word) } || isRough(mention)
    let isOneDay =
      isAnswer || mention.isDeadline && !isChoice || !isRough(mention) && (resolved.end == nil || resolved.start == resolved.end)
    if resolved.precision == .day, isOneDay, !resolved.isAmbiguous, !mention.isStart {
      due.date = resolved.due ?? resolved.start
    }
    // "by 12 September", read out days behind it, is more likely late than a year ahead.
    if !isAnswer, isPassed(mention, resolved) {
      due.date = nil
      return due
    }
    if !isRough(mention), let start = resolved.start, let end = resolved.end, start <= end { due.period = start...end }
    return due
  }

  /// The date of the range that says when its task is due.
  private func dueMention(in range: Range<Int>, _ isAnswer: Bool) -> DateMention? {
    var first = 0
    var behind = dates.count
    while first < behind {
      let middle = (first + behind) / 2
      if dates[middle].tokens.upperBound <= range.lowerBound { first = middle + 1 } else { behind = middle }
    }
    let mentions = dates[first...].prefix { $0.tokens.lowerBound < range.upperBound }
    if mentions.isEmpty { return nil }
    if let last = replacement(among: mentions) { return last }
    return deadline(among: mentions, range) ?? mentions.prefix(1).first(where: { leads($0, range) })
      ?? mentions.last {
        (isAnswer || isAhead($0)) && !isOfItsVerb($0, range) && !isOfPerfect($0, range) && !isOfBooking($0, range)
          && !isOfOtherClause($0, range) && !isDoubted($0, range) && !isAttribute($0, range) && !isAside($0, range)
          && !isEntryDay($0, range) && !isOfOthers($0, range)
      }
  }

  /// "15 May (Ana): order the lamps today": a day ahead that is set in front of the task like a label.
  private func leads(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    let behind = mention.tokens.upperBound
    guard mention.tokens.lowerBound == range.lowerBound, behind < range.upperBound, isAhead(mention) else { return false }
    return tokens.tokens[behind].mark == 0x3A || tokens.tokens[behind].mark == 0x28
  }

  /// "20260504" and nothing else in a column for due dates: elsewhere eight digits may number anything.
  func undashedDue() -> Due? {
    guard tokens.tokens.count == 1, tokens.tokens[0].kind == .number, tokens.tokens[0].range.count == 8 else { return nil }
    let digits = string(0..<1)
    let (year, rest) = (digits.prefix(4), digits.dropFirst(4))
    guard let day = Day(iso: "\(year)-\(rest.prefix(2))-\(rest.suffix(2))") else { return nil }
    return Due(date: day, period: day...day, precision: .day, text: digits, span: span(0..<1))
  }

  /// When the task of a line is due. Of the sentences around the one that says what is to be done only a deadline counts, or one that is
  /// hardly more than its date: "We aim for 5 December. We will write once …" is due on no day.
  func due(in unit: Unit, behind best: CueMatch?) -> Due? {
    guard let best, let own = unit.sentences.first(where: { $0.range.contains(best.range.lowerBound) }) else {
      return due(in: unit.range)
    }
    if let due = due(in: own.range) { return due }
    for sentence in unit.sentences where sentence.range != own.range {
      // The day in "ACTION 2026-05-04: …" is the one on which it was given.
      let isShort = !sentence.isMarker && sentence.range.count { tokens.tokens[$0].kind == .word } <= Hearing.barelyMore
      let hasDeadline = dates.contains { $0.isDeadline && sentence.range.contains($0.tokens.lowerBound) }
      if isShort || hasDeadline, let due = due(in: sentence.range) { return due }
    }
    return nil
  }

  private static let barelyMore = 5

  /// "Over the next day or so", "end of May/early June".
  private func isRough(_ mention: DateMention) -> Bool {
    let (first, behind) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    if first > 1, tokens.tokens[first - 1].mark == 0x2F, dates.contains(where: { $0.tokens.upperBound == first - 1 }) { return true }
    guard behind < tokens.tokens.count else { return false }
    return tagger.lists.isChoice(tokens.tokens[behind].word)
      || tokens.tokens[behind].mark == 0x2F && !tokens.tokens[behind].flags.contains(.spaceBefore)
  }

  /// "Ana (by 7 December): …". In front of talk only a deadline counts: other days there are those on which it was said.
  func labelDue(_ unit: Unit, isWhole: Bool) -> Due? {
    guard !unit.label.isEmpty else { return nil }
    let hasDeadline = dates.contains { $0.isDeadline && unit.label.contains($0.tokens.lowerBound) }
    return isWhole || hasDeadline ? due(in: unit.label) : nil
  }

  /// When the task in a sentence is due. What stands on lines above the one that it begins on, as in a list that is written as a
  /// paragraph, only counts where it is a deadline.
  func due(in sentence: Range<Int>, before task: CueMatch) -> Due? {
    let begin = task.range.lowerBound
    guard begin > sentence.lowerBound,
      tokens.tokens[begin].flags.contains(.lineStart)
        || tokens.tokens[begin - 1].mark == 0x2D && tokens.tokens[begin - 1].flags.contains(.lineStart)
    else { return due(in: sentence) }
    if let own = due(in: begin..<sentence.upperBound) { return own }
    let isDeadline = dates.contains { $0.isDeadline && sentence.contains($0.tokens.lowerBound) }
    return isDeadline ? due(in: sentence) : nil
  }

  /// "… as the lease ends in May", "the meeting on 9 May", "the May call", "check the list (on 8 March)", "9 May @ 16:00 Ana to …": the date says
  /// when the lease ends, the meeting is or the list is checked, not when the task is due.
  private func isOfItsVerb(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    var index = mention.tokens.lowerBound - 1
    let behind = mention.tokens.upperBound
    if behind < range.upperBound, tokens.tokens[behind].mark == 0x40 { return true }
    if behind < range.upperBound, tagger.lists.isDatedVerb(tokens.tokens[behind].word) { return !isForMeeting(mention, range) }
    if index > range.lowerBound, isShort(index) { index -= 1 }
    if index > range.lowerBound, tokens.tokens[index].mark == 0x28, isShort(index + 1) { return true }
    return index > range.lowerBound && tagger.lists.isDatedVerb(tokens.tokens[index].word)
  }

  /// "… at the 9 May meeting", "for the 9 May call": a task for a meeting that is soon is due then.
  private func isForMeeting(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    let resolved = mention.resolved(on: currentDay, dialect: dialect, nextMeeting: nil)
    guard resolved.precision == .day, let day = currentDay, let last = resolved.end ?? resolved.start,
      last - day <= Hearing.soon
    else { return false }
    let first = mention.tokens.lowerBound
    let lead = first > range.lowerBound && tagger.lists.isArticle(tokens.tokens[first - 1].word) ? first - 2 : first - 1
    return [first, lead].contains { $0 >= range.lowerBound && tagger.lists.isBeforeDate(tokens.tokens[$0].word) }
  }

  /// "Book the hall 5 May for the fair", "book the hall on 5 May": the day of what is booked.
  private func isOfBooking(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    let first = mention.tokens.lowerBound
    guard range.lowerBound < first, tokens.tokens[first - 1].kind == .word else { return false }
    return (max(range.lowerBound, first - Hearing.bookingReach)..<first - 1).contains { tagger.lists.isBooking(tokens.tokens[$0].word) }
  }

  /// In tokens: a verb of booking further in front is of something else.
  private static let bookingReach = 16

  /// In days: a later one may as well be over, and of a year that is not told.
  private static let soon = 100

  /// "on", "at"
  private func isShort(_ index: Int) -> Bool {
    tokens.tokens[index].kind == .word && tokens.tokens[index].range.count <= 2
  }

  /// "I haven't asked her in a week": how long ago, and no day ahead.
  private func isOfPerfect(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    let first = max(range.lowerBound, mention.tokens.lowerBound - 7)
    guard first + 1 < mention.tokens.lowerBound else { return false }
    return (first + 1..<mention.tokens.lowerBound).contains {
      tagger.lists.isNegation(tokens.tokens[$0].word) && tagger.lists.isPerfect(tokens.tokens[$0 - 1].word)
    }
  }

  /// "As we are out of time today, Ben to …", "Ben to …, and we meet in two weeks": the day of a clause with a verb of its own.
  private func isOfOtherClause(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    guard let first = range.first, start > first else { return false }
    if tagger.lists.isReason(tokens.tokens[first].word) {
      return rest(of: range, behind: mention).contains { tokens.tokens[$0].mark == 0x2C }
    }
    if isBeforeOwner(mention, range) { return true }
    guard let comma = (first..<start).last(where: { tokens.tokens[$0].mark == 0x2C }), comma > first else {
      return false
    }
    let next = comma + 1
    let subject = tagger.lists.isConjunction(tokens.tokens[next].word) ? next + 1 : next
    return subject < start && tagger.lists.isSubject(tokens.tokens[subject].word)
  }

  /// "Seed swap on 21 March in the hut, Ben to …", "No decision today; Ben to …": the day of what stands in front of whoever has a task.
  ///
  /// - Parameter isApart: also right behind the date a comma ends what it is of.
  func isBeforeOwner(_ mention: DateMention, _ range: Range<Int>, isApart: Bool = false) -> Bool {
    rest(of: range, behind: mention).dropLast(2).contains { index in
      let mark = tokens.tokens[index].mark
      guard mark == 0x3B || mark == 0x2C && (isApart || index > mention.tokens.upperBound),
        case let behind = Int(tokens.personEnd[index + 1]),
        behind > index + 1, behind + 1 < range.upperBound
      else { return false }
      return tagger.lists.isInfinitive(tokens.tokens[behind].word, tokens.tokens[behind + 1].word)
        || tagger.lists.isPromising(tokens.tokens[behind].word)
    }
  }

  /// "… the minutes of the 7 May meeting", "Announce the 7 May show": the date says which minutes, and which show.
  private func isAttribute(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    var index = mention.tokens.lowerBound - 1
    var hasArticle = tagger.lists.isArticle(tokens.tokens[index + 1].word)
    if index > range.lowerBound, tagger.lists.isArticle(tokens.tokens[index].word) { (index, hasArticle) = (index - 1, true) }
    if hasArticle, index == range.lowerBound, tagger.lists.isTask(tokens.tokens[index].word) { return true }
    return index > range.lowerBound && tagger.lists.isOfDate(tokens.tokens[index].word)
  }

  /// What of the words stands behind a date, which may begin in front of them, "due: 1 March", or end behind them.
  private func rest(of range: Range<Int>, behind mention: DateMention) -> Range<Int> {
    let end = mention.tokens.upperBound
    return end..<max(end, range.upperBound)
  }

  /// "… (draft sent 3 May)": what brackets tell beside the task.
  private func isAside(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    let first = mention.tokens.lowerBound
    let before = min(first, max(range.lowerBound, first - Hearing.longestAside))..<first
    let behind = rest(of: range, behind: mention).prefix(Hearing.longestAside)
    guard let open = before.last(where: { [0x28, 0x29, 0x5B, 0x5D].contains(tokens.tokens[$0].mark) }),
      tokens.tokens[open].mark == 0x28 || tokens.tokens[open].mark == 0x5B,
      let close = behind.first(where: { tokens.tokens[$0].mark == 0x29 || tokens.tokens[$0].mark == 0x5D })
    else { return false }
    var index = open + 1
    while index < close {
      let end = Int(tokens.personEnd[index])
      if end <= index, !mention.tokens.contains(index), tokens.tokens[index].kind == .word, !isShort(index) { return true }
      index = max(index + 1, end)
    }
    return false
  }

  /// In tokens.
  private static let longestAside = 10

  /// "19/11 - Ana to print it": on the meeting's own day the day in front is the one of the entry.
  private func isEntryDay(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    let behind = mention.tokens.upperBound
    guard mention.tokens.lowerBound == range.lowerBound, behind < range.upperBound, tokens.tokens[behind].mark == 0x2D else {
      return false
    }
    let resolved = mention.resolved(on: currentDay, dialect: dialect, nextMeeting: nil)
    return resolved.precision == .day && resolved.start == currentDay
  }

  /// "… (3 May call?)": a guess in brackets.
  private func isDoubted(_ mention: DateMention, _ range: Range<Int>) -> Bool {
    guard let close = rest(of: range, behind: mention).prefix(4).first(where: { tokens.tokens[$0].mark == 0x29 }), close > range.lowerBound
    else {
      return false
    }
    return tokens.tokens[close - 1].mark == 0x3F
  }

  private func isAhead(_ mention: DateMention) -> Bool {
    if mention.isStart { return false }
    let resolved = mention.resolved(on: currentDay, dialect: dialect, nextMeeting: nil)
    guard let day = currentDay, let last = resolved.end ?? resolved.start else {
      return resolved.precision == .event || resolved.precision == .vague || currentDay == nil && mention.expression.pointsAhead
    }
    return last >= day
  }

  /// The words of a task without the date at their end.
  func withoutDue(_ candidate: Candidate) -> String {
    guard let due = candidate.due, candidate.text.hasSuffix(due.text),
      candidate.text.utf8.count > due.text.utf8.count + 8
    else { return candidate.text }
    var shorter = candidate.text.dropLast(due.text.count)
    while let last = shorter.last, " ,-–—→>".contains(last) { shorter.removeLast() }
    if let word = shorter.split(separator: " ").last, tagger.lists.isBeforeDate(word) {
      shorter = shorter.dropLast(word.count)
      while shorter.last == " " { shorter.removeLast() }
    }
    return String(shorter)
  }

  /// "DEADLINE: …" or "due …" and nothing else: when the action right before it is due.
  mutating func takeDue(_ range: Range<Int>) -> Bool {
    guard let last = candidates.indices.last, candidates[last].kind == .action, candidates[last].due == nil,
      candidates[last].utterance == utterances.count - 1,
      dates.contains(where: { $0.isDeadline && range.contains($0.tokens.lowerBound) }),
      range.allSatisfy({ index in
        dates.contains { $0.tokens.contains(index) } || tokens.tokens[index].kind == .punctuation
      })
    else { return false }
    candidates[last].due = due(in: range)
    return true
  }
}
