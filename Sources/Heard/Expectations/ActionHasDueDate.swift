/// Every action says by when.
extension Expectation {
  static let actionHasDueDate = Expectation(
    "action-has-due-date", .reliability, .warning, yields: ["action-has-owner", "owner-is-a-person"],
    gathering: Gathering(what: "actions have no due date", question: "By when is each of these actions to be done?"),
    "Every action says by when it will be done."
  ) { check in
    for (index, action) in check.openActions
    where action.due == nil && (!action.owners.isEmpty || action.isMeant) {
      check.report(
        .action(index), at: action.span, about: action.text, "no day is named for \(check.quote(action.text))",
        asks: Finding.Asked(text: "By when: \(check.quote(action.text))?", to: check.answering(action: index)))
    }
  }
}
