import HeardGrammar

/// Makes the reflection of a meeting, and leaves out of it what does not say what the notes say.
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
    keepFaithful(&reflecting.fidelity)
    let isFaithful = dropped.isEmpty
    if !isFaithful { leftOut += reflecting.namesOfUnsaid(in: self) }
  }

  /// Every sentence that the reflection shows, in order.
  public var sentences: [Sentence] {
    summary.flatMap(\.sentences) + leftOut + restatements.flatMap(\.sentences) + questions.map(\.sentence)
  }

  /// Drops every sentence that departs from the notes.
  private mutating func keepFaithful(_ fidelity: inout Fidelity) {
    summary = summary.compactMap { topic in
      var topic = topic
      topic.sentences = faithful(topic.sentences, &fidelity)
      return topic.sentences.isEmpty ? nil : topic
    }
    restatements = restatements.compactMap { restatement in
      var restatement = restatement
      restatement.sentences = faithful(restatement.sentences, &fidelity)
      return restatement.sentences.isEmpty ? nil : restatement
    }
    leftOut = faithful(leftOut, &fidelity)
    questions = questions.filter { !faithful([$0.sentence], &fidelity).isEmpty }
  }

  private mutating func faithful(_ sentences: [Sentence], _ fidelity: inout Fidelity) -> [Sentence] {
    sentences.filter { sentence in
      let faults = fidelity.faults(in: sentence)
      if !faults.isEmpty { dropped.append(Dropped(sentence: sentence, faults: faults)) }
      return faults.isEmpty
    }
  }
}

extension ClarifyingQuestion {
  /// The question as a sentence about the notes.
  public var sentence: Sentence {
    var sentence = Sentence(text: text, spans: spans, subjects: subjects, you: to, claim: "")
    (sentence.use, sentence.isQuestion) = (use, true)
    return sentence
  }
}
