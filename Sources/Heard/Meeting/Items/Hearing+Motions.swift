/// Hears what became of motions and proposals whose votes or outcome stand behind them.
import HeardGrammar

extension Hearing {
  /// Words that were moved or proposed, and whose outcome may stand further down.
  struct Motion {
    var utterance: Int
    var text: String
    var span: Span
    var wordKeys: WordKeys
    /// The last utterance that belongs to it: its votes can fill several lines.
    var latest: Int
    /// Its candidate, once it was heard as settled.
    var candidate: Int?
    /// The votes that lines of their own tell.
    var ballots = (ayes: 0, nays: 0)
  }

  /// In words: longer says more than how a vote went.
  private static let longestOutcome = 18
  /// How many utterances can stand between a motion and its outcome, or between the lines of its votes.
  static let longestVote = 6
  /// How many utterances in front of an outcome are looked at for what it settles.
  private static let outcomeReach = 3
  /// How many utterances in front of an outcome can say who moved and who voted.
  private static let longestProcedure = 40
  /// So many of the items heard last can be of the utterances in front of an outcome.
  private static let recent = 12
  /// In words: what an outcome without a motion can settle.
  private static let statement = 3...80

  // MARK: Outcomes

  /// "Unanimously carried by voice vote.", "For: 9 Against: 1": how a vote went, and nothing about what.
  func isOutcome(_ sentence: SentenceCues) -> Bool {
    guard !isQuestion(sentence), !movesSomething(sentence) else { return false }
    return sentence.matches.contains { cue($0).kind == .decision && cue($0).yields.contains("outcome") }
      && sentence.range.count { tokens.tokens[$0].kind == .word } <= Hearing.longestOutcome
  }

  /// "The board resolved to let the room. Nobody objected.": how the vote went on what the sentence before has told as settled.
  func isToldAgain(_ sentence: SentenceCues, _ unit: Unit) -> Bool {
    guard let last = candidates.last, last.kind == .decision, last.score >= 2, last.utterance == unit.utterance else {
      return false
    }
    return isOutcome(sentence)
  }

  /// "Approved subject to a second quote.": what it says that of stands before it.
  func namesNothing(_ sentence: SentenceCues) -> Bool {
    sentence.matches.contains { cue($0).kind == .sign && cue($0).role == "verdict" }
  }

  private func movesSomething(_ sentence: SentenceCues) -> Bool {
    sentence.matches.contains { cue($0).kind == .sign && cue($0).role == "motion" }
  }

  /// The sentence that tells the outcome, where the unit tells nothing else.
  private func outcome(_ unit: Unit) -> SentenceCues? {
    guard unit.place.classRole.isEmpty,
      unit.marker.map({ cue($0).role == "proposal" || cue($0).role == "decision" }) ?? true
    else { return nil }
    var found: SentenceCues?
    for (index, sentence) in unit.sentences.enumerated() {
      guard sentence.range.contains(where: { tokens.tokens[$0].kind == .word || tokens.tokens[$0].kind == .number })
      else { continue }
      if index == 0, unit.marker.map({ $0.range.upperBound >= sentence.range.upperBound }) ?? false { continue }
      // "Roll call: Ana - aye, Ben - nay. Motion carried."
      if found == nil, index + 1 < unit.sentences.count, isProcedure(sentence) { continue }
      guard isOutcome(sentence) else {
        if found != nil, isReply(unit), (weigh(.decision, sentence)?.score ?? 0) < 2 { break }
        return nil
      }
      found = found ?? sentence
    }
    // "Ana: Agreed." may be her opinion; "Ana: Motion carried." is none.
    guard let found, unit.speaker == nil || (weigh(.decision, found)?.score ?? 0) >= 2 else { return nil }
    return found
  }

  /// Below a proposal more may be said than that it was agreed: "Agreed. Direct feedback is welcome."
  private func isReply(_ unit: Unit) -> Bool {
    guard let motion = openMotion, motion.candidate == nil, !isPast(motion, unit) else { return false }
    let depth = utterances[motion.utterance].depth
    return depth >= 0 && unit.place.depth == depth + 1
  }

  /// Whether the unit only says how the vote on something before it went; that is then heard as settled, or was already.
  mutating func settlesBefore(_ unit: Unit) -> Bool {
    guard unit.kinds.contains(.decision), let outcome = outcome(unit) else { return false }
    if let motion = openMotion, unit.utterance - motion.latest <= Hearing.longestVote,
      utterances[motion.utterance].heading == utterances[unit.utterance].heading, !isPast(motion, unit)
    {
      openMotion?.latest = unit.utterance
      if let known = motion.candidate, !isOnlyCounted(known) {
        note(outcome, in: known)
        // "Decision: Approved" says it once more.
        if unit.marker != nil { candidates[known].span = span(of: motion, until: unit) }
      } else {
        settle(motion, by: outcome, unit)
      }
      return true
    }
    for position in placesBefore(unit) {
      let known = candidates.indices.suffix(Hearing.recent).last {
        candidates[$0].kind == .decision && candidates[$0].score >= 2 && candidates[$0].utterance == position
      }
      if let known {
        note(outcome, in: known)
        return true
      }
      guard Hearing.statement.contains(utterances[position].words) else { continue }
      guard unit.marker == nil, let motion = motion(ofUtterance: position, before: unit) else { return false }
      openMotion = motion
      settle(motion, by: outcome, unit)
      return true
    }
    return false
  }

  /// The utterances under the same heading right before an outcome, but for those that say who moved and who voted.
  private func placesBefore(_ unit: Unit) -> [Int] {
    var found: [Int] = []
    for position in (max(0, unit.utterance - Hearing.longestProcedure)..<unit.utterance).reversed() {
      guard found.count < Hearing.outcomeReach, utterances[position].heading == utterances[unit.utterance].heading else { break }
      if !utterances[position].isProcedural { found.append(position) }
    }
    return found
  }

  /// Something else was said since the votes on the motion were told.
  private func isPast(_ motion: Motion, _ unit: Unit) -> Bool {
    // "All in favor" is a vote and an outcome.
    guard motion.latest < unit.utterance else { return false }
    let between = utterances[(motion.latest + 1)..<unit.utterance]
    let depth = utterances[motion.utterance].depth
    // What stands below the next item of the list is said of that one.
    let isBeside = depth >= 0 && unit.place.depth > depth
    return between.contains {
      Hearing.statement.contains($0.words) && !$0.isProcedural && (motion.candidate != nil || isBeside && $0.depth == depth)
    }
  }

  /// What was said right before, where an outcome can be of it.
  private func motion(ofUtterance position: Int, before unit: Unit) -> Motion? {
    let before = utterances[position]
    guard !before.asks, !before.isEcho, before.depth <= unit.place.depth,
      unit.speaker == nil
    else { return nil }
    let words = before.opening
    let text = words.utf8.last == 0x2E ? String(words.dropLast()) : words
    return Motion(
      utterance: position, text: text, span: before.span, wordKeys: WordKeys(), latest: unit.utterance, candidate: nil)
  }

  private mutating func settle(_ motion: Motion, by outcome: SentenceCues, _ unit: Unit) {
    guard let weighed = weigh(.decision, outcome) else { return }
    let text = turnsDown(outcome) ? motion.text + ". " + trimmed(outcome.range) : motion.text
    var candidate = make(.decision, outcome.range, unit, weighed.score, weighed.evidence, text: text)
    candidate.span = span(of: motion, until: unit)
    candidate.wordKeys = motion.wordKeys
    candidate.utterance = motion.utterance
    addVoted(&candidate, outcome)
    addDetails(&candidate, unit, from: 0)
    dropWording(of: motion)
    openMotion?.candidate = candidates.count
    candidates.append(candidate)
  }

  /// What the words of a motion alone were heard as, before its outcome was told. It stays where it is, as a title does.
  mutating func dropWording(of motion: Motion) {
    let known = candidates.indices.suffix(Hearing.recent).last {
      candidates[$0].kind == .decision && candidates[$0].utterance == motion.utterance && candidates[$0].span.overlaps(motion.span)
    }
    if let known { candidates[known].score = 0 }
  }

  /// "Ana seconded the motion", while what became of it is still to be told.
  func isOnMotion(_ unit: Unit) -> Bool {
    guard let motion = openMotion, motion.candidate == nil, motion.utterance < unit.utterance,
      unit.utterance - motion.latest <= Hearing.outcomeReach, utterances[unit.utterance].words <= Hearing.longestSecond,
      utterances[motion.utterance].heading == utterances[unit.utterance].heading
    else { return false }
    return unit.sentences.contains { $0.matches.contains { cue($0).kind == .sign && cue($0).role == "decider" } }
  }

  /// In words.
  private static let longestSecond = 6

  /// From the words that were moved to those that say what became of them, where they stand close by.
  private func span(of motion: Motion, until unit: Unit) -> Span {
    let isNear = utterances[motion.utterance..<unit.utterance].count { !$0.isProcedural } <= Hearing.outcomeReach
    return isNear ? motion.span.union(span(unit.range)) : motion.span
  }

  private mutating func note(_ outcome: SentenceCues, in known: Int) {
    guard candidates[known].votes == nil else { return }
    candidates[known].votes = outcome.matches.first { cue($0).kind == .vote }.map { trimmed($0.range) }
  }

  func addVoted(_ candidate: inout Candidate, _ outcome: SentenceCues) {
    candidate.score += Weights.voted
    candidate.evidence.append(Evidence(cue: "place/voted", weight: Weights.voted, span: span(outcome.range)))
  }

  // MARK: Motions

  /// Keeps what the unit moves until its outcome is told, or counts the vote that it tells.
  mutating func noteMotion(_ unit: Unit) {
    countBallot(unit)
    if unit.sentences.count == 1, isProcedural(unit.sentences[0]) { noteProcedure(unit) }
    guard let moved = lastMotion(unit.sentences[...]), !isQuestion(moved) else { return }
    var part = unit
    (part.range, part.marker) = (moved.range, nil)
    openMotion = motion(part)
  }

  /// "Second: Ana", "Ana: yes"
  func isProcedural(_ sentence: SentenceCues) -> Bool {
    isBallot(sentence) || sentence.matches.contains { cue($0).kind == .sign && cue($0).role == "procedure" }
  }

  /// Whoever seconds and votes brings the talk back to the motion that is still open.
  private mutating func noteProcedure(_ unit: Unit) {
    utterances[unit.utterance].isProcedural = true
    guard let motion = openMotion, motion.candidate == nil, unit.utterance - motion.latest <= Hearing.longestProcedure,
      utterances[motion.utterance].heading == utterances[unit.utterance].heading, !isBallot(unit.sentences[0])
    else { return }
    openMotion?.latest = unit.utterance
  }

  private func lastMotion(_ sentences: ArraySlice<SentenceCues>) -> SentenceCues? {
    sentences.last { movesSomething($0) }
  }

  private func motion(_ unit: Unit) -> Motion? {
    let start = unit.marker.map { min($0.range.upperBound, unit.range.upperBound) } ?? unit.range.lowerBound
    let words = max(start, unit.range.lowerBound)..<unit.range.upperBound
    guard words.contains(where: { tokens.tokens[$0].kind == .word }) else { return nil }
    return Motion(
      utterance: unit.utterance, text: trimmed(words), span: span(words), wordKeys: wordKeys(words),
      latest: unit.utterance, candidate: nil)
  }

  /// Where what an outcome settles begins in its own unit: "Ana moved to accept it. Ben seconded. Carried.", "Plan for the garden.
  /// Tabled until May."
  func motion(before index: Int, _ unit: Unit) -> Int? {
    guard index > 0, isOutcome(unit.sentences[index]) || namesNothing(unit.sentences[index]) else { return nil }
    let near = unit.sentences[max(0, index - Hearing.outcomeReach)..<index]
    if let moved = lastMotion(near) { return moved.range.lowerBound }
    // "Discussion." stands between a motion and how it went.
    guard let before = unit.sentences[..<index].last(where: { !isProcedural($0) }), !isQuestion(before),
      (weigh(.decision, before)?.score ?? 0) < 2
    else { return nil }
    return before.range.lowerBound
  }

  /// The sentence that tells what became of a proposal in its own unit, and where in it that begins: "Buy it, approved 9-1."
  private func outcome(behind unit: Unit) -> (sentence: SentenceCues, begin: Int)? {
    for sentence in unit.sentences.dropFirst() {
      if let behind = sentence.matches.first(where: { cue($0).kind == .decision && cue($0).yields.contains("behind") }) {
        return (sentence, behind.range.lowerBound)
      }
      if isOutcome(sentence) { return (sentence, sentence.range.lowerBound) }
    }
    // What follows a marker is moved, and "50 for the lamp" in it is no vote.
    let isMarked = unit.sentences.first?.isMarker ?? false
    let counted = unit.sentences.dropFirst(isMarked ? 2 : 1).first { sentence in
      sentence.matches.contains { cue($0).kind == .vote }
    }
    return counted.map { ($0, $0.range.lowerBound) }
  }

  /// "Denied, 0-7.": without these words what was moved would be told as settled.
  private func turnsDown(_ sentence: SentenceCues) -> Bool {
    sentence.matches.contains { cue($0).kind == .decision && cue($0).yields.contains("lost") }
  }

  /// A proposal with its votes behind it was decided on; without, it is none of the meeting's decisions.
  mutating func hearVotedProposal(_ unit: Unit) {
    guard let (voted, begin) = outcome(behind: unit) else {
      openMotion = motion(unit)
      return
    }
    guard let weighed = weigh(.decision, voted) else { return }
    let start = unit.marker.map { min($0.range.upperBound, begin) } ?? unit.range.lowerBound
    let words = start..<(turnsDown(voted) ? voted.range.upperBound : begin)
    guard (start..<begin).contains(where: { tokens.tokens[$0].kind == .word }) else { return }
    var candidate = make(.decision, words, unit, weighed.score, weighed.evidence)
    candidate.wordKeys = wordKeys(start..<begin)
    addVoted(&candidate, voted)
    // The marker is a sentence of its own.
    addDetails(&candidate, unit, from: unit.sentences.firstIndex { $0.range.upperBound > start } ?? 0)
    openMotion = motion(unit)
    openMotion?.candidate = candidates.count
    candidates.append(candidate)
  }
}
