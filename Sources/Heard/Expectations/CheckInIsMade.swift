/// The meeting asks how people are.
extension Expectation {
  static let checkInIsMade = Expectation(
    "check-in-is-made", .connection, .off, "The meeting begins by asking how people are."
  ) { check in
    guard check.isMeeting, check.signs(.checkIn).isEmpty else { return }
    check.report(
      .meeting, at: check.opening, about: "", "the notes tell of no check-in",
      asks: Finding.Asked(text: "How is everyone?", to: check.meeting.chair))
  }
}
