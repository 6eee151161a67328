/// Makes one item of what the notes tell twice: in a summary and in the body, or in an automatic list at the end.
enum Merging {
  /// Share of words in common from which two tellings are one item.
  private static let alike = 0.8

  /// Candidates without repeats, each with the spans of its other tellings.
  static func merged(_ candidates: [Candidate]) -> [(candidate: Candidate, repeats: [Span])] {
    var kept: [(candidate: Candidate, repeats: [Span])] = []
    var byWord: [UInt64: [Int]] = [:]
    for candidate in candidates {
      if let index = match(candidate, kept, byWord) {
        join(candidate, into: &kept[index])
      } else {
        for key in candidate.wordKeys { byWord[key, default: []].append(kept.count) }
        kept.append((candidate, []))
      }
    }
    return kept
  }

  private static func match(
    _ candidate: Candidate, _ kept: [(candidate: Candidate, repeats: [Span])], _ byWord: [UInt64: [Int]]
  ) -> Int? {
    guard candidate.wordKeys.count >= 2 else { return nil }
    // The rarest words lead to the few tellings that can be the same.
    guard let rarest = candidate.wordKeys.compactMap({ byWord[$0] }).min(by: { $0.count < $1.count }) else {
      return nil
    }
    return rarest.prefix(64).first { index in
      let other = kept[index].candidate
      guard other.kind == candidate.kind, !other.span.overlaps(candidate.span) else { return false }
      guard other.owners.isEmpty || candidate.owners.isEmpty || Set(other.owners) == Set(candidate.owners) else {
        return false
      }
      // Two words are few: then all of them and the owner have to be the same.
      if candidate.wordKeys.count < 3 {
        return other.wordKeys == candidate.wordKeys && other.owners == candidate.owners && !other.owners.isEmpty
      }
      let needed = alike * Double(max(other.wordKeys.count, candidate.wordKeys.count))
      guard Double(min(other.wordKeys.count, candidate.wordKeys.count)) >= needed else { return false }
      return Double(candidate.wordKeys.count { other.wordKeys.contains($0) }) >= needed
    }
  }

  /// The telling with the stronger evidence stays; what only the other knows is added.
  private static func join(_ candidate: Candidate, into kept: inout (candidate: Candidate, repeats: [Span])) {
    var winner = kept.candidate
    var other = candidate
    if other.score > winner.score { swap(&winner, &other) }
    if winner.owners.isEmpty { winner.owners = other.owners }
    if winner.due == nil { winner.due = other.due }
    if other.status == .done { winner.status = .done }
    kept = (winner, kept.repeats + [other.span])
  }
}
