/// A disagreement comes to an end, or to a next step.
extension Expectation {
  static let disagreementIsSettled = Expectation(
    "disagreement-is-settled", .conflict, .warning,
    "A disagreement ends in a decision or an agreement, or somebody takes on to settle it."
  ) { check in
    let meeting = check.meeting
    var lastOfTopic: [Int?: Int] = [:]
    for (topic, span) in meeting.decisions.map({ ($0.topic, $0.span) }) + meeting.actions.map({ ($0.topic, $0.span) }) {
      lastOfTopic[topic] = max(lastOfTopic[topic] ?? -1, span.start)
    }
    for (index, remark) in meeting.remarks.enumerated() where remark.kind == .disagreement {
      if let settled = lastOfTopic[remark.topic], settled > remark.span.start { continue }
      let rest = check.rest(ofTopic: remark.topic, from: remark.span.start)
      guard check.signs(.settlement, in: rest).isEmpty else { continue }
      check.report(
        .remark(index), at: remark.span, about: remark.text, "\(check.quote(remark.text)) stays unsettled",
        asks: Finding.Asked(
          text: "What would settle this: \(check.quote(remark.text))?", to: remark.by ?? meeting.chair))
    }
  }
}
