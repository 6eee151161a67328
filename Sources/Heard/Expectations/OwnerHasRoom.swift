/// Nobody leaves a meeting with more than they can do.
extension Expectation {
  static let ownerHasRoom = Expectation(
    "owner-has-room", .reliability, .note, "Nobody takes on more than seven actions in one meeting."
  ) { check in
    var tasks = NumberMap<(owner: String, indices: [Int])>()
    for (index, action) in check.openActions {
      for owner in action.owners where !action.groups.contains(owner) {
        tasks.change(owner, from: (owner, [])) { $0.indices.append(index) }
      }
    }
    for (owner, indices) in tasks.values.sorted(by: { $0.owner < $1.owner }) where indices.count > 7 {
      let actions = indices.map { check.meeting.actions[$0] }
      check.report(
        .action(indices[7]), at: actions[7].span, about: owner,
        "\(owner) takes on \(indices.count) actions in this meeting",
        asks: Finding.Asked(
          text: "Which of your \(indices.count) actions can wait, or go to somebody else?", to: owner),
        related: actions.prefix(7).map { Finding.Related(span: $0.span, message: check.quote($0.text)) })
    }
  }
}
