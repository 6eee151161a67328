/// Weighs sentences by what was learned from labelled notes: evidence beside that of cues.
import HeardGrammar

extension Hearing {
  /// Sums that many sentences share, and memory that each uses again.
  struct LearnedMemory {
    var symbols: [UInt32] = []
    /// By twice the block of a leaf: what it says as a heading; and one more: as the words of an item around others.
    var around = NumberMap<LearnedWeights.Sum>()
  }

  /// What learned weights say about each sentence; markers get none.
  mutating func weighWording(_ heard: inout [SentenceCues], _ place: Place, hasSpeaker: Bool, hasLabel: Bool) {
    let weights = grammar.tables.weights
    guard options.keepsFeatures || weights.languages.contains(language.ofBlock) && mayTell(place) else { return }
    var telling = Telling(
      place: place, hasSpeaker: hasSpeaker, hasLabel: hasLabel, markerRole: marker(in: heard).map { cue($0).role ?? "other" } ?? "",
      sentences: heard.count { !$0.isMarker })
    let around = sumAround(place, weights)
    // The memory of one sentence after the other.
    var symbols: [UInt32] = []
    swap(&symbols, &learned.symbols)
    for index in heard.indices where !heard[index].isMarker {
      let starts = readSymbols(of: heard[index].range, into: &symbols)
      // Of a word or two it says little what sentences of them are as a rule.
      guard symbols.count >= Hearing.leastSymbols else { continue }
      var sum = around
      forEachFeature(ofWords: symbols) { weights.add($0, to: &sum) }
      forEachTrait(telling, heard[index].range, symbols, starts) { weights.add(Feature(.trait, $0.rawValue), to: &sum) }
      heard[index].wording = sum
      if options.keepsFeatures { keepFeatures(telling, heard[index].range, symbols, starts) }
      telling.position += 1
    }
    swap(&symbols, &learned.symbols)
  }

  /// What learned weights say of a sentence for a kind of item, in log-odds; nil where nothing was learned.
  private func wording(_ kind: Cue.Kind, _ sentence: SentenceCues) -> Double? {
    sentence.wording.map { Double(kind == .action ? $0.action : $0.decision) / 100 }
  }

  /// Adds what learned weights say to the evidence of an item that something else speaks for. They only speak for it: a cue is right about
  /// its words wherever they stand, and what a veto says is not outweighed by what sentences like it are as a rule.
  func addWording(_ kind: Cue.Kind, _ sentences: [SentenceCues], _ unit: Unit, _ score: inout Double, _ evidence: inout [Evidence]) {
    guard !isMarkedOtherwise(unit, kind), kind == .decision || unit.place.role != .decisions,
      let said = sentences.compactMap({ wording(kind, $0) }).max(),
      !evidence.contains(where: { $0.weight < 0 })
    else { return }
    let share = LearnedShare(kind)
    let weight = min(share.beside * (said - share.neutral), LearnedShare.most)
    guard weight > 0 else { return }
    score += weight
    let range = sentences.count == 1 ? sentences[0].range : unit.range
    evidence.append(Evidence(cue: Hearing.wordingCue, weight: weight, span: span(range)))
  }

  private static let leastSymbols = 3
  static let wordingCue = "learned/wording"

  /// Whether what stands there may be an item of this meeting whose words alone tell of it. In a table its column tells what a cell is, and
  /// a title is often worded as a task.
  private func mayTell(_ place: Place) -> Bool {
    switch place.role {
    case .attendees, .absentees, .guests, .officers, .template, .reference, .done, .wins, .setbacks: false
    case .actions: true
    default: document.blocks[place.block].kind != .cell
    }
  }

  /// "DECISION: …" is no task, whatever its verb, and "TODO: …" settles nothing.
  private func isMarkedOtherwise(_ unit: Unit, _ kind: Cue.Kind) -> Bool {
    guard let role = unit.marker.map({ cue($0).role }) ?? nil else { return false }
    return kind == .action ? role != "action" : role != "decision"
  }

  /// The sentence that by its wording alone is an item of a kind, and its weight.
  private func worded(_ kind: Cue.Kind, _ sentences: [SentenceCues]) -> (sentence: SentenceCues, weight: Double)? {
    let share = LearnedShare(kind)
    var best: (sentence: SentenceCues, weight: Double)?
    for sentence in sentences {
      guard let said = wording(kind, sentence), said >= share.least else { continue }
      let weight = 2 + share.alone * (said - share.least)
      if best.map({ $0.weight < weight }) ?? true { best = (sentence, weight) }
    }
    return best
  }

  /// A sentence is by its wording alone an action or a decision.
  func isWorded(_ sentences: [SentenceCues]) -> Bool {
    worded(.action, sentences) != nil || worded(.decision, sentences) != nil
  }

  /// Hears a task that no cue and no place told of.
  mutating func hearWordedAction(_ unit: Unit) {
    guard unit.marker == nil, !unit.place.isHeading, let (sentence, weight) = worded(.action, unit.sentences) else { return }
    if isQuestion(sentence) || isVetoed(.action, sentence, unit) || isRoll(sentence) || tellsOfThing(sentence) || isProcedural(sentence) {
      return
    }
    let evidence = [Evidence(cue: Hearing.wordingCue, weight: weight, span: span(sentence.range))]
    var candidate = make(.action, sentence.range, unit, weight, evidence, text: "")
    candidate.owners = owners(unit, nil, in: [sentence], isWhole: unit.sentences.count == 1)
    candidate.text = trimmed(withoutOwner(sentence.range, unit, nil))
    candidate.due = due(in: sentence.range) ?? labelDue(unit, isWhole: false)
    finish(candidate, unit, sentence.range, [sentence])
  }

  /// "Members present: Ana, Ben"
  private func isRoll(_ sentence: SentenceCues) -> Bool { sentence.matches.contains { cue($0).kind == .presence } }

  /// "Lumina will print a list", where nobody knows whether that is somebody.
  private func tellsOfThing(_ sentence: SentenceCues) -> Bool {
    let first = sentence.range.lowerBound
    guard first + 1 < sentence.range.upperBound, Int(tokens.personEnd[first]) <= first else { return false }
    let token = tokens.tokens[first]
    return token.kind == .word && token.word == 0 && tagger.lists.isPromising(tokens.tokens[first + 1].word)
  }

  /// A cue speaks against a kind in the sentence, or against all of its unit.
  private func isVetoed(_ kind: Cue.Kind, _ sentence: SentenceCues, _ unit: Unit) -> Bool {
    !blockVetoes(against: kind, unit).isEmpty
      || sentence.matches.contains { speaks($0, against: kind) }
  }

  /// Hears a decision that no cue and no place told of.
  ///
  /// - Parameter first: where the candidates of the unit begin.
  mutating func hearWordedDecision(_ unit: Unit, from first: Int) {
    guard unit.marker == nil, !unit.place.isHeading, let (sentence, weight) = worded(.decision, unit.sentences), !isQuestion(sentence),
      !isVetoed(.decision, sentence, unit), !isOnMotion(unit), !isProcedural(sentence), !isSomebodysTask(sentence, from: first)
    else { return }
    let evidence = [Evidence(cue: Hearing.wordingCue, weight: weight, span: span(sentence.range))]
    var candidate = make(.decision, sentence.range, unit, weight, evidence)
    addDetails(&candidate, unit, from: unit.sentences.firstIndex { $0.range == sentence.range } ?? 0)
    candidates.append(candidate)
  }

  /// "Ana agreed to write to the town": a task of hers, and nothing else is settled.
  private func isSomebodysTask(_ sentence: SentenceCues, from first: Int) -> Bool {
    let place = span(sentence.range)
    return candidates[first...].contains { candidate in
      guard candidate.kind == .action, candidate.score >= 2, candidate.span.overlaps(place) else { return false }
      return candidate.owners.contains { if case .group = $0 { false } else { true } }
    }
  }

  /// What the heading above and the item around say.
  private mutating func sumAround(_ place: Place, _ weights: LearnedWeights) -> LearnedWeights.Sum {
    var sum = LearnedWeights.Sum()
    if let heading = headingBlock(of: Int(outline.scopeOfBlock[place.block])) { sum += self.sum(of: .heading, around: heading, weights) }
    if let item = itemAround(place) { sum += self.sum(of: .above, around: item + 1, weights) }
    return sum
  }

  /// Worked out once for all that stands below a leaf.
  private mutating func sum(of kind: Feature.Kind, around leaf: Int, _ weights: LearnedWeights) -> LearnedWeights.Sum {
    let key = leaf * 2 + (kind == .heading ? 0 : 1)
    if let known = learned.around[key] { return known }
    var sum = LearnedWeights.Sum()
    forEachFeature(of: kind, around: leaf) { weights.add($0, to: &sum) }
    learned.around.set(key, sum)
    return sum
  }

  private func headingBlock(of scope: Int) -> Int? {
    guard scope > 0, outline.scopes[scope].block >= 0 else { return nil }
    let block = outline.scopes[scope].block
    if document.blocks[block].isLeaf { return block }
    return block + 1 < document.blocks.count && document.blocks[block + 1].isLeaf ? block + 1 : nil
  }

  /// The item that the item at hand stands in, where its own words come first in it.
  private func itemAround(_ place: Place) -> Int? {
    guard let above = place.item.flatMap({ item(around: $0) }), document.blocks[above + 1].isLeaf else { return nil }
    return above
  }

  /// Keeps the names of all features of a sentence, for learning.
  private mutating func keepFeatures(_ telling: Telling, _ range: Range<Int>, _ symbols: [UInt32], _ starts: (first: Int, second: Int)) {
    var found: [Feature] = []
    forEachFeature(ofWords: symbols) { found.append($0) }
    forEachTrait(telling, range, symbols, starts) { found.append(Feature(.trait, $0.rawValue)) }
    if let heading = headingBlock(of: Int(outline.scopeOfBlock[telling.place.block])) {
      forEachFeature(of: .heading, around: heading) { found.append($0) }
    }
    if let item = itemAround(telling.place) { forEachFeature(of: .above, around: item + 1) { found.append($0) } }
    features.append(SentenceFeatures(span: span(range), names: found.map { grammar.name(of: $0) }))
  }
}

/// How much learned weights count: beside cues and places they tell only a part anew. Found on notes that neither had seen.
private struct LearnedShare {
  /// Beside other evidence: the share of what they say above the neutral.
  var beside: Double
  var neutral: Double
  /// Alone: from where on it is an item, and the share of what lies above.
  var least: Double
  var alone: Double

  /// So that weak cues beside usual words are not told as sure.
  static let most = 1.8

  init(_ kind: Cue.Kind) {
    (beside, neutral, least, alone) = kind == .action ? (0.7, -3, 0.8, 0.76) : (1, -3.5, 0.3, 0.83)
  }
}

/// What was seen of one sentence, as files of the Grammar write it.
public struct SentenceFeatures: Sendable {
  public var span: Span
  public var names: [String]
}
