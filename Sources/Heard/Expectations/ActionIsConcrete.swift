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
      // What is vague must be the task, not something said beside it.
      let vague = check.signs(.vague, in: action.span).contains { 2 * $0.span.count >= action.text.utf8.count }
      guard vague, action.isATask, !check.has(.concrete, in: action.span) else {
        continue
      }
      check.report(
        .action(index), at: action.span, about: action.text, "one cannot tell when \(check.quote(action)) is done",
        asks: Finding.Asked(
          text: "What will be there when \(check.quote(action)) is done?", to: check.answering(action: index)))
    }
  }
}
