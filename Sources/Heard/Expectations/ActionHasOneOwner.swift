/// One person answers for an action.
extension Expectation {
  static let actionHasOneOwner = Expectation(
    "action-has-one-owner", .expectations, .note,
    gathering: Gathering(
      what: "actions have several owners", question: "Who of the owners answers for each of these actions?"),
    "One person answers for an action, whoever helps."
  ) { check in
    for (index, action) in check.openActions where action.owners.count > 1 {
      let names = Array(action.owners.prefix(4)).listed()
      check.report(
        .action(index), at: action.span, about: action.text,
        "\(check.quote(action)) has \(action.owners.count) owners: \(names)",
        asks: Finding.Asked(
          text: "Which of you answers for \(check.quote(action)): \(Array(action.owners.prefix(4)).listed("or"))?",
          to: check.answering(check.areas(ofAction: index)) ?? action.owners[0]))
    }
  }
}
