import HeardGrammar

/// A reader of dates for each language, and the order of day and month there, made when the first block in it is read.
struct DateReaders: ~Copyable {
  private let grammar: Grammar
  private var readers: [(reader: DateReader, dialect: Dialect?)?]

  private static let builtInDialects = Grammar.builtIn.languages.map { Dialect(language: $0) }

  init(_ grammar: Grammar) {
    self.grammar = grammar
    readers = Array(repeating: nil, count: grammar.languageCount)
  }

  /// The reader for a language, an index into ``Grammar/languages``, whose words are given.
  mutating func reader(_ language: Int32, _ words: LanguageSet) -> (reader: DateReader, dialect: Dialect?) {
    let index = Int(language)
    if let known = readers[index] { return known }
    let dialect =
      grammar.isBuiltIn ? DateReaders.builtInDialects[index] : Dialect(language: grammar.languages[index], grammar)
    let made = (DateReader(grammar, languages: words), dialect)
    readers[index] = made
    return made
  }
}
