import HeardGrammar

/// A reader of dates for each language, and the order of day and month there, made when the first block in it is read.
struct DateReaders: ~Copyable {
  private let grammar: Grammar
  private var readers: [(reader: DateReader, dialect: Dialect?)?]
  /// The language at hand, its reader, and its order of day and month.
  private var language: Int32 = -1
  private(set) var reader: DateReader
  private(set) var dialect: Dialect?

  private static let builtInDialects = Grammar.builtIn.languages.map { Dialect(language: $0) }

  init(_ grammar: Grammar) {
    self.grammar = grammar
    readers = Array(repeating: nil, count: grammar.languageCount)
    reader = DateReader(grammar, languages: [])
  }

  /// Turns to a language, an index into ``Grammar/languages``, whose words are given. Most blocks are in that of the one before.
  mutating func turn(to language: Int32, _ words: LanguageSet) {
    guard language != self.language else { return }
    self.language = language
    let index = Int(language)
    if let known = readers[index] {
      (reader, dialect) = known
      return
    }
    reader = DateReader(grammar, languages: words)
    dialect = grammar.isBuiltIn ? DateReaders.builtInDialects[index] : Dialect(language: grammar.languages[index], grammar)
    readers[index] = (reader, dialect)
  }
}
