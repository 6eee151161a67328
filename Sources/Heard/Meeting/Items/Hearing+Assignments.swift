/// Parts a sentence that gives tasks to several people, each by name.
import HeardGrammar

extension Hearing {
  /// "Ana will ring the bank and Ben will sweep the yard" is two tasks.
  func assignments(_ sentence: SentenceCues) -> [SentenceCues] {
    var starts: [Int] = []
    for match in sentence.matches where cue(match).kind == .action && cue(match).weight >= 3 {
      guard let owner = match[slots.owner], let task = match[slots.task] ?? match[slots.owner], owner != task,
        !starts.contains(owner.lowerBound)
      else { continue }
      starts.append(owner.lowerBound)
    }
    starts.sort()
    guard let first = starts.first else { return [sentence] }
    // Who stands behind another name is a second owner of the same task, and no word parts the two.
    let parted = starts.filter { $0 == first || opensClause($0, in: sentence.range) }
    guard parted.count > 1 else { return [sentence] }
    var parts: [SentenceCues] = []
    for (position, start) in parted.enumerated() {
      let from = position == 0 ? sentence.range.lowerBound : start
      let to = position + 1 < parted.count ? parted[position + 1] : sentence.range.upperBound
      parts.append(
        SentenceCues(range: from..<to, matches: sentence.matches.filter { (from..<to).contains($0.range.lowerBound) }))
    }
    return parts
  }

  /// Behind ", and", ";" or "and", with a verb of its own in the clause before.
  private func opensClause(_ index: Int, in sentence: Range<Int>) -> Bool {
    guard index - 2 > sentence.lowerBound else { return false }
    let before = tokens.tokens[index - 1]
    guard before.mark == 0x3B || before.mark == 0x2C || tagger.lists.isConjunction(before.word) else { return false }
    return Int(tokens.personEnd[index - 2]) <= index - 2
  }
}
