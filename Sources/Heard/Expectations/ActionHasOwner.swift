/// Every action names somebody who will do it.
extension Expectation {
  static let actionHasOwner = Expectation(
    "action-has-owner", .expectations, .warning, "Every action names somebody who will do it."
  ) { check in
    for (index, action) in check.openActions where action.owners.isEmpty {
      let to = check.answering(check.areas(ofAction: index))
      check.report(
        .action(index), at: action.span, about: action.text, "nobody is named for \(check.quote(action.text))",
        asks: Finding.Asked(text: "Who will do this: \(check.quote(action.text))?", to: to))
    }
  }
}
