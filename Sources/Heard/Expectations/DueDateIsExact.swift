/// A due date names a day or a week.
extension Expectation {
  static let dueDateIsExact = Expectation(
    "due-date-is-exact", .reliability, .note, "A due date names a day, or a week."
  ) { check in
    for (index, action) in check.openActions {
      guard let due = action.due, due.date == nil, due.precision != .day, due.precision != .week else { continue }
      check.report(
        .action(index), at: due.span, about: action.text,
        "“\(due.text)” names no day for \(check.quote(action.text))",
        asks: Finding.Asked(
          text: "Which day is “\(due.text)” for \(check.quote(action.text))?", to: check.answering(action: index)))
    }
  }
}
