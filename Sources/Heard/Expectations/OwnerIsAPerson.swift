/// An owner is somebody, not a group.
extension Expectation {
  static let ownerIsAPerson = Expectation(
    "owner-is-a-person", .expectations, .warning, yields: ["action-has-one-owner"],
    "An action's owner is a person, not a group."
  ) { check in
    for (index, action) in check.openActions {
      guard let group = action.groups.first, action.groups.count == action.owners.count else { continue }
      check.report(
        .action(index), at: action.span, about: action.text,
        "a group, “\(group)”, is to do \(check.quote(action.text)), and so nobody in particular",
        asks: Finding.Asked(
          text: "Who of “\(group)” answers for \(check.quote(action.text))?",
          to: check.answering(check.areas(ofAction: index))))
    }
  }
}
