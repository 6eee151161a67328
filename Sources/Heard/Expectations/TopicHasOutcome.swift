/// What is talked about comes to something.
extension Expectation {
  static let topicHasOutcome = Expectation(
    "topic-has-outcome", .communication, .note,
    gathering: Gathering(what: "topics end without an outcome", question: "What came of these topics?"),
    "A topic that was talked about ends in a decision, an action or a question."
  ) { check in
    let meeting = check.meeting
    var hasOutcome = Array(repeating: false, count: meeting.topics.count)
    let topics =
      meeting.actions.map(\.topic) + meeting.decisions.map(\.topic) + meeting.questions.map(\.topic)
      + meeting.remarks.map(\.topic)
    for case let topic? in topics where hasOutcome.indices.contains(topic) { hasOutcome[topic] = true }
    for (index, topic) in meeting.topics.enumerated().dropFirst() where !hasOutcome[index] {
      guard check.stretch(ofTopic: index).count - topic.span.count >= talk else { continue }
      check.report(
        .topic(index), at: topic.span, about: topic.title,
        "\(check.quote(topic.title)) was talked about and nothing came of it",
        asks: Finding.Asked(text: "What came of \(check.quote(topic.title))?", to: check.meeting.chair))
    }
  }

  /// Fewer bytes below a heading are a mention, not talk.
  private static let talk = 500
}
