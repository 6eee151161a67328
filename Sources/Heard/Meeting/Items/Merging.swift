/// Makes one item of what the notes tell twice: in a summary and in the body, or in an automatic list at the end.
enum Merging {
  /// Share of words in common from which two tellings are one item.
  private static let alike = 0.8
  /// So few words do not say what is meant.
  private static let few = 4

  /// Leaves of some candidates those that repeat no other, in place: of long notes they are a good part of the memory.
  ///
  /// - Returns: by candidate, the spans of its other tellings.
  static func merge(_ candidates: inout [Candidate]) -> [[Span]] {
    var repeats: [[Span]] = []
    var tellings: [Telling] = []
    var byWord = Tellings(most: candidates.reduce(0) { $0 + $1.wordKeys.count })
    for next in candidates.indices {
      let told = Telling(candidates[next])
      if let known = match(told, tellings, byWord) {
        join(next, into: known, &candidates)
        repeats[known].append(candidates[next].span)
        tellings[known] = Telling(candidates[known])
      } else {
        let kept = tellings.count
        if kept < next { candidates.swapAt(kept, next) }
        for key in told.words.all { byWord.add(kept, key) }
        tellings.append(told)
        repeats.append([])
      }
    }
    candidates.removeLast(candidates.count - tellings.count)
    return repeats
  }

  /// What is compared of a candidate.
  private struct Telling {
    let kind: Candidate.Kind
    let span: Span
    let day: Day?
    let words: WordKeys
    let numbers: WordKeys
    let owners: [Party]
    let isVerdict: Bool
    let isListed: Bool
    let around: Int32

    init(_ candidate: borrowing Candidate) {
      (kind, span, day, owners) = (candidate.kind, candidate.span, candidate.day, candidate.owners)
      (words, numbers, isVerdict) = (candidate.wordKeys, candidate.numberKeys, candidate.isVerdict)
      (isListed, around) = (candidate.isListed, candidate.around)
    }
  }

  private static func match(_ told: Telling, _ tellings: [Telling], _ byWord: Tellings) -> Int? {
    guard told.words.count >= 2, !told.isVerdict else { return nil }
    // The rarest words lead to the few tellings that can be the same.
    return byWord.ofRarest(told.words) { index in
      // Of most only the kind, the day or the numbers are looked at: a copy of the whole would cost more than the look.
      // What two meetings have in their records stands in each of them.
      guard tellings[index].kind == told.kind, tellings[index].day == told.day, !tellings[index].span.overlaps(told.span)
      else { return false }
      guard told.numbers.isEmpty || tellings[index].numbers.isEmpty || told.numbers == tellings[index].numbers else { return false }
      return areAlike(tellings[index], told)
    }
  }

  private static func areAlike(_ one: Telling, _ other: Telling) -> Bool {
    if other.words.count <= few, isOfAnother(one, other) { return false }
    // Two words are few: then all of them and the owner have to be the same.
    if other.words.count < 3 { return one.words == other.words && one.owners == other.owners && !one.owners.isEmpty }
    let needed = alike * Double(max(one.words.count, other.words.count))
    guard Double(min(one.words.count, other.words.count)) >= needed else { return false }
    guard Double(other.words.shared(with: one.words)) >= needed else { return false }
    return one.owners.isEmpty || other.owners.isEmpty || areSame(one.owners, other.owners)
  }

  /// "Ana to print it" below one item and below the next: what it is stands above.
  private static func isOfAnother(_ one: Telling, _ other: Telling) -> Bool {
    !one.isListed && !other.isListed && one.around >= 0 && other.around >= 0 && one.around != other.around
  }

  /// In any order; there are few.
  private static func areSame(_ some: [Party], _ others: [Party]) -> Bool {
    some == others || some.allSatisfy { others.contains($0) } && others.allSatisfy { some.contains($0) }
  }

  /// The telling with the stronger evidence stays; what only the other knows is added.
  private static func join(_ other: Int, into kept: Int, _ candidates: inout [Candidate]) {
    if candidates[other].score > candidates[kept].score { candidates.swapAt(kept, other) }
    if candidates[kept].owners.isEmpty { candidates[kept].owners = candidates[other].owners }
    if candidates[kept].due == nil { candidates[kept].due = candidates[other].due }
    if candidates[other].status == .done { candidates[kept].status = .done }
  }
}

/// Which of the kept candidates hold a word: chains through one array, since most words are in one or two.
private struct Tellings {
  private struct Link {
    var index: Int
    var next: Int
  }

  /// By word: the first and the last of its links, and how many there are.
  private var chains: NumberMap<Chain>
  private var links: [Link] = []

  private struct Chain {
    var first: Int
    var last: Int
    var count = 1
  }

  init(most words: Int) {
    chains = NumberMap(most: words)
    links.reserveCapacity(words)
  }

  /// A rare word leads to few; of a common one the first have to do.
  private static let most = 64

  mutating func add(_ index: Int, _ word: UInt64) {
    links.append(Link(index: index, next: -1))
    let link = links.count - 1
    guard let place = chains.place(of: word) else { return chains.add(word, Chain(first: link, last: link)) }
    links[chains.values[place].last].next = link
    chains.change(place) { ($0.last, $0.count) = (link, $0.count + 1) }
  }

  /// The first that something holds of, among those that hold the word which the fewest hold.
  func ofRarest(_ words: WordKeys, where isSame: (Int) -> Bool) -> Int? {
    var rarest: (count: Int, word: UInt64, first: Int)?
    for word in words.all {
      guard let chain = chains[word] else { continue }
      if rarest.map({ (chain.count, word) < ($0.count, $0.word) }) ?? true { rarest = (chain.count, word, chain.first) }
    }
    var link = rarest?.first ?? -1
    for _ in 0..<Tellings.most where link >= 0 {
      if isSame(links[link].index) { return links[link].index }
      link = links[link].next
    }
    return nil
  }
}
