/// Hears one utterance: its sentences, its marker, its speaker.
import HeardGrammar

extension Hearing {
  /// What the cues said in one sentence.
  struct SentenceCues {
    var range: Range<Int>
    var matches: [CueMatch]
    /// Nothing but a marker, whose words are another sentence.
    var isMarker = false
    /// What learned weights say about it.
    var wording: LearnedWeights.Sum?
  }

  mutating func hear(_ utterance: Utterance, _ place: Place, speaker: Party?) {
    // The memory of one utterance after the other.
    var heard: [SentenceCues] = []
    swap(&heard, &self.heard)
    hear(utterance, place, speaker: speaker, &heard)
    self.heard = heard
  }

  private mutating func hear(_ utterance: Utterance, _ place: Place, speaker: Party?, _ heard: inout [SentenceCues]) {
    let whole = words(of: utterance, place)
    let range = behindStateSigns(whole)
    guard let first = range.first, !isWhollyCode(range) else { return }
    let signs = stateCues(whole.lowerBound..<first)
    let place = ticked(place, by: whole.lowerBound..<first, signs)
    beginUtterance(at: first)
    if !place.isHeading, openLabelledTopic(range) { return }
    if takeDue(range) { return }
    hearSentences(in: range, into: &heard)
    if !signs.isEmpty { heard[0].matches += signs }
    weighWording(&heard, place, hasSpeaker: speaker != nil, hasLabel: !utterance.label.isEmpty)
    let isWorded = isWorded(heard)
    let kinds = hearLateCues(&heard, isWorded: isWorded, utterance, place)
    if !kinds.isDisjoint(with: Unit.signs) { noteSigns(heard, place) }
    if nextDay == nil, kinds.contains(.status) { noteNextMeeting(in: heard) }
    let speaker = (kinds.contains(.marker) ? markedSpeaker(heard) : nil) ?? speaker
    if let item = place.item, hasChildren(place), let teller = speaker ?? subject(of: range) { speakerOfItem.set(item, teller) }
    utterances.append(record(utterance, place, speaker, heard, kinds))
    // One that may still change would be copied for every look at it.
    let unit = Unit(
      utterance: utterances.count - 1, place: place, speaker: speaker, range: range, sentences: heard,
      marker: kinds.contains(.marker) ? marker(in: heard) : nil, label: utterance.label,
      blockVetoes: kinds.contains(.veto) ? blockVetoes(in: heard) : [], kinds: kinds)
    if kinds.contains(.sign) { noteMotion(unit) }
    noteOwners(above: unit)
    if place.isHeading, place.headingHasRole || !mayAsk(heard) { return noteStatement(unit) }
    if takeOwner(unit) || takeStatus(unit) || takeDetail(unit) { return }
    let before = candidates.count
    if let rest = takingOn(unit), rest.mayHoldItem || isWorded || hasChildren(place) { hearItems(rest, isWorded: isWorded) }
    dropRequest(toldBy: unit, from: before)
    correct(by: unit)
    hearDeliberated(unit, from: before)
    noteItems(unit, from: before)
    noteAsking(heard)
    let asks = isHeard(.question, from: before)
    noteTelling(range, asks: asks)
    if asks { noteAsked(utterances[unit.utterance]) }
    noteStatement(unit)
  }

  func kinds(of heard: [SentenceCues]) -> Cue.Kinds {
    var kinds: Cue.Kinds = []
    for sentence in heard { for match in sentence.matches { kinds.formUnion(match.kinds) } }
    return kinds
  }

  private mutating func hearItems(_ unit: Unit, isWorded: Bool) {
    let place = unit.place
    let before = candidates.count
    if mayHoldAction(unit) { hearActions(unit) }
    if chat.isLine { giveToAddressee(from: before) }
    let isVerdict = unit.mayHold(.decision, in: .decisions) && hearDecisions(unit)
    // A task that is written as a question stays a task.
    let isTask =
      place.role == .actions && unit.sentences.count <= 2
      && isHeard(.action, from: before, atLeast: 2)
    if !isTask, unit.mayHold(.question, in: .questions) { hearQuestions(unit) }
    if !unit.kinds.isDisjoint(with: Unit.remarks) { hearRemarks(unit) }
    if isWorded, !isHeard(.question, from: before) {
      if !isHeard(.action, from: before) { hearWordedAction(unit) }
      if !isVerdict, !isHeard(.decision, from: before) { hearWordedDecision(unit, from: before) }
    }
    if let item = place.item, isHeard(.action, from: before, atLeast: 2) {
      itemsWithAction.insert(item)
    }
  }

  /// Who begins or ends with a question asks back; who only says what is unclear may have answered.
  private mutating func noteAsking(_ heard: [SentenceCues]) {
    utterances[utterances.count - 1].asks = asks(heard)
    guard answersItself(heard) else { return }
    utterances[utterances.count - 1].answersItself = true
    utterances[utterances.count - 1].openingBytes = bytes(heard[1].range)
  }

  /// "In Ghent? Yes, on Friday.": a few words to make sure, and the answer.
  private func answersItself(_ heard: [SentenceCues]) -> Bool {
    guard let first = heard.first, let last = heard.last, heard.count > 1 else { return false }
    // "Right? [Yes]": the answer is somebody else's.
    let isBracketed = [0x5B, 0x28].contains(tokens.tokens[heard[1].range.lowerBound].mark)
    return isQuestion(first) && first.range.count <= Hearing.shortCheck && !isQuestion(last) && !isBracketed
  }

  private static let shortCheck = 6

  private func asks(_ heard: [SentenceCues]) -> Bool {
    guard let first = heard.first, let last = heard.last, let own = utterances.last else { return false }
    // "Ben has it. Can you call him?" tells what was asked before it asks for something else.
    if !isQuestion(first), own.tellsAtOnce { return false }
    // Who asks back and then says a good deal does not wait for an answer.
    return isQuestion(last) || isQuestion(first) && own.words <= UtteranceRecord.longReply
  }

  /// Nothing but its cues, its place and the lines below it make an utterance an action.
  private func mayHoldAction(_ unit: Unit) -> Bool {
    if unit.mayHold(.action, in: .actions) || unit.place.isTicked || unit.place.isUnticked { return true }
    return unit.kinds.contains(.marker) || hasChildren(unit.place)
  }

  /// The cues by sentence. A marker in front ("ACTION:") is a sentence of its own, so that the words behind it begin one.
  mutating func hearSentences(in range: Range<Int>, into heard: inout [SentenceCues]) {
    heard.removeAll(keepingCapacity: true)
    sentenceReader.sentences(in: range, tokens, text, into: &sentences)
    guard let first = sentences.first else { return }
    let opening = cues(in: first)
    let marker = opening.last {
      cue($0).kind == .marker && $0.range.lowerBound - range.lowerBound <= 1 && !isInner($0, opening)
    }
    let behind = marker.map { withoutLooseMarks(min(end(of: $0), range.upperBound)..<range.upperBound) } ?? 0..<0
    let rest = behindStateSigns(behind)
    if marker != nil, let begin = rest.first {
      let signs = stateCues(behind.lowerBound..<begin)
      beginUtterance(at: begin)
      heard.append(
        SentenceCues(
          range: range.lowerBound..<begin,
          matches: opening.filter { cue($0).kind == .marker || cue($0).kind == .status } + signs, isMarker: true))
      sentenceReader.sentences(in: rest, tokens, text, into: &sentences)
      for sentence in sentences { heard.append(SentenceCues(range: sentence, matches: cues(in: sentence))) }
    } else {
      heard.append(SentenceCues(range: first, matches: opening))
      for sentence in sentences.dropFirst() { heard.append(SentenceCues(range: sentence, matches: cues(in: sentence))) }
    }
  }

  /// A weaker marker that begins where a stronger one does: "AI: Ana to" around "AI:".
  private func isInner(_ marker: CueMatch, _ all: [CueMatch]) -> Bool {
    all.contains {
      cue($0).kind == .marker && $0.range.lowerBound == marker.range.lowerBound && cue($0).weight > cue(marker).weight
        && $0.range.upperBound < marker.range.upperBound
    }
  }

  private func isWhollyCode(_ range: Range<Int>) -> Bool {
    range.allSatisfy { tokens.tokens[$0].flags.contains(.code) }
  }

  /// Behind a marker; where it is one only in front of a task's verb ("TODO send …"), in front of the verb.
  func end(of marker: CueMatch) -> Int { marker[slots.task]?.lowerBound ?? marker.range.upperBound }

  /// "Q (Ana):" and "A (Ben):" name the one who speaks.
  private func markedSpeaker(_ heard: [SentenceCues]) -> Party? {
    for match in heard.first?.matches ?? [] where cue(match).kind == .marker {
      guard let slot = match[slots.asker] ?? match[slots.by] else { continue }
      let named = parties(in: slot)
      return named.count == 1 ? named[0] : nil
    }
    return nil
  }

  /// A heading is a statement only where it asks, be it for an answer or a deed.
  func mayAsk(_ heard: [SentenceCues]) -> Bool {
    heard.contains { sentence in
      sentence.matches.contains { cue($0).kind == .question || isRequest($0) || settles($0, in: sentence) || namesDecision($0) }
    }
  }

  /// "It was decided that the following officers be appointed:" above the list of them.
  private func settles(_ match: CueMatch, in sentence: SentenceCues) -> Bool {
    cue(match).kind == .decision && cue(match).weight >= Hearing.settling
      && sentence.range.count { tokens.tokens[$0].kind == .word } >= Hearing.shortestSettling
  }

  private static let settling = 3.0
  /// In words: shorter is the label of what stands below.
  private static let shortestSettling = 6

  /// "Please prepare for the vote:" above what is meant by it.
  private func isRequest(_ match: CueMatch) -> Bool {
    cue(match).kind == .action && cue(match).firmness == .asked && match.range.lowerBound == 0
  }

  mutating func cues(in sentence: Range<Int>) -> [CueMatch] {
    matches.removeAll(keepingCapacity: true)
    matcher.match(options.keepsTrace ? Unit.all : .early, tokens, range: sentence, languages: spoken, into: &matches)
    if options.keepsTrace {
      for match in matches {
        let cue = grammar.cues[Int(match.cue)]
        let isVeto = cue.kind == .veto || cue.kind == .hedge
        trace.append(TraceEntry(cue: cue.id, weight: cue.weight, span: span(match.range), isVeto: isVeto))
      }
    }
    // A copy, so that the memory for the next sentence's stays.
    return matches.isEmpty ? [] : matches.filter { isSetOff($0) }
  }

  private mutating func record(
    _ utterance: Utterance, _ place: Place, _ speaker: Party?, _ heard: [SentenceCues], _ kinds: Cue.Kinds
  ) -> UtteranceRecord {
    // "4. Motion: …": the number of a heading is no sentence of it.
    let opening = sentences.first { $0.contains { tokens.tokens[$0].kind == .word } } ?? sentences.first ?? utterance.tokens
    let scope = Int(outline.scopeOfBlock[place.block])
    let teller = tellerOfScope[scope]
    var record = UtteranceRecord(
      block: place.block, span: span(utterance.tokens), topic: teller == nil ? scope : outline.scopes[scope].parent,
      depth: depth(ofRecord: place), words: 0, openingBytes: bytes(opening), leaves: leaves)
    record.isListLine = utterance.isListLine
    record.isHeading = place.isHeading
    record.isTurnHead = place.isHeading && teller != nil
    record.concludes = place.role == .decisions && !place.isHeading
    record.heading = outline.topic(of: place.block) ?? -1
    record.isChat = chat.isLine
    record.speaker = parties.number(speaker)
    record.voice = speaker == nil ? parties.number(chat.relayed ?? teller) : record.speaker
    record.addressee = parties.number(chat.addressed ?? addressee(of: utterance.tokens, speaker))
    chat.addressed = nil
    record.words = utterance.tokens.count { tokens.tokens[$0].kind == .word }
    if kinds.contains(.veto), let first = heard.first?.matches, heard.count == 1 {
      record.isEcho = first.contains {
        cue($0).kind == .veto && cue($0).against.contains(.question) && cue($0).scope == .sentence
      }
    }
    readReply(heard, kinds, into: &record)
    return record
  }

  /// What is quoted in an item stands below its own words.
  private func depth(ofRecord place: Place) -> Int {
    guard let quote = document.quote(around: place.block) else { return place.depth }
    let item = Int(document.blocks[quote].parent)
    return item >= 0 && document.blocks[item].kind == .item ? place.depth + 1 : place.depth
  }

  func marker(in heard: [SentenceCues]) -> CueMatch? {
    var found: CueMatch?
    for match in heard.lazy.flatMap(\.matches) where match.kinds.contains(.marker) {
      if isClosing(match) { continue }
      if let known = found, grammar.cues[Int(known.cue)].weight >= grammar.cues[Int(match.cue)].weight { continue }
      found = match
    }
    return found
  }
}

extension CueMatch {
  var range: Range<Int> { Int(tokens.lowerBound)..<Int(tokens.upperBound) }
}
