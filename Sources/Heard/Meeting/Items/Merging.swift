/// Makes one item of what the notes tell twice: in a summary and in the body, or in an automatic list at the end.
enum Merging {
  /// Share of words in common from which two tellings are one item.
  private static let alike = 0.8

  /// Candidates without repeats, each with the spans of its other tellings.
  static func merged(_ candidates: [Candidate]) -> [(candidate: Candidate, repeats: [Span])] {
    var kept: [(candidate: Candidate, repeats: [Span])] = []
    var byWord = Tellings()
    for candidate in candidates {
      if let index = match(candidate, kept, byWord) {
        join(candidate, into: &kept[index])
      } else {
        for key in candidate.wordKeys { byWord.add(kept.count, key) }
        kept.append((candidate, []))
      }
    }
    return kept
  }

  private static func match(
    _ candidate: Candidate, _ kept: [(candidate: Candidate, repeats: [Span])], _ byWord: Tellings
  ) -> Int? {
    guard candidate.wordKeys.count >= 2 else { return nil }
    // The rarest words lead to the few tellings that can be the same.
    return byWord.ofRarest(candidate.wordKeys).first { index in
      let other = kept[index].candidate
      guard other.kind == candidate.kind, !other.span.overlaps(candidate.span) else { return false }
      guard other.owners.isEmpty || candidate.owners.isEmpty || Set(other.owners) == Set(candidate.owners) else {
        return false
      }
      guard other.numberKeys.isEmpty || candidate.numberKeys.isEmpty || other.numberKeys == candidate.numberKeys else {
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

/// Which of the kept candidates hold a word: chains through one array, since most words are in one or two.
private struct Tellings {
  private struct Link {
    var index: Int
    var next: Int
  }

  /// By word: the first and the last of its links, and how many there are.
  private var chains: [UInt64: (first: Int, last: Int, count: Int)] = [:]
  private var links: [Link] = []

  /// A rare word leads to few; of a common one the first have to do.
  private static let most = 64

  mutating func add(_ index: Int, _ word: UInt64) {
    links.append(Link(index: index, next: -1))
    let link = links.count - 1
    if let known = chains[word] {
      links[known.last].next = link
      chains[word] = (known.first, link, known.count + 1)
    } else {
      chains[word] = (link, link, 1)
    }
  }

  /// Those that hold the word which the fewest hold.
  func ofRarest(_ words: Set<UInt64>) -> [Int] {
    var rarest: (count: Int, word: UInt64, first: Int)?
    for word in words {
      guard let chain = chains[word] else { continue }
      // A set has no order of its own: of equally rare words the same one every time.
      if rarest.map({ (chain.count, word) < ($0.count, $0.word) }) ?? true { rarest = (chain.count, word, chain.first) }
    }
    var found: [Int] = []
    var link = rarest?.first ?? -1
    while link >= 0, found.count < Tellings.most {
      found.append(links[link].index)
      link = links[link].next
    }
    return found
  }
}
