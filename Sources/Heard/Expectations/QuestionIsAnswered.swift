/// A question gets an answer, or somebody who will find it.
extension Expectation {
  static let questionIsAnswered = Expectation(
    "question-is-answered", .listening, .warning,
    gathering: Gathering(
      what: "questions stay without an answer", question: "Who finds the answers to these questions?", from: 6),
    "A question is answered in the meeting, or somebody takes it on."
  ) { check in
    // What somebody takes on, or will do, is no question that was left.
    let tasks = Set(check.meeting.actions.map(\.span.start))
    for (index, question) in check.meeting.questions.enumerated() where !question.isAnswered {
      guard question.confidence >= 0.6, !tasks.contains(question.span.start), check.isLeft(question: index) else {
        continue
      }
      let isAsked = question.text.utf8.last == 0x3F
      check.report(
        .question(index), at: question.span, about: question.text,
        "\(check.quote(question.text)) \(isAsked ? "stays without an answer" : "is left open")",
        asks: Finding.Asked(
          text: check.asking(isAsked ? "What is the answer to" : "What came of this:", question.text),
          to: question.to ?? check.answering(check.registry.areas(touching: question.text))))
    }
  }
}
