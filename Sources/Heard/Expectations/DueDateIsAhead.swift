/// A due date is not past when it is set.
extension Expectation {
  static let dueDateIsAhead = Expectation(
    "due-date-is-ahead", .reliability, .warning, "What is to be done is due after the meeting, not before it."
  ) { check in
    for (index, action) in check.openActions where !action.isCarriedOver {
      guard let due = action.due, let last = due.date ?? due.period?.upperBound, let day = action.day, last < day else {
        continue
      }
      check.report(
        .action(index), at: due.span, about: action.text,
        "\(check.quote(action.text)) is due on \(last), before the meeting of \(day)",
        asks: Finding.Asked(text: "By when is \(check.quote(action.text)) due now?", to: check.answering(action: index))
      )
    }
  }
}
