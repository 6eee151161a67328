/// Hears actions: from where a line stands, and from what its sentences say.
import HeardGrammar

extension Hearing {
  mutating func hearActions(_ unit: Unit) {
    if let structure = actionStructure(unit) {
      for part in bearers(unit) { hearWholeAction(part, structure) }
    } else {
      let rest = hearClosed(unit)
      for sentence in rest.flatMap({ assignments($0) }) { hearAction(sentence, unit) }
    }
  }

  /// What the place of an utterance says for its being an action as a whole.
  private func actionStructure(_ unit: Unit) -> [Evidence]? {
    let place = unit.place
    let whole = span(unit.range)
    var found: [Evidence] = []
    if let marker = unit.marker {
      switch cue(marker).role {
      case "action": found.append(evidence(marker))
      case "decision", "question", "proposal", "answer": return nil
      default: break
      }
    }
    if place.classRole == "action" {
      found.append(Evidence(cue: "place/class", weight: Weights.htmlClass, span: whole))
    }
    let isRoll =
      place.role == .attendees || place.role == .agenda || place.role == .questions || place.role == .template
    if place.isTicked || place.isUnticked, !isRoll, !place.isFurther {
      found.append(Evidence(cue: "place/check box", weight: Weights.checkbox, span: whole))
    }
    if place.role == .actions, !place.isHeading, !tellsOfEarlier(place) || isLabelled(unit),
      place.depth >= 0 || unit.sentences.count <= 2 || !found.isEmpty
    {
      found += actionSection(unit, whole)
    }
    if namesWhoseTask(unit) {
      found.append(Evidence(cue: "place/name and verb", weight: Weights.dashed, span: whole))
    }
    if introducesChildren(unit) {
      found.append(Evidence(cue: "place/introduction", weight: Weights.introduction, span: whole))
    }
    if !found.isEmpty, unit.marker == nil, place.role != .actions || !place.isTicked && !place.isUnticked,
      onlyAsks(unit)
    {
      found.append(Evidence(cue: "place/question", weight: Weights.asking, span: whole))
    }
    if place.isDetail && !isMarkedTask(unit) || isTalkOfCarried(unit), !found.isEmpty, !namesOwner(unit) {
      found.append(Evidence(cue: "place/detail", weight: Weights.detail, span: whole))
    }
    return found.isEmpty ? nil : found
  }

  /// "TODO: …", which is a task of its own also below another.
  private func isMarkedTask(_ unit: Unit) -> Bool { unit.marker.map { cue($0).role == "action" } ?? false }

  /// Prose under "Review of action items" tells how they went; what is to be done its sentences have to say.
  private func tellsOfEarlier(_ place: Place) -> Bool {
    place.depth < 0 && !place.isListLine && place.sectionCue >= 0
      && grammar.cues[Int(place.sectionCue)].yields.contains("carried")
  }

  /// What a section of actions says of a line in it: less of prose, still less of what somebody says there, and of the prompt that its
  /// template left.
  private func actionSection(_ unit: Unit, _ whole: Span) -> [Evidence] {
    let (place, first) = (unit.place, unit.range.lowerBound)
    let section = place.sectionCue >= 0 ? grammar.cues[Int(place.sectionCue)] : nil
    var found = [Evidence(cue: section?.id ?? "place/section", weight: section?.weight ?? 0, span: whole)]
    if tagger.lists.isTalkLabel(tokens.tokens[first].word), first + 1 < tokens.tokens.count, tokens.tokens[first + 1].mark == 0x3A {
      found.append(Evidence(cue: "place/talk", weight: Weights.talk, span: whole))
    }
    guard place.depth < 0 else { return found }
    if place.isItalic { found.append(Evidence(cue: "place/prompt", weight: Weights.prompt, span: whole)) }
    // "Count the spoons (Ana, Ben)" is a task without a bullet as well.
    let isOwned = unit.speaker == nil && unit.sentences.count == 1 && namesOwner(unit)
    guard !place.isListLine, !isLabelled(unit), !isOwned, !isDashedTask(unit) else { return found }
    let isSaid = unit.speaker != nil && !tagger.lists.isTask(tokens.tokens[first].word)
    found.append(Evidence(cue: "place/prose", weight: isSaid ? Weights.said : Weights.prose, span: whole))
    return found
  }

  /// "Ana - second coat of paint" on a line of its own: no sentence, and nothing of what she has done.
  private func isDashedTask(_ unit: Unit) -> Bool {
    guard unit.place.isDashed, unit.speaker != nil, unit.sentences.count == 1, let first = unit.range.first, let last = unit.range.last,
      tokens.tokens[last].mark != 0x2E, tokens.tokens[last].mark != 0x3F
    else { return false }
    return !tagger.lists.isSubject(tokens.tokens[first].word) && !tagger.lists.isDone(tokens.tokens[first].word)
  }

  /// An item with children of words that is no task by itself: "Further tools are needed" above the tools.
  private func introducesChildren(_ unit: Unit) -> Bool {
    guard let item = unit.place.item, unit.marker == nil, !unit.place.isTicked, !unit.place.isUnticked,
      !namesOwner(unit), !isLabelled(unit)
    else { return false }
    if unit.sentences.contains(where: { (weigh(.action, $0)?.score ?? 0) > 0 }) { return false }
    return document.blocks[item + 1..<Int(document.blocks[item].end)].contains { block in
      block.kind == .paragraph && Int(block.parent) != item && !isLink(block)
    }
  }

  /// A line that begins with a link or reference, which only points at what the line above is about.
  private func isLink(_ block: Block) -> Bool {
    let bytes = document.notes[Int(block.start)..<Int(block.stop)].drop { $0 == 0x3C || $0 == 0x5B || $0 == 0x20 }
    return bytes.starts(with: "http".utf8) || bytes.starts(with: "#".utf8)
  }

  private func onlyAsks(_ unit: Unit) -> Bool {
    !namesOwner(unit) && unit.sentences.allSatisfy { isQuestion($0) && weigh(.action, $0)?.score ?? 0 < Weights.likely }
  }

  private func namesOwner(_ unit: Unit) -> Bool {
    unit.sentences.contains { $0.matches.contains { standsBeside($0) } }
  }

  mutating func hearWholeAction(_ unit: Unit, _ structure: [Evidence], by closing: CueMatch? = nil) {
    var evidence = structure
    var score = structure.reduce(0) { $0 + $1.weight }
    var best: CueMatch?
    var firmness: Firmness = .unknown
    for sentence in unit.sentences {
      guard let weighed = weigh(.action, sentence), weighed.score > 0, best == nil else { continue }
      best = weighed.best
      firmness = weighed.firmness
      score += weighed.score * 0.5
      evidence += weighed.evidence
    }
    let vetoes = blockVetoes(against: .action, unit)
    score += sum(vetoes)
    evidence += self.evidence(vetoes)
    if !hasTaskWords(unit) { score += Weights.template }
    addWording(.action, unit.sentences, unit, &score, &evidence)
    let words = taskRange(unit)
    guard !words.isEmpty else { return }
    var candidate = make(.action, words, unit, score, evidence, text: "")
    candidate.firmness = firmness == .unknown && unit.marker != nil ? .firm : firmness
    candidate.owners = closing.flatMap { closingOwners($0) } ?? owners(unit, best, in: unit.sentences, isWhole: true)
    let isChoice = candidate.owners.isEmpty && self.isChoice(in: words)
    candidate.text = trimmed(isChoice ? words : withoutOwner(words, unit, best))
    candidate.due = due(in: unit, behind: best) ?? labelDue(unit, isWhole: true)
    finish(candidate, unit, unit.range, unit.sentences)
  }

  private mutating func hearAction(_ sentence: SentenceCues, _ unit: Unit) {
    guard var weighed = weigh(.action, sentence), let best = weighed.best else { return }
    // "We're looking for what here?" asks; only a request or the speaker's own task is an action in spite of its mark.
    if isQuestion(sentence), cue(best).firmness != .asked, !cue(best).yields.contains("speaker") { return }
    if isQuestion(sentence), unit.marker.map({ cue($0).role == "question" }) ?? false { return }
    if unit.marker.map({ cue($0).role == "proposal" }) ?? false || unit.place.classRole == "proposal" { return }
    addPlace(&weighed, unit)
    if unit.marker.map({ cue($0).role == "decision" }) ?? false, best[slots.owner] == nil, cue(best).firmness == .firm,
      !sentence.matches.contains(where: { cue($0).kind == .action && cue($0).id != cue(best).id })
    {
      weighed.score += Weights.settled
      weighed.evidence.append(Evidence(cue: "place/settled", weight: Weights.settled, span: span(sentence.range)))
    }
    if unit.place.role == .decisions, sentence.range.lowerBound == unit.range.lowerBound, weighed.score > 0 {
      weighed.score += Weights.concluded
      weighed.evidence.append(Evidence(cue: "place/conclusion", weight: Weights.concluded, span: span(sentence.range)))
    }
    if unit.place.role == .done { weighed.score += Weights.done }
    let vetoes = blockVetoes(against: .action, unit).filter { !sentence.range.overlaps($0.range) }
    weighed.score += sum(vetoes)
    addWording(.action, [sentence], unit, &weighed.score, &weighed.evidence)
    var candidate = make(
      .action, sentence.range, unit, weighed.score, weighed.evidence, text: "")
    candidate.firmness = weighed.firmness
    candidate.owners = owners(unit, best, in: [sentence], isWhole: false)
    // Whoever reads which of them it is needs their names.
    let isChoice = candidate.owners.isEmpty && best[slots.owner].map { self.isChoice(in: $0) } ?? false
    candidate.text = isChoice ? trimmed(sentence.range) : task(of: best, in: sentence.range)
    candidate.due = due(in: sentence.range, before: best) ?? labelDue(unit, isWhole: false)
    finish(candidate, unit, sentence.range, [sentence])
  }

  /// - Parameter text: where it is not simply the words of the range.
  func make(
    _ kind: Candidate.Kind, _ range: Range<Int>, _ unit: Unit, _ score: Double, _ evidence: [Evidence],
    text: String? = nil
  ) -> Candidate {
    var candidate = Candidate(
      kind: kind, span: span(range), text: text ?? trimmed(range), score: score, evidence: evidence,
      utterance: unit.utterance)
    candidate.topic = topic(of: unit.place.block)
    candidate.isListed = unit.place.role == .actions
    candidate.around = Int32(unit.place.item.flatMap { item(around: $0) } ?? -1)
    candidate.day = currentDay
    candidate.wordKeys = wordKeys(range)
    candidate.numberKeys = numberKeys(range)
    return candidate
  }

  mutating func finish(
    _ candidate: consuming Candidate, _ unit: Unit, _ range: Range<Int>, _ sentences: [SentenceCues]
  ) {
    let section = unit.place.role == .actions ? Int(unit.place.sectionCue) : -1
    candidate.isCarriedOver = section >= 0 && grammar.cues[section].yields.contains("carried")
    if unit.place.isTicked || unit.place.isStruck || isStruck(range) { candidate.status = .done }
    for match in sentences.lazy.flatMap(\.matches) where cue(match).kind == .status {
      candidate.status = cue(match).role == "done" ? .done : candidate.status
      if cue(match).role == "carried" { candidate.isCarriedOver = true }
    }
    // What is done was due before the meeting: "by Monday" counts from an earlier one.
    if candidate.status == .done, var due = candidate.due, let last = due.date, let day = currentDay, last > day {
      (due.date, due.period) = (nil, nil)
      candidate.due = due
    }
    candidate.text = withoutDue(candidate)
    while candidate.text.hasSuffix("?") { candidate.text.removeLast() }
    // "Owners: Ana, Ben", and nothing that they do.
    guard !candidate.text.isEmpty else { return }
    candidates.append(candidate)
  }

  private func isStruck(_ range: Range<Int>) -> Bool {
    let words = range.filter { tokens.tokens[$0].kind == .word }.map { tokens.tokens[$0].flags.contains(.struck) }
    // "~~Ana: count the spoons~~ see the other list", and no "~~Ana~~ Ben counts the spoons".
    let isBegun = range.lowerBound > 0 && tokens.tokens[range.lowerBound - 1].flags.contains(.struck)
    return words.first ?? false && (isBegun || words.count { $0 } * 2 > words.count)
  }

  // MARK: The words of the task

  /// The unit without its marker, its label and the owner in front or at the end.
  private func taskRange(_ unit: Unit) -> Range<Int> {
    var range = unit.range
    if let marker = unit.marker, cue(marker).role == "action", marker.range.lowerBound - range.lowerBound <= 1 {
      range = behindStateSigns(min(end(of: marker), range.upperBound)..<range.upperBound)
    }
    return range
  }

  /// The words without the owner in front ("Ana to …", "Ana: …") and at the end ("… -- Ana").
  func withoutOwner(_ words: Range<Int>, _ unit: Unit, _ best: CueMatch?) -> Range<Int> {
    var words = words
    if let fields = barredFields(unit.range) ?? closingFields(unit.range), fields.task.overlaps(words) {
      words = words.clamped(to: fields.task)
    }
    let behind = openersEnd(unit) ?? mentionsEnd(words)
    if behind < words.upperBound, behind > words.lowerBound { words = behind..<words.upperBound }
    for match in unit.sentences.lazy.flatMap(\.matches)
    where standsBeside(match) && words.contains(match.range.lowerBound) {
      if match.range.lowerBound == words.lowerBound {
        let start = match[slots.task]?.lowerBound ?? match.range.upperBound
        words = min(start, words.upperBound)..<words.upperBound
      } else if match.range.upperBound + 1 >= words.upperBound {
        words = words.lowerBound..<match.range.lowerBound
      }
    }
    if let best, let owner = best[slots.owner], let task = best[slots.task], owner.lowerBound <= words.lowerBound,
      words.contains(task.lowerBound)
    {
      words = task.lowerBound..<words.upperBound
    }
    return words
  }

  /// Something is left to do: more than a name, a number or punctuation. An address alone is one where it is marked as such.
  private func hasTaskWords(_ unit: Unit) -> Bool {
    let isMarked = unit.marker != nil || unit.place.isTicked || unit.place.isUnticked
    var index = taskRange(unit).lowerBound
    while index < unit.range.upperBound {
      let end = Int(tokens.personEnd[index])
      if end > index {
        index = end
        continue
      }
      let token = tokens.tokens[index]
      if token.kind == .word && token.end - token.start > 1 || token.kind == .url && isMarked || token.kind == .reference {
        return true
      }
      index += 1
    }
    return false
  }

  /// From the task's first word to the end of the sentence.
  private func task(of match: CueMatch, in sentence: Range<Int>) -> String {
    guard let slot = match[slots.task], slot.lowerBound < sentence.upperBound else { return trimmed(sentence) }
    let start = slot.lowerBound
    let hasArticle = start > sentence.lowerBound && tagger.lists.isArticle(tokens.tokens[start - 1].word)
    return trimmed((hasArticle ? start - 1 : start)..<sentence.upperBound)
  }
}
