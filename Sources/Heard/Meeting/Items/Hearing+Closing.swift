/// Hears whose task the words before are, where the notes name the owner behind them.
import HeardGrammar

extension Hearing {
  /// "Ana: bake a cake", "Cooks and waiters: agree on a day": one sentence that begins with a task behind its label.
  func isLabelled(_ unit: Unit) -> Bool {
    guard unit.sentences.count == 1, let first = unit.range.first else { return false }
    let isSaid = unit.speaker != nil || !labelParties.isEmpty
    let label = isSaid ? nil : UtteranceReader(text: text, tokens: tokens).label(at: first)
    let task = label.map { $0.upperBound + 1 } ?? first
    guard isSaid || label != nil, task < unit.range.upperBound else { return false }
    return tagger.lists.isTask(tokens.tokens[task].word)
  }

  func isClosing(_ match: CueMatch) -> Bool { cue(match).kind == .marker && cue(match).yields.contains("closing") }

  /// "The fence is rotten. Ana to action.": the sentence that an owner behind it makes a task. The other sentences are left.
  mutating func hearClosed(_ unit: Unit) -> [SentenceCues] {
    guard unit.kinds.contains(.marker) else { return unit.sentences }
    var taken: Set<Int> = []
    for (index, sentence) in unit.sentences.enumerated() {
      guard let match = sentence.matches.first(where: { isClosing($0) }) else { continue }
      // Behind the end of the sentence before, or at the end of its own.
      let isAlone = match.range.lowerBound - sentence.range.lowerBound <= 1
      let first = isAlone ? index - 1 : index
      guard first >= 0, !taken.contains(first) else { continue }
      var part = unit
      part.range = unit.sentences[first].range.lowerBound..<min(match.range.lowerBound, sentence.range.upperBound)
      part.sentences = [unit.sentences[first]]
      guard part.range.contains(where: { tokens.tokens[$0].kind == .word }) else { continue }
      hearWholeAction(part, [evidence(match)], by: match)
      taken.formUnion([first, index])
    }
    return taken.isEmpty
      ? unit.sentences : unit.sentences.indices.filter { !taken.contains($0) }.map { unit.sentences[$0] }
  }

  /// A sentence of another line.
  struct Statement {
    var block: Int
    var tokens: Range<Int>
    var utterance: Int
  }

  mutating func noteStatement(_ unit: Unit) {
    guard document.blocks[unit.place.block].kind != .heading else {
      lastStatement = nil
      return
    }
    let last = unit.sentences.last { sentence in sentence.range.contains { tokens.tokens[$0].kind == .word } }
    lastStatement = last.map { Statement(block: unit.place.block, tokens: $0.range, utterance: unit.utterance) }
  }

  /// "Action: Ana" and nothing else: whose task the line before is, or whose the action is that was heard in it.
  mutating func takeOwner(_ unit: Unit) -> Bool {
    guard let marker = unit.marker, cue(marker).role == "action", marker.range.lowerBound - unit.range.lowerBound <= 1,
      namesOnly(end(of: marker)..<unit.range.upperBound), !unit.place.isHeading, !unit.place.isTicked,
      !unit.place.isUnticked, !hasChildren(unit.place)
    else { return false }
    let isOpen = isChoice(in: unit.range)
    let owners = isOpen ? [] : parties(in: unit.range)
    guard isOpen || !owners.isEmpty else { return false }
    if let last = candidates.indices.last, candidates[last].kind == .action,
      candidates[last].utterance == unit.utterance - 1
    {
      if candidates[last].owners.isEmpty { candidates[last].owners = owners }
      if candidates[last].score < cue(marker).weight {
        candidates[last].score = cue(marker).weight
        candidates[last].evidence.append(evidence(marker))
      }
      return true
    }
    guard let statement = lastStatement, statement.utterance == unit.utterance - 1 else { return false }
    add(statement, marker, owners, unit)
    return true
  }

  /// "Complete" or "Completed [9]" and nothing else right below an action: what became of it.
  mutating func takeStatus(_ unit: Unit) -> Bool {
    guard unit.place.isDetail || unit.place.role == .actions, let last = candidates.indices.last,
      candidates[last].kind == .action, candidates[last].utterance == unit.utterance - 1, unit.range.count <= 5
    else { return false }
    let words = unit.range.filter { tokens.tokens[$0].kind == .word }
    guard !words.isEmpty, words.allSatisfy({ tagger.lists.isDone(tokens.tokens[$0].word) }) else { return false }
    candidates[last].status = .done
    return true
  }

  /// "Owner: Ana", "Due: 3 May", "Status: done" right below an action: what a table has in its columns.
  mutating func takeDetail(_ unit: Unit) -> Bool {
    guard let last = candidates.indices.last, candidates[last].kind == .action, isBelow(candidates[last], unit),
      unit.utterance - candidates[last].utterance <= Hearing.mostDetails,
      let label = UtteranceReader(text: text, tokens: tokens).label(at: unit.range.lowerBound), label.count <= 3,
      let match = matcher.matchWhole(.column, tokens, range: label, preferring: spoken)
    else { return false }
    let words = min(label.upperBound + 1, unit.range.upperBound)..<unit.range.upperBound
    switch grammar.cues[Int(match.cue)].role {
    case "owner" where namesOnly(words):
      if candidates[last].owners.isEmpty, !isChoice(in: words) { candidates[last].owners = parties(in: words) }
    case "due":
      if candidates[last].due == nil { candidates[last].due = due(in: words, isAnswer: true) }
    case "status":
      if saysDone(words) { candidates[last].status = .done }
    default: return false
    }
    return true
  }

  /// In an item below the action's, or further down in its own.
  private func isBelow(_ action: Candidate, _ unit: Unit) -> Bool {
    if unit.place.isDetail { return true }
    let block = utterances[action.utterance].block
    return unit.place.isFurther && (block == unit.place.block || unit.place.item.map { Int(document.blocks[block].parent) == $0 } ?? false)
  }

  /// In lines below the action.
  private static let mostDetails = 4

  /// Nobody where the notes leave it open.
  func closingOwners(_ match: CueMatch) -> [Party]? {
    guard let slot = match[slots.owner] else { return nil }
    return isChoice(in: slot) ? [] : parties(in: slot)
  }

  private mutating func add(_ statement: Statement, _ marker: CueMatch, _ owners: [Party], _ unit: Unit) {
    let leaf = leaves.leaf(statement.block)
    let words = leaf.tokens.tokens[statement.tokens]
    guard let first = words.first, let last = words.last(where: { $0.kind != .punctuation }), first.start < last.end
    else { return }
    let range = Int(first.start)..<Int(last.end)
    var candidate = Candidate(
      kind: .action, span: leaf.text.span(of: range), text: leaf.text.string(range), score: cue(marker).weight,
      evidence: [evidence(marker)], utterance: statement.utterance)
    candidate.owners = owners
    candidate.topic = topic(of: statement.block)
    candidate.day = currentDay
    candidates.append(candidate)
  }

  func namesOnly(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = Int(tokens.personEnd[index])
      let token = tokens.tokens[index]
      guard
        end > index || token.kind == .punctuation || tagger.lists.isConjunction(token.word)
          || tagger.lists.isChoice(token.word)
      else { return false }
      index = max(end, index + 1)
    }
    return true
  }

  /// Below an item of earlier actions: what was said of it, where the words name no task.
  func isTalkOfCarried(_ unit: Unit) -> Bool {
    let place = unit.place
    guard place.role == .actions, place.depth > 0, unit.marker == nil, !place.isTicked, !place.isUnticked,
      place.sectionCue >= 0, grammar.cues[Int(place.sectionCue)].yields.contains("carried")
    else { return false }
    return unit.sentences.allSatisfy { weigh(.action, $0).map { $0.score <= 0 } ?? true }
  }

  func hasChildren(_ place: Place) -> Bool {
    place.item.map { Int(document.blocks[$0].end) > place.block + 1 } ?? false
  }
}
