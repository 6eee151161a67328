import HeardGrammar

/// Picks the sentences that are most about what a stretch of talk is about.
///
/// The method is SumBasic (Nenkova and Vanderwende, "The impact of frequency on summarization", Microsoft Research TR-2005-101,
/// 2005): a sentence weighs the mean probability of its content words, and the words of a chosen one count less afterwards.
/// Linear in the words, and at most ``longest`` sentences of a stretch are looked at.
struct CentralSentences {
  /// A sentence that may be chosen.
  struct Candidate {
    var text: String
    var span: Span
    var words: [UInt64]
  }

  private static let longest = 600
  /// Words of a sentence that can stand alone.
  private static let length = 9...34

  private let grammar: Grammar
  private let languages: LanguageSet
  private let lists: Lists
  private var reader: SentenceReader
  private var text = BlockText()
  private var tokens = TokenList()
  private var ranges: [Range<Int>] = []
  private var memory = LeafMemory()

  init(_ grammar: Grammar, language: String) {
    self.grammar = grammar
    languages = grammar.languageSet([language])
    lists = .of(grammar)
    reader = SentenceReader(grammar)
    reader.languages = languages
  }

  /// The lists by their names, which are looked for once.
  private struct Lists: GrammarLookup {
    let function, common, opening, pointing: Grammar.Membered

    static let builtIn = Lists(.builtIn)

    init(_ grammar: Grammar) {
      function = Grammar.Membered("function-word", grammar)
      common = Grammar.Membered("common", grammar)
      opening = Grammar.Membered("opening-word", grammar)
      pointing = Grammar.Membered("pointing-opener", grammar)
    }
  }

  /// The most central sentences of some leaves, in the order of the notes.
  ///
  /// - Parameter used: what was said already.
  mutating func sentences(
    of leaves: [Int], in document: Document, count: Int, besides used: [Span]
  ) -> [(text: String, span: Span)] {
    var found: [Candidate] = []
    for leaf in leaves {
      guard found.count < CentralSentences.longest else { break }
      collect(document, document.blocks[leaf], &found)
    }
    found.removeAll { candidate in used.contains { $0.overlaps(candidate.span) } }
    guard found.count > 1 else { return [] }
    return CentralSentences.chosen(found, count).map { (found[$0].text, found[$0].span) }
  }

  private mutating func collect(_ document: Document, _ block: Block, _ found: inout [Candidate]) {
    document.text(of: block, into: &text)
    tokens.read(text, grammar)
    memory.removeAll()
    let leaf = memory.leaf(text, tokens)
    reader.sentences(in: 0..<leaf.tokens.count, leaf.tokens, leaf.text, into: &ranges)
    for range in ranges where isWhole(range) {
      let bytes = tokens.bytes(of: range)
      found.append(
        Candidate(
          text: NotesWords.onOneLine(text.bytes[bytes]), span: text.span(of: bytes), words: contentWords(range)))
    }
  }

  /// A statement of a fair length that does not lean on the sentence before it.
  private func isWhole(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last, CentralSentences.length.contains(range.count) else {
      return false
    }
    let opens = tokens.tokens[first]
    guard opens.flags.contains(.capitalized), !isMember(opens.word, lists.opening), !isMember(opens.word, lists.pointing) else {
      return false
    }
    return tokens.tokens[last].mark == 0x2E
      && !range.contains { tokens.tokens[$0].kind == .url || tokens.tokens[$0].flags.contains(.code) }
  }

  private func contentWords(_ range: Range<Int>) -> [UInt64] {
    var words: [UInt64] = []
    for index in range {
      let token = tokens.tokens[index]
      guard token.kind == .word, token.length > 2, !isMember(token.word, lists.function), !isMember(token.word, lists.common) else {
        continue
      }
      words.append(NameKey(text.bytes[token.range]).hash)
    }
    return words
  }

  private func isMember(_ word: Int32, _ list: Grammar.Membered) -> Bool { grammar.isMember(word, of: list, in: languages) }

  /// Indices of the chosen, in order.
  static func chosen(_ sentences: [Candidate], _ count: Int) -> [Int] {
    var probability = NumberMap<Double>()
    var total = 0.0
    for sentence in sentences {
      for word in sentence.words {
        probability.change(word, from: 0) { $0 += 1 }
        total += 1
      }
    }
    guard total > 0 else { return [] }
    for place in probability.keys.indices { probability.change(place) { $0 /= total } }
    var chosen: [Int] = []
    while chosen.count < count {
      var best: (index: Int, weight: Double)?
      for (index, sentence) in sentences.enumerated() where !chosen.contains(index) && sentence.words.count > 3 {
        let weight = sentence.words.reduce(0) { $0 + (probability[$1] ?? 0) } / Double(sentence.words.count)
        if weight > best?.weight ?? 0 { best = (index, weight) }
      }
      guard let best else { break }
      chosen.append(best.index)
      var squared = NumberMap<Void>()
      for word in sentences[best.index].words where squared.place(of: word) == nil {
        squared.add(word, ())
        if let place = probability.place(of: word) { probability.change(place) { $0 *= $0 } }
      }
    }
    return chosen.sorted()
  }
}
