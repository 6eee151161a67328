/// Whoever is asked says yes.
extension Expectation {
  static let assignmentIsAccepted = Expectation(
    "assignment-is-accepted", .listening, .note,
    yields: ["action-has-owner", "owner-is-a-person", "owner-was-present", "commitment-is-firm"],
    gathering: Gathering(
      what: "actions were asked for and not taken on", question: "Do those who were asked take these actions on?"),
    "Whoever is asked to do something takes it on in words."
  ) { check in
    for (index, action) in check.openActions where action.firmness == .asked && !action.owners.isEmpty {
      let owner = action.owners[0]
      // The reply stands close behind what was asked.
      let behind = Span(action.span.end, min(action.span.end + 200, check.document.notes.count))
      guard check.signs(.acceptance, in: behind).isEmpty else { continue }
      check.report(
        .action(index), at: action.span, about: action.text,
        "\(owner) was asked and has not said yes: \(check.quote(action.text))",
        asks: Finding.Asked(text: "Do you take this on: \(check.quote(action.text))?", to: owner))
    }
  }
}
