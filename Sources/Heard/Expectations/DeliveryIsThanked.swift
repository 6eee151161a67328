/// Whoever has done what they promised is thanked.
extension Expectation {
  static let deliveryIsThanked = Expectation(
    "delivery-is-thanked", .recognition, .note,
    gathering: Gathering(
      what: "actions were done and nobody is thanked", question: "Whom do you thank for what was done?"),
    "Whoever has done what they promised is thanked."
  ) { check in
    guard check.signs(.thanks).isEmpty else { return }
    let chair = check.meeting.chair
    for (index, action) in check.meeting.actions.enumerated() where action.status == .done && !action.owners.isEmpty {
      // Nobody thanks themselves.
      let teller = action.owners.contains { $0 == chair } ? nil : chair
      check.report(
        .action(index), at: action.span, about: action.text,
        "\(check.quote(action)) is done, and nobody thanks \(action.owners.listed()) for it",
        asks: Finding.Asked(
          text: "Will you thank \(action.owners[0]) for \(check.quote(action))?", to: teller))
    }
  }
}
