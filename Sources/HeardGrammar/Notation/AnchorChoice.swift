/// Chooses the word or words at which a pattern is looked for: the rarest that every match contains.
struct AnchorChoice {
  struct Anchor {
    enum Place {
      case word([UInt8])
      case list(String)
    }
    var place: Place
    /// How many tokens a match has before it.
    var prefix: ClosedRange<Int>
    /// A word that always stands directly before or behind it.
    var neighbour: (word: [UInt8], isBefore: Bool)?
  }

  /// Places of the commonest words, from 0.
  let ranks: [[UInt8]: Int]
  /// Single words and first words of phrases of each list.
  let firstWords: (String) -> [[UInt8]]

  func anchors(of pattern: Pattern) -> [Anchor] { best(pattern, 0...0)?.anchors ?? [] }

  /// Anchors and how often they occur, in words per million.
  private func best(_ pattern: Pattern, _ prefix: ClosedRange<Int>) -> (cost: Int, anchors: [Anchor])? {
    switch pattern {
    case .word(let word): return (frequency(word), [Anchor(place: .word(word), prefix: capped(prefix))])
    case .list(let name), .slot(_, .list(let name)):
      let cost = firstWords(name).reduce(0) { $0 + frequency($1) }
      return (cost, [Anchor(place: .list(name), prefix: capped(prefix))])
    case .choice(let parts):
      var result: (cost: Int, anchors: [Anchor]) = (0, [])
      for part in parts {
        guard let one = best(part, prefix) else { return nil }
        result.cost += one.cost
        result.anchors += one.anchors
      }
      return result
    case .sequence(let parts): return bestOfSequence(parts, prefix)
    default: return nil
    }
  }

  private func bestOfSequence(_ parts: [Pattern], _ prefix: ClosedRange<Int>) -> (cost: Int, anchors: [Anchor])? {
    var before = prefix
    var found: (cost: Int, anchors: [Anchor])?
    for (i, part) in parts.enumerated() {
      if var one = best(part, before) {
        if case .word = part { one.anchors[0].neighbour = neighbour(of: i, in: parts) }
        // Each place left of the anchor where the match might begin is a try.
        let tries = min(GrammarTables.widestPrefix, before.upperBound - before.lowerBound)
        let cost = one.cost * (8 + tries)
        if found.map({ cost < $0.cost }) ?? true { found = (cost, one.anchors) }
      }
      let length = part.length
      before = before.lowerBound + length.lowerBound...min(Pattern.many, before.upperBound + length.upperBound)
    }
    return found.map { ($0.cost / 8, $0.anchors) }
  }

  private func neighbour(of i: Int, in parts: [Pattern]) -> (word: [UInt8], isBefore: Bool)? {
    if i + 1 < parts.count, case .word(let word) = parts[i + 1] { return (word, false) }
    if i > 0, case .word(let word) = parts[i - 1] { return (word, true) }
    return nil
  }

  private func capped(_ prefix: ClosedRange<Int>) -> ClosedRange<Int> {
    min(prefix.lowerBound, GrammarTables.widestPrefix)...min(prefix.upperBound, GrammarTables.widestPrefix)
  }

  /// About how often a word occurs in a million words.
  func frequency(_ word: [UInt8]) -> Int {
    if let rank = ranks[word] { return 70_000 / (rank + 2) }
    guard let first = word.first, Address.isLetterOrDigit(first) || word.count > 1 else { return 20_000 }
    return max(2, 400 / max(1, word.count))
  }
}
