/// A question gets an answer, or somebody who will find it.
extension Expectation {
  static let questionIsAnswered = Expectation(
    "question-is-answered", .listening, .warning, "A question is answered in the meeting, or somebody takes it on."
  ) { check in
    // What somebody takes on, or will do, is no question that was left.
    let tasks = Set(check.meeting.actions.map(\.span.start))
    for (index, question) in check.meeting.questions.enumerated() where !question.isAnswered {
      guard question.confidence >= 0.6, !tasks.contains(question.span.start) else { continue }
      check.report(
        .question(index), at: question.span, about: question.text,
        "\(check.quote(question.text)) stays without an answer",
        asks: Finding.Asked(
          text: "What is the answer to \(check.quote(question.text))?",
          to: question.to ?? check.answering(check.registry.areas(touching: question.text))))
    }
  }
}
