/// Something is done about what went wrong.
extension Expectation {
  static let setbackHasAction = Expectation(
    "setback-has-action", .communication, .warning,
    "Where something went wrong, somebody takes on what follows, or it is settled."
  ) { check in
    let meeting = check.meeting
    for (index, remark) in meeting.remarks.enumerated()
    where remark.kind == .setback && check.lastOutcome[remark.topic ?? -1] == nil && !check.has(.underway, in: remark.span) {
      check.report(
        .remark(index), at: remark.span, about: remark.text,
        "nobody takes on what follows from \(check.quote(remark.text))",
        asks: Finding.Asked(
          text: "What is to be done about \(check.quote(remark.text))?", to: remark.by ?? check.meeting.chair))
    }
  }
}
