/// A reflection for the terminal: the summary by topic, what each person was heard to say, the questions.
extension TextOutput {
  /// Appends the reflection of a report, or its questions alone.
  mutating func write(_ reflection: Reflection, questionsAlone: Bool = false) {
    if !questionsAlone {
      writeSummary(reflection)
      writeRestatements(reflection.restatements)
    }
    writeQuestions(reflection.questions, hasHeading: !questionsAlone)
  }

  private mutating func writeSummary(_ reflection: Reflection) {
    guard !reflection.summary.isEmpty else { return }
    layout.blank()
    layout.line("", [StyledText(ReflectionTitle.summary.rawValue, .strong)])
    for topic in reflection.summary where !topic.isSilent {
      if !topic.title.isEmpty { layout.line("  ", [StyledText(topic.title, .strong)]) }
      let indent = topic.title.isEmpty ? "  " : "    "
      for sentence in topic.sentences { write(sentence, indent) }
    }
    let silent = reflection.summary.filter(\.isSilent)
    if silent.count == 1, silent[0].title.isEmpty {
      write(silent[0].sentences[0], "  ")
    } else if !silent.isEmpty {
      layout.line("  ", [StyledText(ReflectionTitle.silent.rawValue, .strong)])
      for topic in silent { layout.line("    ", [StyledText(topic.title), place(topic.sentences[0].spans)]) }
    }
    guard !reflection.leftOut.isEmpty else { return }
    layout.line("  ", [StyledText(ReflectionTitle.leftOut.rawValue, .strong)])
    for sentence in reflection.leftOut { write(sentence, "    ") }
  }

  private mutating func writeRestatements(_ restatements: [Restatement]) {
    guard !restatements.isEmpty else { return }
    layout.blank()
    layout.line("", [StyledText(ReflectionTitle.restatements.rawValue, .strong)])
    for restatement in restatements {
      layout.line("  ", [StyledText(restatement.person, .strong)])
      for sentence in restatement.sentences { write(sentence, "    ") }
      layout.line("    ", [StyledText(restatement.closing)])
    }
  }

  private mutating func writeQuestions(_ questions: [ClarifyingQuestion], hasHeading: Bool) {
    guard !questions.isEmpty else { return }
    if hasHeading {
      layout.blank()
      layout.line("", [StyledText(ReflectionTitle.questions.rawValue, .strong)])
    }
    for (index, question) in questions.enumerated() {
      let lead = StyledText(question.addressee + ":", question.to == nil ? .plain : .good)
      layout.line("  \(index + 1). ", [lead, StyledText(question.text)])
      layout.line("     ", [StyledText(question.why, .faint), place(question.spans)])
    }
  }

  private mutating func write(_ sentence: Sentence, _ indent: String) {
    layout.line(indent, [StyledText(sentence.text), place(sentence.spans)])
  }

  private func place(_ spans: [Span]) -> StyledText {
    // The title above says which notes these are.
    StyledText(spans.isEmpty ? "" : "· line " + Wording.lines(spans, in: report), .faint)
  }
}
