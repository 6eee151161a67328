/// Whoever is to do something was there to hear it.
extension Expectation {
  static let ownerWasPresent = Expectation(
    "owner-was-present", .expectations, .warning, yields: ["owner-is-known"],
    gathering: Gathering(
      what: "actions went to people who were not there", question: "Do those who were not there know of these actions?"),
    "Whoever is given an action was there, or is told."
  ) { check in
    for (index, action) in check.openActions where !action.isCarriedOver {
      for owner in action.owners where !action.groups.contains(owner) {
        guard let person = check.person(owner), person.presence == .absent else { continue }
        check.report(
          .action(index), at: action.span, about: action.text + owner,
          "\(owner) was not there and is to do \(check.quote(action.text))",
          asks: Finding.Asked(
            text: "Does \(owner) know of this and agree: \(check.quote(action.text))?",
            to: check.answering(check.areas(ofAction: index))),
          related: [Finding.Related(span: person.span, message: "named here as not present")])
        break
      }
    }
  }
}
