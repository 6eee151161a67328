/// An owner answers for the area that the action is in, or works on it.
extension Expectation {
  static let ownerFitsRole = Expectation(
    "owner-fits-role", .expectations, .warning, needs: [.areas], yields: ["owner-is-known"],
    "An action's owner is accountable or responsible for its area."
  ) { check in
    for (index, action) in check.openActions where !action.owners.isEmpty && action.groups.isEmpty {
      let areas = check.areas(ofAction: index)
      guard !areas.isEmpty else { continue }
      let fitting = areas.flatMap { check.registry.areas[$0].accountable + check.registry.areas[$0].responsible }
      let owners = action.owners.map { check.declared($0)?.name ?? $0 }
      guard !fitting.isEmpty, Set(fitting.map(Checking.key)).isDisjoint(with: owners.map(Checking.key)) else { continue }
      let area = check.registry.areas[areas[0]]
      check.report(
        .action(index), at: action.span, about: action.text,
        "\(action.owners.listed()) \(action.owners.count > 1 ? "are" : "is") to do \(check.quote(action)), but “\(area.name)” lies with \(fitting.listed())",
        asks: Finding.Asked(
          text: "Who does \(check.quote(action)): \(action.owners[0]), or somebody who answers for “\(area.name)”?",
          to: area.accountable.first ?? check.meeting.chair))
    }
  }
}
