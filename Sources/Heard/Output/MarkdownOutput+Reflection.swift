/// A reflection as Markdown for a channel: the summary by topic, what each person was heard to say, the questions.
extension MarkdownOutput {
  /// Appends the reflection of a report, or its questions alone.
  ///
  /// - Parameter level: `#` of the headings.
  mutating func write(_ reflection: Reflection, questionsAlone: Bool = false) {
    if !questionsAlone {
      writeSummary(reflection)
      writeLeftOut(reflection.leftOut)
      writeRestatements(reflection.restatements)
    }
    writeQuestions(reflection.questions, heading: !questionsAlone)
  }

  private mutating func writeSummary(_ reflection: Reflection) {
    guard !reflection.summary.isEmpty else { return }
    put("### Summary\n")
    for topic in reflection.summary {
      put("\n")
      if !topic.title.isEmpty {
        put("**")
        text(topic.title)
        put("**\n\n")
      }
      for sentence in topic.sentences { write(sentence) }
    }
  }

  private mutating func writeLeftOut(_ sentences: [Sentence]) {
    guard !sentences.isEmpty else { return }
    put("\n**Left out of this summary**\n\n")
    for sentence in sentences { write(sentence) }
  }

  private mutating func writeRestatements(_ restatements: [Restatement]) {
    guard !restatements.isEmpty else { return }
    put("\n### Restatements\n")
    for restatement in restatements {
      put("\n**")
      text(restatement.person)
      put("**\n\n")
      for sentence in restatement.sentences { write(sentence) }
      put("\n")
      text(restatement.closing, opensLine: true)
      put("\n")
    }
  }

  private mutating func writeQuestions(_ questions: [ClarifyingQuestion], heading: Bool) {
    guard !questions.isEmpty else { return }
    if heading { put("\n### Clarifying questions\n\n") }
    for (index, question) in questions.enumerated() {
      put("\(index + 1). ")
      if let to = question.to {
        put("**")
        text(to)
        put(":** ")
      }
      text(question.text, opensLine: question.to == nil)
      put(" ")
      text(question.why)
      lines(question.spans)
    }
  }

  private mutating func write(_ sentence: Sentence) {
    put("- ")
    text(sentence.text, opensLine: true)
    lines(sentence.spans)
  }

  private mutating func lines(_ spans: [Span]) {
    if !spans.isEmpty { put(" · line " + Wording.lines(spans, in: report)) }
    put("\n")
  }
}
