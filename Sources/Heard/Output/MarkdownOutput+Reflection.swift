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
    put("### \(ReflectionTitle.summary.rawValue)\n")
    for topic in reflection.summary where !topic.isSilent {
      put("\n")
      if !topic.title.isEmpty {
        put("**")
        text(topic.title)
        put("**\n\n")
      }
      for sentence in topic.sentences { write(sentence) }
    }
    writeSilence(reflection.summary.filter(\.isSilent))
  }

  /// The topics of which there is nothing else to say, together.
  private mutating func writeSilence(_ topics: [TopicSummary]) {
    guard !topics.isEmpty else { return }
    if topics.count == 1, topics[0].title.isEmpty { return write(topics[0].sentences[0]) }
    put("\n**\(ReflectionTitle.silent.rawValue)**\n\n")
    for topic in topics {
      put("- ")
      text(topic.title, opensLine: true)
      lines(topic.sentences[0].spans)
    }
  }

  private mutating func writeLeftOut(_ sentences: [Sentence]) {
    guard !sentences.isEmpty else { return }
    put("\n**\(ReflectionTitle.leftOut.rawValue)**\n\n")
    for sentence in sentences { write(sentence) }
  }

  private mutating func writeRestatements(_ restatements: [Restatement]) {
    guard !restatements.isEmpty else { return }
    put("\n### \(ReflectionTitle.restatements.rawValue)\n")
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
    if heading { put("\n### \(ReflectionTitle.questions.rawValue)\n\n") }
    for (index, question) in questions.enumerated() {
      put("\(index + 1). ")
      put("**")
      text(question.addressee)
      put(":** ")
      text(question.text)
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
