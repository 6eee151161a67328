/// A promise is a promise.
extension Expectation {
  static let commitmentIsFirm = Expectation(
    "commitment-is-firm", .listening, .warning, yields: ["action-has-owner", "owner-is-a-person"],
    "Whoever takes something on says that they will, not that they might."
  ) { check in
    for (index, action) in check.openActions where action.firmness == .hedged {
      check.report(
        .action(index), at: action.span, about: action.text,
        "\(check.quote(action.text)) is hedged: it may or may not be done",
        asks: Finding.Asked(text: "Will you do this: \(check.quote(action.text))?", to: check.answering(action: index)))
    }
  }
}
