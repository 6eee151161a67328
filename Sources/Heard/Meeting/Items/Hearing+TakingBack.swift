/// Corrects what was said before where somebody takes it back, gives it to another, says no to it or puts it on another day.
import HeardGrammar

extension Hearing {
  /// In utterances: so near behind stands what corrects it.
  private static let correctionReach = 3

  mutating func correct(by unit: Unit) {
    guard unit.kinds.contains(.sign) else { return }
    for sentence in unit.sentences {
      for match in sentence.matches where cue(match).kind == .sign {
        switch (cue(match).role, unit.speaker) {
        case ("taken-on", _): noteTaken(match, sentence, of: unit)
        case ("takes-back", let speaker?): takeBack(sentence, of: unit, by: speaker)
        case ("hands-over", _?): handOver(match, sentence, of: unit, mayBeAsked: true)
        case ("hands-on", _?): handOver(match, sentence, of: unit, mayBeAsked: false)
        case ("refuses", let speaker?): refuse(sentence, of: unit, by: speaker)
        case ("re-dates", _?) where !isQuestion(sentence): putOff(sentence, of: unit, match)
        default: break
        }
      }
    }
  }

  /// "Ben agreed to do this." behind what Ana asked for: it is his, and no task or decision of its own.
  private mutating func noteTaken(_ match: CueMatch, _ sentence: SentenceCues, of unit: Unit) {
    guard let slot = match[slots.owner], case let owners = parties(in: slot), !owners.isEmpty,
      let task = task(
        before: sentence, of: unit, where: { index, _ in candidates[index].owners.isEmpty || candidates[index].owners == owners })
    else { return }
    candidates[task].owners = owners
    candidates[task].isTakenOn = true
    candidates[task].evidence.append(evidence(match))
    if candidates[task].due == nil { candidates[task].due = due(in: sentence.range) }
    let told = span(sentence.range)
    for index in candidates.indices.dropFirst(task + 1) where told.contains(candidates[index].span) { candidates[index].score = 0 }
  }

  /// "Forget that, I am away all week.": what its speaker promised or asked for right before is no task any more.
  private mutating func takeBack(_ sentence: SentenceCues, of unit: Unit, by speaker: Party) {
    let task = task(before: sentence, of: unit) { index, teller in
      teller == speaker && (candidates[index].owners == [speaker] || candidates[index].firmness == .asked)
    }
    if let task { candidates[task].score = 0 }
  }

  /// "Actually no, Ben, can you?", "No, go home. Ben, you do it.": it is another's, and whether they say yes is still to be heard.
  ///
  /// - Parameter mayBeAsked: also what was asked of somebody; else that has been given to another already.
  private mutating func handOver(_ match: CueMatch, _ sentence: SentenceCues, of unit: Unit, mayBeAsked: Bool) {
    guard let slot = match[slots.owner], case let owners = parties(in: slot), !owners.isEmpty,
      let task = task(before: sentence, of: unit, where: { index, _ in candidates[index].owners.count <= 1 }),
      mayBeAsked || candidates[task].firmness != .asked
    else { return }
    candidates[task].owners = owners
    candidates[task].firmness = .asked
    candidates[task].evidence.append(evidence(match))
  }

  /// "No, I am away.": whose it is then is not told.
  private mutating func refuse(_ sentence: SentenceCues, of unit: Unit, by speaker: Party) {
    let task = task(before: sentence, of: unit) { index, teller in teller != speaker && candidates[index].owners == [speaker] }
    if let task { candidates[task].owners = [] }
  }

  /// "Actually let's make that Wednesday."
  private mutating func putOff(_ sentence: SentenceCues, of unit: Unit, _ match: CueMatch) {
    guard let task = task(before: sentence, of: unit, where: { index, _ in candidates[index].due != nil }),
      let due = due(in: sentence.range, isAnswer: true)
    else { return }
    setDue(due, of: task)
    candidates[task].evidence.append(evidence(match))
  }

  /// The words of the task lose the day that no longer holds.
  mutating func setDue(_ due: Due, of task: Int) {
    candidates[task].text = withoutDue(candidates[task])
    candidates[task].due = due
  }

  /// The last task that was heard right before a sentence and of which something holds, given its place and who said it.
  private func task(before sentence: SentenceCues, of unit: Unit, where holds: (Int, Party?) -> Bool) -> Int? {
    let place = span(sentence.range).start
    return lastTask(within: Hearing.correctionReach, before: unit) { index in
      candidates[index].span.start < place && holds(index, parties[utterances[candidates[index].utterance].speaker])
    }
  }
}
