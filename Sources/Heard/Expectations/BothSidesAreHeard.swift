/// Where people differ, the notes have both views.
extension Expectation {
  static let bothSidesAreHeard = Expectation(
    "both-sides-are-heard", .conflict, .note, yields: ["disagreement-is-settled"],
    "Where people differ, the notes tell what each side says."
  ) { check in
    for (index, remark) in check.meeting.remarks.enumerated() where remark.kind == .disagreement {
      // The other view stands close by: in the words before or behind.
      let around = Span(max(0, remark.span.start - 300), min(remark.span.end + 400, check.document.notes.count))
      guard check.signs(.side, in: around).isEmpty else { continue }
      check.report(
        .remark(index), at: remark.span, about: remark.text, "only one side is told of \(check.quote(remark.text))",
        asks: Finding.Asked(
          text: "What does the other side say to \(check.quote(remark.text))?", to: check.meeting.chair))
    }
  }
}
