/// A disagreement comes to an end, or to a next step.
extension Expectation {
  static let disagreementIsSettled = Expectation(
    "disagreement-is-settled", .conflict, .warning,
    "A disagreement ends in a decision or an agreement, or somebody takes on to settle it."
  ) { check in
    let meeting = check.meeting
    // An objection to what was decided all the same is told with the decision.
    let dissent = Set(meeting.decisions.flatMap(\.dissent))
    var lastEnd: Int?
    for (index, remark) in meeting.remarks.enumerated()
    where remark.kind == .disagreement && !dissent.contains(remark.text) {
      // "We did not settle this", right behind it, is the same one.
      let isTold = lastEnd.map { remark.span.start >= $0 && remark.span.start - $0 <= 3 } ?? false
      lastEnd = remark.span.end
      guard !isTold, check.isLeft(remark: index) else { continue }
      check.report(
        .remark(index), at: remark.span, about: remark.text, "\(check.quote(remark.text)) stays unsettled",
        asks: Finding.Asked(
          text: "What would settle this: \(check.quote(remark.text))?", to: remark.by ?? meeting.chair))
    }
  }
}
