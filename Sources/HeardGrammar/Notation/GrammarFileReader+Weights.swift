/// Reads learned weights: `weights word`, and below it lines such as `will +0.41 -0.22`.
extension GrammarFileReader {
  /// The numbers behind the symbols: for an action and a decision.
  private static let columns = 2

  mutating func readWeightsHead(_ cursor: inout LineCursor) {
    cursor.skipSpaces()
    guard let kind = choose(&cursor, Feature.Kind.allCases, "kind of feature") else { return }
    beginWeights(kind)
    cursor.skipSpaces()
    if !cursor.isAtEnd { fail(cursor.column, "weights stand on the following lines, indented") }
  }

  mutating func readWeights(_ cursor: inout LineCursor, _ kind: Feature.Kind) {
    let column = cursor.column
    var parts: [String] = []
    while !cursor.isAtEnd {
      parts.append(cursor.readWord())
      cursor.skipSpaces()
    }
    let symbols = kind == .pair || kind == .opening ? 2 : 1
    let values = parts.dropFirst(symbols).compactMap { GrammarFileReader.weight($0) }
    guard parts.count == symbols + GrammarFileReader.columns, values.count == GrammarFileReader.columns else {
      let words = symbols == 1 ? "one word" : "two words"
      return fail(column, "write \(words) and two weights, for an action and a decision, as in: will +0.41 -0.22")
    }
    let names = Array(parts.prefix(symbols))
    for name in names where kind == .trait ? Feature.trait(named: name) == nil : Feature.isUnknownGroup(name) {
      let choices = kind == .trait ? Feature.Trait.allCases.map { "\($0)" } : Feature.WordGroup.allCases.map { "<\($0)>" }
      return fail(column, "unknown \(kind == .trait ? "trait" : "group") “\(name)”\(Spelling.hint(for: name, among: choices))")
    }
    add(.init(kind: kind, symbols: names, values: values, language: language, place: place(column)))
  }
}

extension Feature {
  static func trait(named name: String) -> Trait? { Trait.allCases.first { "\($0)" == name } }

  static func group(named name: String) -> WordGroup? {
    // Thousands of words ask, and few are groups.
    name.utf8.first == 0x3C ? WordGroup.allCases.first { "<\($0)>" == name } : nil
  }

  /// Written as a group of words, which there is not.
  static func isUnknownGroup(_ name: String) -> Bool {
    name.utf8.count > 2 && name.hasPrefix("<") && name.hasSuffix(">") && group(named: name) == nil
  }
}
