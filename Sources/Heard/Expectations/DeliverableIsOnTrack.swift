/// A deliverable that is near is spoken of.
extension Expectation {
  static let deliverableIsOnTrack = Expectation(
    "deliverable-is-on-track", .reliability, .warning, needs: [.deliverables],
    "A deliverable or a milestone that is due within two weeks is spoken of, and not as late."
  ) { check in
    guard check.isMeeting, let today = check.meeting.date else { return }
    let named = Set(check.registry.deliverables(touching: TextDecoding.string(check.document.notes[...])))
    for (index, deliverable) in check.registry.deliverables.enumerated() {
      let dates =
        deliverable.milestones.map { ("“\($0.name)” of “\(deliverable.name)”", $0.due) }
        + (deliverable.due.map { [("“\(deliverable.name)”", $0)] } ?? [])
      let near = dates.first { $0.1 >= today && $0.1.number - today.number <= 14 }
      let late = check.meeting.remarks.first {
        $0.kind == .setback && check.registry.deliverables(touching: $0.text).contains(index)
      }
      if let late {
        check.report(
          .deliverable(index), at: late.span, about: deliverable.name + late.text,
          "“\(deliverable.name)” is in trouble: \(check.quote(late.text))",
          asks: Finding.Asked(
            text: "Does the date of “\(deliverable.name)” hold?", to: deliverable.owner ?? check.meeting.chair))
      } else if let near, !named.contains(index) {
        check.report(
          .deliverable(index), at: check.opening, about: near.0, "\(near.0) is due on \(near.1) and nobody spoke of it",
          asks: Finding.Asked(
            text: "Is \(near.0) on track for \(near.1)?", to: deliverable.owner ?? check.meeting.chair))
      }
    }
  }
}
