/// An owner is one of the people of the registry.
extension Expectation {
  static let ownerIsKnown = Expectation(
    "owner-is-known", .expectations, .warning, needs: [.people],
    "An action's owner is one of the people that the registry declares."
  ) { check in
    for (index, action) in check.openActions {
      for owner in action.owners where !action.groups.contains(owner) && !check.isDeclared(owner) {
        check.report(
          .action(index), at: action.span, about: action.text + owner,
          "the registry knows no “\(owner)”, who is to do \(check.quote(action.text))",
          asks: Finding.Asked(
            text: "Who is “\(owner)”, who is to do \(check.quote(action.text))?",
            to: check.answering(check.areas(ofAction: index))))
        break
      }
    }
  }
}

extension Checking {
  /// The registry means one person by a name of the notes: by the name itself or by another that the notes have for the person.
  func isDeclared(_ name: String) -> Bool { declared(name) != nil }

  func declared(_ name: String) -> Registry.Person? {
    if let declared = registry.person(named: name) { return declared }
    for other in person(name).map({ [$0.name] + $0.aliases }) ?? [] {
      if let declared = registry.person(named: other) { return declared }
    }
    return nil
  }
}
