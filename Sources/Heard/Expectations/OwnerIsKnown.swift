/// An owner is one of the people of the registry.
extension Expectation {
  static let ownerIsKnown = Expectation(
    "owner-is-known", .expectations, .warning, needs: [.people],
    "An action's owner is one of the people that the registry declares."
  ) { check in
    for (index, action) in check.openActions {
      for owner in action.owners where !action.groups.contains(owner) && check.declared(owner) == nil {
        check.report(
          .action(index), at: action.span, about: action.text + owner,
          "the registry knows no “\(owner)”, who is to do \(check.quote(action))",
          asks: Finding.Asked(
            text: "Who is “\(owner)”, who is to do \(check.quote(action))?",
            to: check.answering(check.areas(ofAction: index))))
        break
      }
    }
  }
}
