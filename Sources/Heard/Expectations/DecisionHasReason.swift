/// A decision says why.
extension Expectation {
  static let decisionHasReason = Expectation(
    "decision-has-reason", .transparency, .note,
    gathering: Gathering(what: "decisions give no reason", question: "Why was each of these decided?"),
    "A decision says why, so that it can be understood by those who were not there."
  ) { check in
    for (index, decision) in check.meeting.decisions.enumerated() where decision.reason == nil {
      guard check.signs(.reason, in: decision.span).isEmpty else { continue }
      check.report(
        .decision(index), at: decision.span, about: decision.text,
        "no reason is given for \(check.quote(decision.text))",
        asks: Finding.Asked(
          text: "Why was this decided: \(check.quote(decision.text))?", to: decision.by.first ?? check.meeting.chair))
    }
  }
}
