/// Makes one item of what the notes tell twice: in a summary and in the body, or in an automatic list at the end.
enum Merging {
  /// Share of words in common from which two tellings are one item.
  private static let alike = 0.8

  /// Candidates without repeats, each with the spans of its other tellings.
  static func merged(_ candidates: [Candidate]) -> [(candidate: Candidate, repeats: [Span])] {
    var kept: [(candidate: Candidate, repeats: [Span])] = []
    var byWord = Tellings(most: candidates.reduce(0) { $0 + $1.wordKeys.count })
    for candidate in candidates {
      if let index = match(candidate, kept, byWord) {
        join(candidate, into: &kept[index])
      } else {
        for key in candidate.wordKeys.all { byWord.add(kept.count, key) }
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
      // What two meetings have in their records stands in each of them.
      guard kept[index].candidate.kind == candidate.kind, kept[index].candidate.day == candidate.day,
        !kept[index].candidate.span.overlaps(candidate.span)
      else { return false }
      let (mine, others) = (candidate.numberKeys, kept[index].candidate.numberKeys)
      guard mine.isEmpty || others.isEmpty || mine == others else { return false }
      return areAlike(kept[index].candidate.wordKeys, kept[index].candidate.owners, candidate)
    }
  }

  private static func areAlike(_ words: WordKeys, _ owners: [Party], _ candidate: Candidate) -> Bool {
    guard owners.isEmpty || candidate.owners.isEmpty || Set(owners) == Set(candidate.owners) else { return false }
    // Two words are few: then all of them and the owner have to be the same.
    if candidate.wordKeys.count < 3 {
      return words == candidate.wordKeys && owners == candidate.owners && !owners.isEmpty
    }
    let needed = alike * Double(max(words.count, candidate.wordKeys.count))
    guard Double(min(words.count, candidate.wordKeys.count)) >= needed else { return false }
    return Double(candidate.wordKeys.shared(with: words)) >= needed
  }

  /// The telling with the stronger evidence stays; what only the other knows is added.
  private static func join(_ candidate: Candidate, into kept: inout (candidate: Candidate, repeats: [Span])) {
    var other = candidate
    if other.score > kept.candidate.score { swap(&kept.candidate, &other) }
    if kept.candidate.owners.isEmpty { kept.candidate.owners = other.owners }
    if kept.candidate.due == nil { kept.candidate.due = other.due }
    if other.status == .done { kept.candidate.status = .done }
    kept.repeats.append(other.span)
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

  init(most words: Int) {
    chains.reserveCapacity(words)
    links.reserveCapacity(words)
  }

  /// A rare word leads to few; of a common one the first have to do.
  private static let most = 64

  mutating func add(_ index: Int, _ word: UInt64) {
    links.append(Link(index: index, next: -1))
    let link = links.count - 1
    let last = Tellings.lengthen(&chains[word, default: (link, -1, 0)], with: link)
    if last >= 0 { links[last].next = link }
  }

  /// The link that was the last one; -1: there was none.
  private static func lengthen(_ chain: inout (first: Int, last: Int, count: Int), with link: Int) -> Int {
    let last = chain.last
    chain.last = link
    chain.count += 1
    return last
  }

  /// Those that hold the word which the fewest hold.
  func ofRarest(_ words: WordKeys) -> [Int] {
    var rarest: (count: Int, word: UInt64, first: Int)?
    for word in words.all {
      guard let chain = chains[word] else { continue }
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
