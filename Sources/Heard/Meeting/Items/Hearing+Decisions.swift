/// Hears decisions, with their reasons, votes and dissent.
import HeardGrammar

extension Hearing {
  /// - Returns: the unit only says what became of what stands before it.
  mutating func hearDecisions(_ unit: Unit) -> Bool {
    if settlesBefore(unit) {
      utterances[unit.utterance].isProcedural = true
      return true
    }
    if utterances[unit.utterance].isProcedural, !unit.kinds.contains(.decision), !isBareVote(unit) { return true }
    if unit.marker.map({ cue($0).role == "proposal" }) ?? false || unit.place.classRole == "proposal" {
      hearVotedProposal(unit)
    } else if let structure = decisionStructure(unit) {
      hearWholeDecision(unit, structure)
    } else {
      hearSettled(unit)
    }
    return false
  }

  private mutating func hearSettled(_ unit: Unit) {
    for (index, sentence) in unit.sentences.enumerated() {
      guard var weighed = weigh(.decision, sentence) else { continue }
      if isQuestion(sentence) { continue }
      addPlace(&weighed, unit)
      addWording(.decision, [sentence], unit, &weighed.score, &weighed.evidence)
      let start = motion(before: index, unit)
      if start == nil, isToldAgain(sentence, unit) || isMereYes(sentence, unit) { continue }
      let words = (start ?? sentence.range.lowerBound)..<sentence.range.upperBound
      var candidate = make(.decision, words, unit, weighed.score, weighed.evidence)
      if start != nil, unit.speaker == nil { addVoted(&candidate, sentence) }
      candidate.isVerdict = isVerdict(sentence, weighed)
      if let best = weighed.best, let slot = best[slots.by] { candidate.owners = parties(in: slot) }
      addDetails(&candidate, unit, from: index)
      candidates.append(candidate)
    }
  }

  /// "Ana: agreed!" says yes to something, and not to what.
  private func isMereYes(_ sentence: SentenceCues, _ unit: Unit) -> Bool {
    unit.speaker != nil && unit.marker == nil && sentence.range.count { tokens.tokens[$0].kind == .word } == 1
      && sentence.matches.contains { cue($0).kind == .answer && cue($0).role == "affirmation" }
  }

  /// Says that something was settled, and what stands before or behind it.
  private func isVerdict(_ sentence: SentenceCues, _ weighed: Weighed) -> Bool {
    if let yields = weighed.best.map({ cue($0).yields }), yields.contains("outcome") || yields.contains("tally") {
      return true
    }
    return sentence.range.last.map { tokens.tokens[$0].mark == 0x3A } ?? false
  }

  private func decisionStructure(_ unit: Unit) -> [Evidence]? {
    let place = unit.place
    let whole = span(unit.range)
    var found: [Evidence] = []
    if let marker = unit.marker {
      guard cue(marker).role == "decision" else { return nil }
      found.append(evidence(marker))
      // "Resolution: the new roof" among the points of an agenda says what there is to resolve.
      if place.role == .agenda { found.append(Evidence(cue: "place/agenda", weight: Weights.agenda, span: whole)) }
    }
    if place.classRole == "decision" {
      found.append(Evidence(cue: "place/class", weight: Weights.htmlClass, span: whole))
    }
    // What somebody says below a conclusion is talk that goes on.
    let isTalk = place.depth < 0 && unit.speaker != nil || opensWithTalkLabel(unit)
    if place.role == .decisions, !place.isHeading, !isTalk, !isTitle(unit), place.depth >= 0 || unit.sentences.count <= 3 {
      let id = place.sectionCue >= 0 ? grammar.cues[Int(place.sectionCue)].id : "place/section"
      let weight = place.sectionCue >= 0 ? grammar.cues[Int(place.sectionCue)].weight : 0
      found.append(Evidence(cue: id, weight: weight, span: whole))
      if depth(below: place) > 0 { found.append(Evidence(cue: "place/detail", weight: Weights.detail, span: whole)) }
    }
    return found.isEmpty ? nil : found
  }

  /// "Key boxes" with a paragraph below it that tells what was decided about them.
  private func isTitle(_ unit: Unit) -> Bool {
    let block = document.blocks[unit.place.block]
    guard !unit.kinds.contains(.decision), unit.range.count <= Hearing.longestTitle, block.kind == .paragraph,
      tokens.tokens[unit.range.upperBound - 1].kind == .word, Int(block.end) < document.blocks.count
    else { return false }
    let next = document.blocks[Int(block.end)]
    return next.kind == .paragraph && next.parent == block.parent
      && next.stop - next.start > max(Hearing.shortestTold, 2 * (block.stop - block.start))
  }

  /// In tokens.
  private static let longestTitle = 6
  /// In bytes: what is told below a title.
  private static let shortestTold: Int32 = 60

  /// "Details: …", "Presenter: Ana" below a motion.
  private func opensWithTalkLabel(_ unit: Unit) -> Bool {
    guard unit.range.count > 2, tagger.lists.isTalkLabel(tokens.tokens[unit.range.lowerBound].word) else { return false }
    return tokens.tokens[unit.range.lowerBound + 1].mark == 0x3A
  }

  /// How deep an item is nested among the decisions: "Verdict:" may itself stand in a list, and titles part the decisions of one.
  private func depth(below place: Place) -> Int {
    guard place.depth > 0, let scope = outline.role(of: place.block)?.scope else { return place.depth }
    let titles = outline.chain(of: place.block).prefix { $0.block != outline.scopes[scope].block }.count { $0.kind == .item }
    guard outline.scopes[scope].kind == .item else { return place.depth - titles }
    return place.depth - titles - (outline.scopes[scope].level - SectionReader.itemLevel) - 1
  }

  private mutating func hearWholeDecision(_ unit: Unit, _ structure: [Evidence]) {
    var score = structure.reduce(0) { $0 + $1.weight }
    var evidence = structure
    if let sentence = unit.sentences.first, let weighed = weigh(.decision, sentence), weighed.score > 0 {
      // A detail of something settled may say itself that it is settled.
      score = max(score + weighed.score * 0.5, weighed.score)
      evidence += weighed.evidence
    }
    let vetoes = blockVetoes(against: .decision, unit)
    score += sum(vetoes)
    evidence += self.evidence(vetoes)
    // A clear assignment under "Conclusion" is an action; so is a question no decision.
    if unit.marker == nil, unit.place.classRole.isEmpty {
      if unit.sentences.allSatisfy({ isQuestion($0) }) { return }
      let action = unit.sentences.first.flatMap { weigh(.action, $0) }
      let isAssigned = action.map { $0.score >= 3 && ($0.best.map { hasOwner($0) } ?? false) } ?? false
      if isAssigned || namesWhoseTask(unit) { score += Weights.assignment }
    }
    addWording(.decision, unit.sentences, unit, &score, &evidence)
    var range = unit.range
    if let marker = unit.marker, marker.range.lowerBound - range.lowerBound <= 1 {
      range = min(marker.range.upperBound, range.upperBound)..<range.upperBound
    }
    guard range.contains(where: { tokens.tokens[$0].kind == .word }), unit.marker != nil || !namesOffice(range) else {
      return
    }
    if unit.marker != nil { dropTitle(above: unit.place) }
    var candidate = make(.decision, range, unit, score, evidence)
    addDetails(&candidate, unit, from: unit.sentences.firstIndex { $0.range.upperBound > range.lowerBound } ?? 0)
    candidates.append(candidate)
  }

  /// "Resolution: New Roof" above "Resolved: that the roof …" says what is resolved, and not how.
  private mutating func dropTitle(above place: Place) {
    guard let item = place.item, let above = self.item(around: item), above + 1 < item else { return }
    let title = document.blocks[above + 1]
    let found = candidates.indices.suffix(Hearing.nearTitle).last { index in
      let known = candidates[index]
      return known.kind == .decision && known.evidence.count { $0.cue != Hearing.wordingCue } == 1 && known.span.start >= title.start
        && known.span.end <= title.stop
        && isTitleCase(known.text)
    }
    // It stays where it is: motions know their candidates by number.
    if let found { candidates[found].score = 0 }
  }

  /// In candidates: a title stands right above what it is the title of.
  private static let nearTitle = 8

  /// The item that an item stands in, at whatever depth.
  func item(around item: Int) -> Int? {
    var above = Int(document.blocks[item].parent)
    while above >= 0, document.blocks[above].kind != .item { above = Int(document.blocks[above].parent) }
    return above >= 0 ? above : nil
  }

  /// Its longer words begin with capitals.
  private func isTitleCase(_ text: String) -> Bool {
    text.utf8.split(separator: 0x20).allSatisfy { $0.count <= 3 || $0.first.map { !Ascii.isLower($0) } ?? true }
  }

  /// "Ana Silva, treasurer": says who it is, and nothing of what was settled.
  private func namesOffice(_ range: Range<Int>) -> Bool {
    guard range.count <= 6 else { return false }
    let words = range.map { tokens.tokens[$0] }.filter { $0.kind == .word }
    return words.contains { tagger.lists.isOffice($0.word) }
      && words.allSatisfy { tagger.lists.isOffice($0.word) || $0.flags.contains(.capitalized) }
  }

  private func hasOwner(_ match: CueMatch) -> Bool {
    match[slots.owner] != nil || cue(match).yields.contains("speaker")
  }

  /// The reason, the votes and the dissent: in the sentence of the decision or right behind it.
  func addDetails(_ candidate: inout Candidate, _ unit: Unit, from index: Int) {
    for (offset, sentence) in unit.sentences[index...].prefix(3).enumerated() {
      for match in sentence.matches {
        switch cue(match).kind {
        case .reason where candidate.reason == nil:
          let opensSentence = match.range.lowerBound - sentence.range.lowerBound <= 1
          guard offset == 0 || (offset == 1 && opensSentence) else { continue }
          candidate.reason = trimmed(match.range.lowerBound..<sentence.range.upperBound)
        case .vote where candidate.votes == nil: candidate.votes = trimmed(match.range)
        case .dissent where !isCounted(match, sentence):
          let words = trimmed(sentence.range)
          if !candidate.dissent.contains(words) { candidate.dissent.append(words) }
        default: break
        }
      }
    }
  }

  /// A number against is a part of the vote's count, which is told as such.
  private func isCounted(_ match: CueMatch, _ sentence: SentenceCues) -> Bool {
    sentence.matches.contains { cue($0).kind == .vote && $0.range.overlaps(match.range) }
  }

  func isQuestion(_ sentence: SentenceCues) -> Bool {
    guard let last = sentence.range.last(where: { tokens.tokens[$0].kind == .punctuation }) else { return false }
    return text.bytes[Int(tokens.tokens[last].start)] == 0x3F && sentence.range.upperBound - last <= 2
  }
}
