/// Finds what was heard at a place of the notes.
struct ItemIndex: Sendable {
  /// In the order of their starts.
  private var items: [(span: Span, subject: Sentence.Subject)] = []
  private var longest = 0

  init(_ meeting: Meeting) {
    for (index, action) in meeting.actions.enumerated() {
      for span in [action.span] + action.repeats { items.append((span, .action(index))) }
    }
    for (index, decision) in meeting.decisions.enumerated() {
      for span in [decision.span] + decision.repeats { items.append((span, .decision(index))) }
    }
    for (index, question) in meeting.questions.enumerated() {
      for span in [question.span] + question.repeats { items.append((span, .question(index))) }
    }
    for (index, remark) in meeting.remarks.enumerated() { items.append((remark.span, .remark(index))) }
    for (index, topic) in meeting.topics.enumerated() { items.append((topic.span, .topic(index))) }
    // What begins at the same place comes in the order it was listed.
    items = items.enumerated().sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }.map(\.element)
    longest = items.reduce(0) { max($0, $1.span.count) }
  }

  func touched(by span: Span) -> [Sentence.Subject] {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle].span.start + longest < span.start { low = middle + 1 } else { high = middle }
    }
    var found: [Sentence.Subject] = []
    while low < items.count, items[low].span.start < max(span.end, span.start + 1) {
      if items[low].span.overlaps(span) { found.append(items[low].subject) }
      low += 1
    }
    return found
  }
}
