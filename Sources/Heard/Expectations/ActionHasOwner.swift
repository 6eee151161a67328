/// Every action names somebody who will do it.
extension Expectation {
  static let actionHasOwner = Expectation(
    "action-has-owner", .expectations, .warning,
    gathering: Gathering(what: "actions have no owner", question: "Who will do each of these actions?", from: 5),
    "Every action names somebody who will do it."
  ) { check in
    // What is settled ("keep the old format") is done by being settled, where nobody is named for it.
    let settled = Set(check.meeting.decisions.map(\.span.start))
    for (index, action) in check.openActions
    where action.owners.isEmpty && action.isMeant && !settled.contains(action.span.start) {
      let to = check.answering(check.areas(ofAction: index))
      check.report(
        .action(index), at: action.span, about: action.text, "nobody is named for \(check.quote(action))",
        asks: Finding.Asked(text: "Who will do this: \(check.quote(action))?", to: to))
    }
  }
}
