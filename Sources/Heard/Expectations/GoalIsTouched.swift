/// The meeting touches on what the partnership is for.
extension Expectation {
  static let goalIsTouched = Expectation(
    "goal-is-touched", .communication, .note, needs: [.goals],
    "A meeting touches on one goal of the partnership at least."
  ) { check in
    guard check.isMeeting, check.registry.goals(touching: TextDecoding.string(check.document.notes[...])).isEmpty else {
      return
    }
    let goals = check.registry.goals.prefix(3).map { check.quote($0.name) }.joined(separator: ", ")
    check.report(
      .meeting, at: check.opening, about: "", "the notes touch on none of the goals: \(goals)",
      asks: Finding.Asked(text: "Which of the goals did this meeting serve?", to: check.meeting.chair))
  }
}
