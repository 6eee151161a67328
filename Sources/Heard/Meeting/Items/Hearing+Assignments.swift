/// Parts a sentence that gives tasks to several people, each by name.
import HeardGrammar

extension Hearing {
  /// "Ana will ring the bank and Ben will sweep the yard" is two tasks.
  func assignments(_ sentence: SentenceCues) -> [SentenceCues] {
    // In "Ana, Ben, and Carla to ring" all three lead to one verb, and the first begins the task.
    var byVerb: [Int: Int] = [:]
    for match in sentence.matches where cue(match).kind == .action && cue(match).weight >= 3 {
      guard let owner = match[slots.owner], let task = match[slots.task], owner != task else { continue }
      byVerb[task.lowerBound] = min(owner.lowerBound, byVerb[task.lowerBound] ?? .max)
    }
    let starts = Set(byVerb.values).sorted()
    guard let first = starts.first else { return [sentence] }
    // Who stands behind another name is a second owner of the same task, and no word parts the two.
    let parted = starts.filter { $0 == first || opensClause($0, in: sentence.range) }
    guard parted.count > 1 else { return [sentence] }
    var parts: [SentenceCues] = []
    for (position, start) in parted.enumerated() {
      let from = position == 0 ? sentence.range.lowerBound : start
      let to = position + 1 < parted.count ? parted[position + 1] : sentence.range.upperBound
      // "…; Ben to respond" begins with the mark in front of Ben, which ends the part before.
      let own = sentence.matches.filter { (from..<to).contains($0[slots.owner]?.lowerBound ?? $0.range.lowerBound) }
      parts.append(SentenceCues(range: from..<to, matches: own))
    }
    return parts
  }

  /// "Next steps: Ana to ring the bank. Ben to sweep the yard." is two tasks as well: a unit for each sentence with its own owner.
  func bearers(_ unit: Unit) -> [Unit] {
    let isMarked = unit.marker.map { $0.range.lowerBound - unit.range.lowerBound <= 1 } ?? false
    let tasks = unit.sentences.dropFirst(isMarked ? 1 : 0).flatMap { assignments($0) }
    guard tasks.count > 1, tasks.allSatisfy({ weigh(.action, $0)?.best.map { $0[slots.owner] != nil } ?? false })
    else { return [unit] }
    return tasks.enumerated().map { position, sentence in
      var part = unit
      if position > 0 { part.marker = nil }
      let isFirst = position == 0
      part.range = (isFirst ? unit.range.lowerBound : sentence.range.lowerBound)..<sentence.range.upperBound
      part.sentences = isFirst ? unit.sentences.prefix(isMarked ? 1 : 0) + [sentence] : [sentence]
      return part
    }
  }

  /// "Order the lamps. Lead: Ana."
  private func closesWithOwner(_ unit: Unit) -> Bool {
    guard unit.place.depth >= 0, unit.sentences.count > 1, let last = unit.sentences.last else { return false }
    return last.matches.contains { match in
      guard cue(match).kind == .owner, match.range.lowerBound == last.range.lowerBound, let owner = match[slots.owner] else { return false }
      return owner.lowerBound > last.range.lowerBound + 1 && owner.upperBound + 1 >= last.range.upperBound
    }
  }

  /// "Ana - Send the budget", and "Ana: Send the budget" in a list of what was resolved.
  func namesWhoseTask(_ unit: Unit) -> Bool {
    if closesWithOwner(unit) { return beginsTask(unit) }
    if labelParties.count < 2 {
      guard let speaker = unit.speaker, case .person = speaker else { return false }
    }
    return (unit.place.isDashed || unit.place.role == .decisions && unit.place.depth >= 0) && beginsTask(unit)
  }

  /// The words begin with what one does as a task, and nothing in them asks.
  func beginsTask(_ unit: Unit) -> Bool {
    guard let first = unit.range.first, unit.sentences.allSatisfy({ !isQuestion($0) }) else { return false }
    return tokens.tokens[first].flags.contains(.capitalized) && tagger.lists.isTask(tokens.tokens[first].word)
  }

  /// Behind ", and", ";" or "and", with a verb of its own in the clause before.
  private func opensClause(_ index: Int, in sentence: Range<Int>) -> Bool {
    guard index - 2 > sentence.lowerBound else { return false }
    let before = tokens.tokens[index - 1]
    guard before.mark == 0x3B || before.mark == 0x2C || tagger.lists.isConjunction(before.word) else { return false }
    return Int(tokens.personEnd[index - 2]) <= index - 2
  }
}
