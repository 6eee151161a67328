/// Where people differ, the notes have both views.
extension Expectation {
  static let bothSidesAreHeard = Expectation(
    "both-sides-are-heard", .conflict, .note, yields: ["disagreement-is-settled"],
    "Where people differ, the notes tell what each side says."
  ) { check in
    for (index, remark) in check.meeting.remarks.enumerated() where remark.kind == .disagreement {
      // The other view stands close by: in the words before or behind.
      let around = Span(max(0, remark.span.start - 300), min(remark.span.end + 400, check.document.notes.count))
      guard !check.has(.side, in: around), !check.othersSpeak(around: remark.span),
        !check.isTakenUp(remark.span, topic: remark.topic)
      else { continue }
      check.report(
        .remark(index), at: remark.span, about: remark.text, "only one side is heard: \(check.quote(remark.text))",
        asks: Finding.Asked(
          text: "What does the other side say to \(check.quote(remark.text))?", to: check.meeting.chair))
    }
  }
}

extension Checking {
  /// Somebody else's turn stands right before the turn that a span is in: in a transcript that is the other side.
  fileprivate func othersSpeak(around span: Span) -> Bool {
    let turns = meeting.turns
    var (low, high) = (0, turns.count)
    while low < high {
      let middle = (low + high) / 2
      if turns[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 1, let speaker = turns[low - 1].speaker, let other = turns[low - 2].speaker else { return false }
    return speaker != other
  }
}
