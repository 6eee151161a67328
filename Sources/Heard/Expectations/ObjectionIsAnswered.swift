/// An objection gets a reply.
extension Expectation {
  static let objectionIsAnswered = Expectation(
    "objection-is-answered", .conflict, .note,
    "Where somebody objects to a decision, the notes tell what was said to it."
  ) { check in
    for (index, decision) in check.meeting.decisions.enumerated() {
      guard let objection = decision.dissent.first else { continue }
      let around = Span(decision.span.start, min(decision.span.end + 400, check.document.notes.count))
      guard check.signs(.side, in: around).isEmpty, check.signs(.settlement, in: around).isEmpty else { continue }
      check.report(
        .decision(index), at: decision.span, about: decision.text,
        "nothing is said to the objection “\(objection)” to \(check.quote(decision.text))",
        asks: Finding.Asked(text: "What is the answer to “\(objection)”?", to: decision.by.first ?? check.meeting.chair)
      )
    }
  }
}
