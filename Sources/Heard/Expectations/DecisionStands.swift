/// What was settled stands, or the notes say why not.
extension Expectation {
  static let decisionStands = Expectation(
    "decision-stands", .transparency, .warning, "A decision that undoes an earlier one says why."
  ) { check in
    for (index, decision) in check.meeting.decisions.enumerated() where decision.reason == nil {
      guard let reversal = check.signs(.reversal, in: decision.span).first,
        check.signs(.reason, in: decision.span).isEmpty
      else { continue }
      check.report(
        .decision(index), at: decision.span, about: decision.text,
        "\(check.quote(decision.text)) undoes what was settled before and does not say why",
        asks: Finding.Asked(
          text: "What has changed since the earlier decision: \(check.quote(decision.text))?",
          to: decision.by.first ?? check.meeting.chair),
        related: [Finding.Related(span: reversal.span, message: "these words undo it")])
    }
  }
}
