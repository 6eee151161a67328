extension Hearing {
  /// When an action is due: the date behind "by" or "before"; else the last date that is still ahead.
  func due(in range: Range<Int>) -> Due? {
    let mentions = dates.filter { range.overlaps($0.tokens) }
    guard let mention = mentions.first(where: \.isDeadline) ?? mentions.last(where: { isAhead($0) }) else { return nil }
    let resolved = mention.resolved(on: day, dialect: dialect, nextMeeting: nil)
    var due = Due(date: nil, period: nil, precision: resolved.precision, text: string(mention.tokens), span: span(mention.tokens))
    if resolved.precision == .day, !resolved.isAmbiguous { due.date = resolved.due ?? resolved.start }
    if let start = resolved.start, let end = resolved.end, start <= end { due.period = start...end }
    return due
  }

  private func isAhead(_ mention: DateMention) -> Bool {
    let resolved = mention.resolved(on: day, dialect: dialect, nextMeeting: nil)
    guard let day, let last = resolved.end ?? resolved.start else { return resolved.precision == .event }
    return last > day
  }
}
