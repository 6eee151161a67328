import HeardGrammar

/// Makes the reflection of a meeting.
extension Reflection {
  public init(
    of meeting: Meeting, in document: Document, _ grammar: Grammar = .builtIn,
    _ options: ReflectionOptions = ReflectionOptions()
  ) {
    var reflecting = Reflecting(meeting, document, grammar, options)
    (summary, leftOut) = reflecting.summary()
    restatements = reflecting.restatements()
    questions = reflecting.questions()
  }
}
