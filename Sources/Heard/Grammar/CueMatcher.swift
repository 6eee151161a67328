/// Finds the cues of a grammar in tokens, in one pass: a pattern is tried only around a word that anchors it.
///
/// Copies share the memory that they work in, so that several readers which take turns need it once.
public struct CueMatcher {
  private let grammar: Grammar
  private let tables: GrammarTables
  private var run: PatternRun
  private let always: LanguageSet
  /// The kinds on each shelf.
  private let shelved: (UInt32, UInt32, UInt32, UInt32)
  /// A pass was given up because the text asked for too many tries: what comes late in it may not have been heard.
  public private(set) var isExhausted = false

  public init(_ grammar: Grammar) {
    self.grammar = grammar
    tables = grammar.tables
    run = PatternRun(grammar)
    var always: LanguageSet = []
    always.insert(tables.anyLanguage)
    self.always = always
    let shelved = CueMatcher.kinds
    self.shelved = (shelved[0], shelved[1], shelved[2], shelved[3])
  }

  private static let kinds = (0..<GrammarTables.shelves).map { shelf in
    let kinds = Cue.Kind.allCases.filter { Cue.Kinds.shelves(of: 1 << UInt32($0.rawValue)) == 1 << UInt32(shelf) }
    return kinds.reduce(UInt32(0)) { $0 | 1 << UInt32($1.rawValue) }
  }
  /// All that are not for whole texts.
  private var sentenceKinds: UInt32 { shelved.0 | shelved.1 }

  /// Appends the matches of cues of some kinds that are not for whole texts, as ``match(_:range:languages:into:)`` does.
  mutating func match(
    _ kinds: Cue.Kinds, _ list: LeafTokens, range: Range<Int>, languages: LanguageSet, into matches: inout [CueMatch]
  ) {
    match(kinds.rawValue & sentenceKinds, list, range, languages, &matches)
  }

  /// What one pass works on.
  private struct Pass {
    var bounds: PatternRun.Bounds
    var languages: LanguageSet
    /// Bits of the kinds that are looked for.
    var kinds: UInt32
    /// The same as they are packed in the grammar.
    var packedKinds: UInt32
    /// Where all of them stand; -1: on several.
    var shelf: Int
    /// Matches cover the whole text.
    var isWhole: Bool
    /// Where in the results this pass began.
    var first: Int
    /// What the text holds.
    var present = FirstWords.none
  }

  /// Appends the matches of all cues but those for whole texts, by start; the longest for a cue and start.
  mutating func match(
    _ list: LeafTokens, range: Range<Int>, languages: LanguageSet = .all, into matches: inout [CueMatch]
  ) {
    match(sentenceKinds, list, range, languages, &matches)
  }

  /// Appends the matches of the cues that say how something is said, as ``match(_:range:languages:into:)`` does.
  mutating func matchSaid(
    _ list: LeafTokens, range: Range<Int>, languages: LanguageSet, into matches: inout [CueMatch]
  ) {
    match(CueMatcher.saidKinds, list, range, languages, &matches)
  }

  private mutating func match(
    _ kinds: UInt32, _ list: LeafTokens, _ range: Range<Int>, _ languages: LanguageSet, _ matches: inout [CueMatch]
  ) {
    let range = range.clamped(to: 0..<list.count)
    let bounds = PatternRun.Bounds(
      range: range, contentEnd: Edges.contentEnd(list.tokens, range), start: range.lowerBound)
    pass(
      list,
      Pass(
        bounds: bounds, languages: spoken(languages), kinds: kinds, packedKinds: PackedValues.packed(kinds),
        shelf: shelf(of: kinds),
        isWhole: false, first: matches.count), &matches)
  }

  private static let saidKinds: UInt32 = 1 << UInt32(Cue.Kind.rewrite.rawValue) | 1 << UInt32(Cue.Kind.pointer.rawValue)

  /// The heaviest cue of a kind that covers a text but for numbering before it and punctuation, emoji and parentheses
  /// behind.
  ///
  /// - Parameter preferring: the languages whose cues come before those of others, however heavy.
  mutating func matchWhole(
    _ kind: Cue.Kind, _ list: LeafTokens, range: Range<Int>, languages: LanguageSet = .all,
    preferring: LanguageSet = .all
  ) -> CueMatch? {
    let range = range.clamped(to: 0..<list.count)
    let edges = Edges(list.tokens, range)
    var matches: [CueMatch] = []
    matchWhole(kind, list, edges, edges.start..<range.upperBound, languages, &matches)
    if matches.isEmpty, edges.start > range.lowerBound { matchWhole(kind, list, edges, range, languages, &matches) }
    if matches.count < 2 { return matches.first }
    return matches.max { rank($0, preferring) < rank($1, preferring) }
  }

  private mutating func matchWhole(
    _ kind: Cue.Kind, _ list: LeafTokens, _ edges: Edges, _ range: Range<Int>, _ languages: LanguageSet,
    _ matches: inout [CueMatch]
  ) {
    let bounds = PatternRun.Bounds(
      range: range, contentEnd: edges.end, leastEnd: edges.leastEnd, start: range.lowerBound)
    let kinds: UInt32 = 1 << UInt32(kind.rawValue)
    pass(
      list,
      Pass(
        bounds: bounds, languages: spoken(languages), kinds: kinds, packedKinds: PackedValues.packed(kinds),
        shelf: shelf(of: kinds),
        isWhole: true, first: matches.count), &matches)
  }

  private func spoken(_ languages: LanguageSet) -> LanguageSet { LanguageSet(bits: languages.bits | always.bits) }

  private func rank(_ match: CueMatch, _ preferred: LanguageSet) -> (Int, Double) {
    let cue = grammar.cues[Int(match.cue)]
    return (spoken(preferred).contains(cue.language) ? 1 : 0, abs(cue.weight))
  }

  @inline(__always)
  private func shelf(of kinds: UInt32) -> Int {
    if kinds & ~shelved.0 == 0 { return 0 }
    if kinds & ~shelved.1 == 0 { return 1 }
    if kinds & ~shelved.2 == 0 { return 2 }
    return kinds & ~shelved.3 == 0 ? 3 : -1
  }

  /// Steps of patterns that a pass may take.
  private static let allowance = 50_000
  private static let allowancePerToken = 100

  private mutating func pass(_ list: LeafTokens, _ pass: Pass, _ matches: inout [CueMatch]) {
    var pass = pass
    // Most texts hold no word that a cue of these kinds is anchored at.
    let first = pass.bounds.range.first { tables.isAnchor(list.tokens[$0].word, pass.packedKinds) }
    guard let first else { return }
    let words = note(list, &pass)
    run.allowance = CueMatcher.allowance + CueMatcher.allowancePerToken * pass.bounds.range.count
    (run.list, run.bounds, run.words) = (list, pass.bounds, words)
    for i in first..<pass.bounds.range.upperBound where tables.isAnchor(list.tokens[i].word, pass.packedKinds) {
      for row in rows(of: Int(list.tokens[i].word), pass.shelf) {
        // The last two numbers of a row rule most out.
        let beside = tables.anchors.rawPair(row &* GrammarTables.anchorSize &+ 2)
        let traits = PatternTraits(bits: UInt32(truncatingIfNeeded: beside >> 32))
        // On a shelf languages stand in their order.
        if pass.shelf >= 0, pass.languages.bits >> UInt64(traits.language & 63) == 0 { break }
        guard pass.languages.contains(traits.language), pass.kinds >> UInt32(traits.kind) & 1 == 1,
          let (pattern, places) = reach(row, UInt32(truncatingIfNeeded: beside), traits, from: i, pass)
        else { continue }
        attempt(pattern, traits, places, &matches)
      }
    }
    if run.allowance <= 0 { isExhausted = true }
    CueMatcher.keepLongest(&matches, from: pass.first)
  }

  /// Writes down what each token is, and what all of them are.
  @inline(__always)
  private mutating func note(_ list: LeafTokens, _ pass: inout Pass) -> Window<FirstWords> {
    let range = pass.bounds.range
    let words = run.choices.beginPass(over: range.count).part(0..<range.count)
    // Parts of one length, so that no place needs a look at each of them.
    let (tokens, persons, dates) = (list.tokens.part(range), list.personEnd.part(range), list.dateEnd.part(range))
    var present = FirstWords.none
    for i in words.indices {
      let token = FirstWords(tokens[i], isPerson: persons[i] > 0, isDate: dates[i] > 0)
      present.formUnion(token)
      words[i] = token
    }
    pass.present = present
    return words
  }

  /// The rows on one shelf, or on all of them.
  @inline(__always)
  private func rows(of word: Int, _ shelf: Int) -> Range<Int> {
    let (starts, first) = (tables.anchorStarts, word &* GrammarTables.shelves)
    if shelf >= 0 { return starts.rows(of: first &+ shelf) }
    let behind = first &+ GrammarTables.shelves
    return first >= 0 && behind < starts.count ? Int(starts[first])..<Int(starts[behind]) : 0..<0
  }

  /// The pattern of a row, and the places from which it can reach its anchor; nil: there are none.
  @inline(__always)
  private func reach(
    _ row: Int, _ beside: UInt32, _ traits: PatternTraits, from anchor: Int, _ pass: Pass
  ) -> (pattern: Int, places: ClosedRange<Int>)? {
    if beside > 0 {
      let neighbour = PackedValues.unpacked(beside)
      let place = neighbour & 1 == 1 ? anchor - 1 : anchor + 1
      guard pass.bounds.range.contains(place), run.list.tokens[place].word == neighbour >> 1 else { return nil }
    }
    let fore = tables.anchors.rawPair(row &* GrammarTables.anchorSize)
    let (least, most) = (Int(fore >> 32 & 0x7F), Int(fore >> 40 & 0x7F))
    let from = pass.bounds.range.lowerBound
    guard anchor &- least >= from else { return nil }
    let isFixed = pass.isWhole || traits.startsAtRange
    if isFixed, most < GrammarTables.widestPrefix, anchor &- most > from { return nil }
    let pattern = Int(PackedValues.unpacked(UInt32(truncatingIfNeeded: fore)))
    guard mayHold(pattern, pass) else { return nil }
    return (pattern, (isFixed ? from : max(from, anchor &- most))...(isFixed ? from : anchor &- least))
  }

  /// Whether a text has words that every match of a pattern holds; most lack some.
  @inline(__always)
  private func mayHold(_ pattern: Int, _ pass: Pass) -> Bool {
    let needed = pattern &* GrammarTables.patternSize &+ GrammarTables.patternNeeded
    return pass.present.meets(FirstWords(tables.patterns, needed))
      && pass.present.meets(FirstWords(tables.patterns, needed &+ FirstWords.size))
  }

  /// Tries a pattern at the places from which it can reach its anchor.
  private mutating func attempt(
    _ pattern: Int, _ traits: PatternTraits, _ places: ClosedRange<Int>, _ matches: inout [CueMatch]
  ) {
    let tried = run.choices.tried[pattern]
    let pass = run.choices.pass
    let last = places.upperBound
    var start = places.lowerBound
    if tried >> 32 == pass { start = max(start, Int(tried & 0xFFFF_FFFF)) }
    guard start <= last else { return }
    let entry = pattern &* GrammarTables.patternSize
    let firstWords = FirstWords(tables.patterns, entry &+ GrammarTables.patternFirstWords)
    while start <= last, run.allowance > 0 {
      var next = start + 1
      if mayBegin(traits, firstWords, start) {
        tryAt(start, pattern, traits, &matches)
        // The persons of one enumeration are one slot: it is not tried again from its second person.
        if traits.startsWithPeople { next = run.peopleEnd(start) ?? next }
      }
      start = next
    }
    run.choices.tried[pattern] = pass << 32 | UInt64(start)
  }

  @inline(__always)
  private func mayBegin(_ traits: PatternTraits, _ firstWords: FirstWords, _ start: Int) -> Bool {
    guard firstWords.meets(run.words[start &- run.bounds.range.lowerBound]) else { return false }
    return !traits.startsUtterance || run.list.tokens[start].flags.contains(.utteranceStart)
  }

  private mutating func tryAt(
    _ start: Int, _ pattern: Int, _ traits: PatternTraits, _ matches: inout [CueMatch]
  ) {
    let spoken = LanguageSet(bits: always.bits | 1 << UInt64(traits.language & 63))
    let entry = pattern * GrammarTables.patternSize
    guard let end = run.end(code: Int(tables.patterns[entry + 1]), at: start, spoken), end > start else { return }
    var match = CueMatch(
      cue: Int32(tables.patterns[entry]), pattern: Int32(pattern), tokens: Int32(start)..<Int32(end),
      kinds: Cue.Kinds(rawValue: 1 << UInt32(traits.kind)))
    for i in 0..<6 {
      guard let tokens = run.slot(i) else { continue }
      let name = Int32(tables.patterns[entry + 3 + i])
      match.fill(i, CueMatch.Slot(name: name, start: tokens.lowerBound, end: tokens.upperBound))
    }
    matches.append(match)
  }

  /// Sorts what was found by start, and leaves one match for a cue and start.
  private static func keepLongest(_ matches: inout [CueMatch], from first: Int) {
    guard matches.count > first + 1 else { return }
    matches.withUnsafeMutableBufferPointer { all in
      var found = UnsafeMutableBufferPointer(rebasing: all[first...])
      found.sort { a, b in
        (a.tokens.lowerBound, a.cue, b.tokens.upperBound, a.pattern)
          < (b.tokens.lowerBound, b.cue, a.tokens.upperBound, b.pattern)
      }
    }
    var kept = first
    for i in (first + 1)..<matches.count
    where matches[i].cue != matches[kept].cue || matches[i].tokens.lowerBound != matches[kept].tokens.lowerBound {
      kept += 1
      matches[kept] = matches[i]
    }
    matches.removeLast(matches.count - kept - 1)
  }
}
