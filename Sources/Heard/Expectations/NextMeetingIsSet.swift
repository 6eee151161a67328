/// The meeting says when the next one is.
extension Expectation {
  static let nextMeetingIsSet = Expectation(
    "next-meeting-is-set", .communication, .note, "The notes say when the partners meet again."
  ) { check in
    guard check.isMeeting, check.meeting.nextMeeting == nil, check.signs(.nextMeeting).isEmpty else { return }
    check.report(
      .meeting, at: check.opening, about: "", "the notes do not say when the next meeting is",
      asks: Finding.Asked(text: "When do you meet again?", to: check.meeting.chair))
  }
}
