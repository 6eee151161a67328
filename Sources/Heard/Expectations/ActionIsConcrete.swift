/// An action says what will be there when it is done.
extension Expectation {
  static let actionIsConcrete = Expectation(
    "action-is-concrete", .expectations, .note,
    yields: ["action-has-owner", "owner-is-a-person", "commitment-is-firm"],
    gathering: Gathering(
      what: "actions do not say when they are done", question: "What will be there when each of these is done?"),
    "One can tell when an action is done."
  ) { check in
    for (index, action) in check.openActions {
      guard !check.signs(.vague, in: action.span).isEmpty, check.signs(.concrete, in: action.span).isEmpty else {
        continue
      }
      check.report(
        .action(index), at: action.span, about: action.text, "one cannot tell when \(check.quote(action.text)) is done",
        asks: Finding.Asked(
          text: "What will be there when \(check.quote(action.text)) is done?", to: check.answering(action: index)))
    }
  }
}
