/// Finds out when the next meeting is, where the notes say it, for what is due by then.
import HeardGrammar

extension Hearing {
  /// "Next meeting: 3 June" among the fields at the head or the end.
  mutating func readNextMeeting() {
    for field in fields where field.role == "next" {
      load(field.block)
      for mention in dates where field.span.contains(span(mention.tokens)) { takeNextMeeting(mention) }
    }
  }

  /// Finds the headings "Next meeting", before anything below them is taken for the day of this one.
  mutating func findNextMeetingScopes() {
    for (index, scope) in outline.scopes.enumerated() where scope.kind != .document && scope.block >= 0 {
      guard scope.title.count < 60 else { continue }
      read(leaf: scope.block)
      guard let match = matcher.matchWhole(.field, tokens, range: 0..<tokens.tokens.count, preferring: spoken),
        grammar.cues[Int(match.cue)].role == "next"
      else { continue }
      nextMeetingScopes.insert(index)
    }
  }

  /// The first date under a heading "Next meeting".
  mutating func noteNextMeeting(under block: Int) {
    guard nextDay == nil, nextMeetingScopes.contains(Int(outline.scopeOfBlock[block])) else { return }
    for mention in dates { takeNextMeeting(mention) }
  }

  /// "The next meeting is on 3 June."
  mutating func noteNextMeeting(in heard: [SentenceCues]) {
    for sentence in heard {
      for match in sentence.matches where cue(match).kind == .status && cue(match).role == "next" {
        for mention in dates
        where mention.tokens.lowerBound >= match.range.lowerBound
          && mention.tokens.upperBound <= sentence.range.upperBound
        {
          takeNextMeeting(mention)
        }
      }
    }
  }

  private mutating func takeNextMeeting(_ mention: DateMention) {
    // In notes of several meetings each has its own next one.
    guard nextDay == nil, dayOfScope.count == 0 else { return }
    let found = mention.resolved(on: day, dialect: dialect)
    guard found.precision == .day, !found.isAmbiguous, !found.contradictsWeekday, let start = found.start,
      start == found.end
    else { return }
    if let day, start <= day { return }
    nextDay = start
  }

  /// Gives what is due by the next meeting its day, once all is read.
  mutating func resolveNextMeeting() {
    guard let nextDay else { return }
    dateReaders.turn(to: language.ofDocument, language.set(language.ofDocument))
    for index in candidates.indices {
      guard var due = candidates[index].due, due.precision == .event, due.date == nil else { continue }
      guard let mention = dateReaders.reader.dates(in: Array(due.text.utf8), isAnswer: true).first else { continue }
      let found = mention.resolved(on: day, dialect: options.dialect ?? dateReaders.dialect, nextMeeting: nextDay)
      guard found.precision == .day, let start = found.start, let end = found.end, start <= end else { continue }
      due.date = found.due ?? start
      due.period = start...end
      candidates[index].due = due
    }
  }
}
