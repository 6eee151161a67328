/// What was promised earlier is done when it is due.
extension Expectation {
  static let commitmentIsKept = Expectation(
    "commitment-is-kept", .reliability, .warning, "An action of an earlier meeting is done when its day has come."
  ) { check in
    for (index, action) in check.openActions where action.isCarriedOver {
      guard let due = action.due, let last = due.date ?? due.period?.upperBound, let day = action.day, last < day else {
        continue
      }
      check.report(
        .action(index), at: action.span, about: action.text,
        "\(check.quote(action.text)) was due on \(last) and is still open",
        asks: Finding.Asked(
          text: "What keeps \(check.quote(action.text)), and what day holds now?", to: check.answering(action: index)))
    }
  }
}
