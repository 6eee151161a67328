/// Turns read grammar files into the tables of a ``Grammar``.
struct GrammarCompiler {
  private let source: GrammarSource
  private var words = NumberedWords()
  private var lists: CompiledLists
  private let languages: [String]
  private var patterns: [[UInt32]] = []
  private var code: [UInt32] = []
  private var anchors: [Int: [[UInt32]]] = [:]

  init(_ source: GrammarSource) {
    self.source = source
    let names = Set(source.lists.map(\.language) + source.cues.map(\.language))
    languages = names.sorted { ($0 != "en" ? 1 : 0, $0) < ($1 != "en" ? 1 : 0, $1) }
    lists = CompiledLists(source, languages)
  }

  mutating func encoding() -> [UInt8] {
    lists.number(into: &words)
    for (number, cue) in source.cues.enumerated() {
      for pattern in cue.patterns { add(pattern, of: cue, number) }
    }
    let count = words.count
    var sections: [GrammarTables.Section: [UInt32]] = [:]
    sections[.cells] = WordTrieBuilder.cells(of: words.all)
    // Strings are numbered like words, so that a word's number is its text's.
    var strings = NumberedStrings(words.all)
    sections[.languages] = languages.map { strings.number($0) }
    sections[.lists] = lists.names.map { strings.number($0) }
    let names = lists.names
    sections[.listOrder] = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }.map(UInt32.init)
    lists.fill(&sections, wordCount: count)
    (sections[.anchorStarts], sections[.anchors]) = Rows.flat(
      GrammarCompiler.byLanguage(anchors), through: (count + 1) * GrammarTables.shelves - 1, size: GrammarTables.anchorSize)
    sections[.kinds] = kinds(anchoredAt: count)
    sections[.weights] = weights()
    sections[.patterns] = patterns.flatMap { row in row }
    sections[.code] = code
    for i in patterns.indices { name(slotsOf: i, &sections, &strings) }
    sections[.cues] = source.cues.flatMap { record(of: $0, &strings) }
    let frames = source.cues.indices.filter { source.cues[$0].kind == .frame }
    let said = frames.map { (name: Array(source.cues[$0].name.utf8), cue: $0) }
    sections[.frames] = said.sorted { $0.name == $1.name ? $0.cue < $1.cue : $0.name.lexicographicallyPrecedes($1.name) }
      .flatMap { [strings.number(source.cues[$0.cue].name), UInt32($0.cue)] }
    sections[.stringStarts] = strings.starts
    return GrammarTables.encoding(of: sections, texts: strings.text)
  }

  private var slotNames: [[String]] = []

  private mutating func add(_ pattern: Pattern, of cue: GrammarSource.Entry, _ number: Int) {
    // Words are numbered first: the compiler of patterns only looks them up.
    pattern.forEachWord { self.words.add($0) }
    let (words, lists) = (self.words, self.lists)
    let compiled = PatternCompiler(
      pattern, word: { words.number(of: $0) }, list: { lists.number(of: $0) })
    let index = UInt32(patterns.count)
    let traits = PatternTraits(pattern.traits, kind: cue.kind, language: languages.firstIndex(of: cue.language) ?? 0)
    let firstWords = FirstWords(of: pattern) {
      words.number(of: $0)
    } firstWords: {
      lists.firstWords(of: $0, in: cue.language).map { words.number(of: $0) }
    }
    let choice = AnchorChoice(
      ranks: lists.commonRanks(of: cue.language), firstWords: { lists.firstWords(of: $0, in: cue.language) })
    let found = choice.anchors(of: pattern)
    let needed = NeededWords(
      choice: choice, word: { words.number(of: $0) },
      firstWords: { lists.firstWords(of: $0, in: cue.language).map { words.number(of: $0) } })
    patterns.append(
      [UInt32(number), UInt32(code.count), traits.number] + [UInt32](repeating: 0, count: 6) + firstWords.numbers
        + needed.numbers(of: pattern, anchoredAt: found))
    slotNames.append(compiled.slots)
    code += compiled.code.map(\.number)
    // One prefix for all, so that the places where a pattern is tried only move to the right.
    let least = found.map(\.prefix.lowerBound).min() ?? 0
    let most = found.map(\.prefix.upperBound).max() ?? 0
    for anchor in found {
      let neighbour = anchor.neighbour.map { words.number(of: $0.word) << 1 | ($0.isBefore ? 1 : 0) } ?? 0
      let entry = [index, UInt32(least | most << 7), UInt32(neighbour), traits.number]
      let places =
        switch anchor.place {
        case .word(let word): [words.number(of: word)]
        case .list(let name): Set(lists.firstWords(ofList: lists.number(of: name))).sorted()
        }
      for word in places { GrammarCompiler.add(entry, at: word, cue.kind, to: &anchors) }
    }
  }

  /// Weights of words that neither a list nor a cue has say nothing: a word that became known for them would no longer be a name.
  private func weights() -> [UInt32] {
    let spoken = source.weights.reduce(UInt32(0)) { $0 | 1 << UInt32(languages.firstIndex(of: $1.language) ?? 0) }
    let rows = source.weights.compactMap { row -> (feature: Feature, hundredths: [Int32])? in
      let symbols = row.symbols.map { symbol(of: $0, row.kind) }
      guard let first = symbols.first, !symbols.contains(0) else { return nil }
      let feature = Feature(row.kind, first, symbols.count > 1 ? symbols[1] : 0)
      return (feature, row.values.map { Int32(($0 * 100).rounded()) })
    }
    return LearnedWeights.values(rows, languages: spoken)
  }

  private func symbol(of name: String, _ kind: Feature.Kind) -> UInt32 {
    if kind == .trait { return Feature.trait(named: name)?.rawValue ?? 0 }
    return Feature.group(named: name)?.rawValue ?? UInt32(words.number(of: Array(name.utf8)))
  }

  /// By word: the kinds of all cues that are anchored at it.
  private func kinds(anchoredAt last: Int) -> [UInt32] {
    var kinds = [UInt32](repeating: 0, count: last + 1)
    for (key, rows) in anchors {
      for row in rows { kinds[key / GrammarTables.shelves] |= 1 << UInt32(PatternTraits(bits: PackedValues.packed(row[3])).kind) }
    }
    return kinds
  }

  /// Adds an anchor, once for a pattern and word.
  private static func add(_ entry: [UInt32], at number: Int, _ kind: Cue.Kind, to anchors: inout [Int: [[UInt32]]]) {
    let key = number * GrammarTables.shelves + kind.shelf
    if anchors[key]?.last != entry { anchors[key, default: []].append(entry) }
  }

  /// Rows of one word in the order of their languages, so that those of others behind them need not be looked at.
  private static func byLanguage(_ anchors: [Int: [[UInt32]]]) -> [Int: [[UInt32]]] {
    anchors.mapValues { rows in
      let languages = rows.map { PatternTraits(bits: PackedValues.packed($0[3])).language }
      return rows.indices.sorted { (languages[$0], $0) < (languages[$1], $1) }.map { rows[$0] }
    }
  }

  private func name(
    slotsOf pattern: Int, _ sections: inout [GrammarTables.Section: [UInt32]], _ strings: inout NumberedStrings
  ) {
    for (i, slot) in slotNames[pattern].enumerated() {
      sections[.patterns]?[pattern * GrammarTables.patternSize + 3 + i] = strings.number(slot)
    }
  }

  private func record(of cue: GrammarSource.Entry, _ strings: inout NumberedStrings) -> [UInt32] {
    let language = UInt32(languages.firstIndex(of: cue.language) ?? 0)
    let (name, file) = (strings.number(cue.name), strings.number(cue.place.file))
    let role = cue.role.map { strings.number($0) } ?? 0
    let weight = UInt32((cue.weight * 1000 + 100_000).rounded())
    return [
      UInt32(cue.kind.rawValue), language, name, role, file, UInt32(cue.place.line), UInt32(cue.firmness.rawValue),
      UInt32(cue.scope.rawValue), cue.against.rawValue, weight,
    ] + strings.range(cue.yields) + strings.range(cue.hears) + strings.range(cue.ignores)
      + strings.range(cue.says.map { [$0] } ?? [])
      + [strings.number(languages[Int(language)] + "/" + cue.kind.name + "/" + cue.name)]
  }
}

extension GrammarSource {
  /// The tables that matching needs.
  public func compiled() -> Grammar {
    var compiler = GrammarCompiler(self)
    guard let tables = GrammarTables(copying: compiler.encoding()) else {
      preconditionFailure("the compiler writes what the tables read")
    }
    return Grammar(tables: tables)
  }
}

extension Pattern {
  func forEachWord(_ body: ([UInt8]) -> Void) {
    switch self {
    case .word(let word): body(word)
    case .sequence(let parts), .choice(let parts): for part in parts { part.forEachWord(body) }
    case .optional(let part), .not(let part): part.forEachWord(body)
    default: break
    }
  }
}
