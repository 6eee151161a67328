/// Hears questions, and the remarks that are neither task nor decision nor question.
import HeardGrammar

extension Hearing {
  private typealias AskedSentence = (sentence: SentenceCues, weighed: Weighed)

  /// The questions of one utterance are one matter: they become one item, from the first to the last.
  mutating func hearQuestions(_ whole: Unit) {
    let unit = partingReplies(whole)
    let opens = unit.marker.map { $0.range.lowerBound - unit.range.lowerBound <= 1 } ?? false
    if opens && unit.marker.map({ cue($0).role == "answer" }) ?? false || isMotion(unit) { return }
    var asked: [AskedSentence] = []
    for sentence in unit.sentences {
      guard var weighed = weigh(.question, sentence) else { continue }
      // "Could you file an issue?" asks for a task, not for an answer.
      if isRequest(sentence) || !sentence.range.contains(where: { tokens.tokens[$0].kind == .word }) { continue }
      addPlace(&weighed, unit)
      if weighed.score > 0 { asked.append((sentence, weighed)) }
    }
    let isMarked = unit.marker.map { cue($0).role == "question" } ?? false
    if asked.isEmpty || isMarked {
      hearMarkedQuestion(unit, asked.first?.weighed, isMarked: isMarked)
      return
    }
    for matter in matters(asked) { hearMatter(matter, unit) }
  }

  /// What is told as asked by others ("Ben asked whether …") is a matter of its own where something was said in between.
  private func matters(_ asked: [AskedSentence]) -> [ArraySlice<AskedSentence>] {
    asked.indices.reduce(into: []) { found, index in
      let isFurther = index > 0 && !isApart(asked[index - 1], asked[index])
      if isFurther, let last = found.popLast() {
        found.append(asked[last.startIndex...index])
      } else {
        found.append(asked[index...index])
      }
    }
  }

  private func isApart(_ one: AskedSentence, _ next: AskedSentence) -> Bool {
    next.sentence.range.lowerBound > one.sentence.range.upperBound
      && [one, next].allSatisfy { isIndirect($0.weighed) && !isQuestion($0.sentence) }
  }

  private mutating func hearMatter(_ asked: ArraySlice<AskedSentence>, _ unit: Unit) {
    guard let best = asked.max(by: { $0.weighed.score < $1.weighed.score }), let first = asked.first,
      let last = asked.last
    else { return }
    if last.weighed.best.map({ cue($0).yields.contains("doubt") }) ?? false, isAsked(unit) { return }
    var candidate = make(
      .question, first.sentence.range.lowerBound..<last.sentence.range.upperBound, unit, best.weighed.score,
      best.weighed.evidence, text: text(of: asked))
    candidate.owners = askers(first, unit)
    candidate.addressee = addressee(first.sentence.range) ?? parties[utterances[unit.utterance].addressee]
    candidate.tellingKeys = tellingKeys(first.sentence.range.lowerBound..<last.sentence.range.upperBound)
    candidate.answer = answer(behind: last.sentence, unit)
    candidate.isIndirect = areIndirect(asked) && !(unit.speaker != nil && areAsked(asked))
    candidates.append(candidate)
  }

  /// "Ben asked whether …" is his question, whoever says so; "Ana: Asks whether …" is hers.
  private func askers(_ asked: AskedSentence, _ unit: Unit) -> [Party] {
    guard let best = asked.weighed.best, cue(best).yields.contains("asked") else { return asker(unit) }
    let subject = best[slots.by] ?? asked.sentence.range.lowerBound..<best.range.lowerBound
    let told = parties(in: subject)
    // "Mr. Silva asked whether …", whoever that is: nobody whom the notes know.
    let isOther = subject.contains { tagger.lists.isTitle(tokens.tokens[$0].word) || Acquaintances.mayBeName(tokens.tokens[$0]) }
    return told.isEmpty && !isOther ? asker(unit) : told
  }

  private func text(of asked: ArraySlice<AskedSentence>) -> String {
    var text = ""
    for (position, one) in asked.enumerated() {
      if position > 0 { text += " " }
      text += trimmed(one.sentence.range)
    }
    return text
  }

  /// "Motion: Accept the rules of 3 May? Yes/No": what is voted on, and no question.
  private func isMotion(_ unit: Unit) -> Bool {
    guard let marker = unit.marker, cue(marker).role == "proposal", marker.range.upperBound < unit.range.upperBound else {
      return false
    }
    return tagger.lists.isTask(tokens.tokens[marker.range.upperBound].word)
  }

  /// Somebody else asked right before: "I'm not sure if …" is then what there is to say to it.
  private func isAsked(_ unit: Unit) -> Bool {
    guard unit.utterance > 0 else { return false }
    let (before, own) = (utterances[unit.utterance - 1], utterances[unit.utterance])
    return before.asks && own.voice != Parties.none && before.voice != Parties.none && before.voice != own.voice
  }

  private func areIndirect(_ asked: ArraySlice<AskedSentence>) -> Bool {
    for (sentence, weighed) in asked where !isIndirect(weighed) || isQuestion(sentence) { return false }
    return true
  }

  /// "Ana: Asks whether …", as some scribes write down what she said.
  private func areAsked(_ asked: ArraySlice<AskedSentence>) -> Bool {
    asked.allSatisfy { $0.weighed.best.map { cue($0).yields.contains("asked") } ?? false }
  }

  private func isIndirect(_ weighed: Weighed) -> Bool {
    weighed.best.map { cue($0).yields.contains("indirect") } ?? false
  }

  /// What the same utterance says in reply: "Yes, …" from anybody, or, in notes that name no speakers, a plain statement.
  private func answer(behind question: SentenceCues, _ unit: Unit) -> String? {
    if let conclusion = conclusion(in: question) { return conclusion }
    for sentence in unit.sentences where sentence.range.lowerBound >= question.range.upperBound && !isQuestion(sentence) {
      if isChosen(sentence, of: question) { return trimmed(sentence.range) }
      guard let first = sentence.range.first(where: { tokens.tokens[$0].kind == .word }) else { continue }
      // "(A: No, in June.)"
      if let reply = sentence.matches.first(where: { cue($0).kind == .answer && cue($0).role == "inline" }) {
        let words = min(reply.range.lowerBound + 3, sentence.range.upperBound)..<sentence.range.upperBound
        return trimmed(words.prefix { text.bytes[Int(tokens.tokens[$0].start)] != 0x29 })
      }
      if let reply = sentence.matches.first(where: { cue($0).kind == .answer && cue($0).role == "unmarked" }) {
        return trimmed(min(reply.range.lowerBound + 1, sentence.range.upperBound)..<sentence.range.upperBound)
      }
      if let marker = sentence.matches.first(where: { cue($0).kind == .marker && cue($0).role == "answer" }) {
        return trimmed(min(marker.range.upperBound, sentence.range.upperBound)..<sentence.range.upperBound)
      }
      if tagger.lists.isYesOrNo(tokens.tokens[first].word), !isLeftOpen(sentence) { return trimmed(sentence.range) }
      if isReported(sentence, surely: true) || isReported(sentence) && !isDoubtful(sentence) { return trimmed(sentence.range) }
      if settles(sentence), !isLeftOpen(sentence) { return trimmed(sentence.range) }
      if unit.speaker != nil || !isQuestion(question) { return nil }
      if !isDoubtful(sentence), replies(sentence, to: question) { return trimmed(sentence.range) }
      if isLeftOpen(sentence) { return nil }
    }
    return nil
  }

  /// "One zone or two? Two.": nothing but one of those that the question names.
  private func isChosen(_ sentence: SentenceCues, of question: SentenceCues) -> Bool {
    let words = sentence.range.filter { tokens.tokens[$0].kind == .word || tokens.tokens[$0].kind == .number }
    guard (1...2).contains(words.count), question.range.contains(where: { tagger.lists.isChoice(tokens.tokens[$0].word) }) else {
      return false
    }
    return words.allSatisfy { word in
      let key = NameKey(text.bytes.part(tokens.tokens[word].range))
      return question.range.contains { NameKey(text.bytes.part(tokens.tokens[$0].range)) == key }
    }
  }

  /// "Consensus is yes": says what was settled.
  private func settles(_ sentence: SentenceCues) -> Bool { (weigh(.decision, sentence)?.score ?? 0) >= 2 }

  /// A plain statement answers what asks for more than yes or no; else it has to be to the matter, or led in by an arrow.
  private func replies(_ sentence: SentenceCues, to question: SentenceCues) -> Bool {
    let isOfYesOrNo = question.matches.contains { cue($0).kind == .answer && cue($0).role == "asks-yes-no" }
    if namesOnly(sentence.range), !question.matches.contains(where: { cue($0).role == "asks-person" }) { return false }
    if !isOfYesOrNo || isLedIn(sentence) { return true }
    if sentence.matches.contains(where: { cue($0).kind == .answer && Hearing.sides.contains(cue($0).role ?? "") }) {
      return true
    }
    return tellingKeys(sentence.range).shared(with: tellingKeys(question.range)) > 0
      || parties(in: sentence.range).contains { parties(in: question.range).contains($0) }
  }

  /// "→ the old one", "=> the old one".
  private func isLedIn(_ sentence: SentenceCues) -> Bool {
    guard let first = sentence.range.first else { return false }
    let token = tokens.tokens[first]
    let isArrow = token.kind == .punctuation && text.bytes[Int(token.start)] == 0xE2
    return isArrow || [0x2D, 0x3D, 0x3E].contains(token.mark)
  }

  /// Roles of replies that say yes or no in their own way.
  private static let sides = ["affirmation", "leaning", "stand", "settlement", "verdict"]

  /// "Discussed whether the text stays – agreed to keep it": what is settled behind the question's words.
  private func conclusion(in question: SentenceCues) -> String? {
    guard !isQuestion(question), let asked = question.matches.first(where: { cue($0).kind == .question }) else {
      return nil
    }
    let settled = question.matches.first { match in
      (cue(match).kind == .decision && cue(match).weight >= 2 || cue(match).role == "reported")
        && match.range.lowerBound > asked.range.lowerBound
        && ([0, 1].contains { tokens.tokens[match.range.lowerBound - $0].kind == .punctuation }
          || tagger.lists.isConjunction(tokens.tokens[match.range.lowerBound - 1].word))
    }
    return settled.map { trimmed($0.range.lowerBound..<question.range.upperBound) }
  }

  /// - Parameter surely: it is told to be the answer.
  private func isReported(_ sentence: SentenceCues, surely: Bool = false) -> Bool {
    sentence.matches.contains { cue($0).kind == .answer && cue($0).role == "reported" && (!surely || cue($0).yields.contains("sure")) }
  }

  /// Says that nobody knows, or puts it off.
  func isLeftOpen(_ sentence: SentenceCues) -> Bool {
    sentence.matches.contains { cue($0).kind == .answer && ["doubt", "deferral"].contains(cue($0).role ?? "") }
  }

  /// Roles of replies that settle nothing.
  private static let leavingOpen = ["deferral", "doubt", "echo", "aside"]

  /// A statement that doubts before any semicolon, puts off, or gives a task, answers nothing.
  private func isDoubtful(_ sentence: SentenceCues) -> Bool {
    let leavesOpen = sentence.matches.contains { match in
      switch cue(match).kind {
      case .answer: Hearing.leavingOpen.contains(cue(match).role ?? "")
      // "The key is lost, Ana will get another one." has answered by then.
      case .action:
        cue(match).weight >= 2
          && !(sentence.range.lowerBound..<match.range.lowerBound).contains { tokens.tokens[$0].mark == 0x2C }
      default: false
      }
    }
    if leavesOpen { return true }
    let statement = sentence.range.prefix { tokens.tokens[$0].mark != 0x3B }
    return statement.contains { isDoubtWord(at: $0) }
  }

  /// "may", and not the month in "Yes, in May".
  func isDoubtWord(at index: Int) -> Bool {
    tagger.lists.isDoubt(tokens.tokens[index].word)
      && !(max(0, index - Hearing.longestDate)...index).contains { Int(tokens.dateEnd[$0]) > index }
  }

  /// In tokens, as far as a month's name can stand behind its first.
  private static let longestDate = 6

  private mutating func hearMarkedQuestion(_ unit: Unit, _ weighed: Weighed?, isMarked: Bool) {
    var evidence = weighed?.evidence ?? []
    var score = max(0, weighed?.score ?? 0) * 0.5
    var range = unit.range
    if isMarked, let marker = unit.marker {
      evidence.insert(self.evidence(marker), at: 0)
      score += cue(marker).weight
      range = min(marker.range.upperBound, range.upperBound)..<range.upperBound
    } else if unit.place.role == .questions, unit.place.depth == 0, unit.speaker == nil, unit.place.sectionCue >= 0 {
      let cue = grammar.cues[Int(unit.place.sectionCue)]
      evidence.append(Evidence(cue: cue.id, weight: cue.weight, span: span(unit.range)))
      score += cue.weight
    } else {
      return
    }
    score += sum(blockVetoes(against: .question, unit))
    guard range.contains(where: { tokens.tokens[$0].kind == .word }) else { return }
    var candidate = make(.question, range, unit, score, evidence)
    candidate.text = trimmed(range)
    if let asked = unit.sentences.last(where: { isQuestion($0) }) {
      candidate.answer = answer(behind: asked, unit)
      candidate.text = trimmed(range.lowerBound..<min(asked.range.upperBound, range.upperBound))
    }
    candidate.owners = asker(unit)
    candidate.tellingKeys = tellingKeys(range)
    candidates.append(candidate)
  }

  private func asker(_ unit: Unit) -> [Party] {
    if let marker = unit.marker, let slot = marker[slots.asker] { return parties(in: slot) }
    return unit.speaker.map { [$0] } ?? []
  }

  private func isRequest(_ sentence: SentenceCues) -> Bool {
    guard isQuestion(sentence), let action = weigh(.action, sentence), let best = action.best else { return false }
    return action.score >= 2 && (cue(best).firmness == .asked || cue(best).yields.contains("speaker"))
  }

  /// "Ben, what do you think?"
  private func addressee(_ range: Range<Int>) -> Party? {
    guard let first = range.first else { return nil }
    let end = Int(tokens.personEnd[first])
    guard end > first, end < range.upperBound, text.bytes[Int(tokens.tokens[end].start)] == 0x2C else { return nil }
    return parties(in: first..<end).first
  }

  mutating func hearRemarks(_ unit: Unit) {
    for sentence in unit.sentences {
      for (cueKind, kind) in [(Cue.Kind.win, Candidate.Kind.win), (.setback, .setback), (.disagreement, .disagreement)] {
        guard var weighed = weigh(cueKind, sentence), !isQuestion(sentence), weigh(.question, sentence) == nil else {
          continue
        }
        addPlace(&weighed, unit)
        var candidate = make(kind, sentence.range, unit, weighed.score, weighed.evidence)
        candidate.owners = unit.speaker.map { [$0] } ?? []
        candidates.append(candidate)
      }
    }
  }
}
