import HeardGrammar

/// Makes the reflection of a meeting.
extension Reflection {
  /// - Parameters:
  ///   - document: the document that the meeting was heard in.
  ///   - findings: what does not meet the registry's expectations; their questions are asked too.
  ///   - registry: who is who and who answers for what, besides what the notes say.
  public init(
    of meeting: Meeting, in document: Document, _ grammar: Grammar = .builtIn, given findings: [Finding] = [],
    checkedAgainst registry: Registry = Registry(), _ options: ReflectionOptions = ReflectionOptions()
  ) {
    var reflecting = Reflecting(meeting, document, grammar, options, registry)
    (summary, leftOut) = reflecting.summary()
    restatements = reflecting.restatements()
    questions = reflecting.questions(findings)
  }
}
