/// Work on a deliverable is due before the deliverable is.
extension Expectation {
  static let dueDateFitsMilestone = Expectation(
    "due-date-fits-milestone", .reliability, .warning, needs: [.deliverables],
    "An action for a deliverable is due by the deliverable's day, and by the milestone that it names."
  ) { check in
    for (index, action) in check.openActions {
      guard let due = action.due, let day = due.date ?? due.period?.upperBound else { continue }
      for number in check.registry.deliverables(touching: action.text) {
        let deliverable = check.registry.deliverables[number]
        let words = Registry.words(action.text)
        let milestone = deliverable.milestones.first { Registry.holds(words, phrase: $0.name) }
        guard let end = milestone?.due ?? deliverable.due, day > end else { continue }
        let name = milestone.map { "\($0.name)” of “\(deliverable.name)" } ?? deliverable.name
        check.report(
          .action(index), at: due.span, about: action.text,
          "\(check.quote(action.text)) is due on \(day), after “\(name)” on \(end)",
          asks: Finding.Asked(
            text: "Can \(check.quote(action.text)) be done by \(end), or does “\(name)” move?",
            to: deliverable.owner ?? check.answering(action: index)))
        break
      }
    }
  }
}
