import HeardGrammar

/// A reader of dates for each language, and the order of day and month there, made when the first block in it is read.
struct DateReaders {
  private let grammar: Grammar
  private var readers: [(reader: DateReader, dialect: Dialect?)?]

  init(_ grammar: Grammar) {
    self.grammar = grammar
    readers = Array(repeating: nil, count: grammar.languages.count)
  }

  /// The reader for a language, an index into ``Grammar/languages``, whose words are given.
  mutating func reader(_ language: Int32, _ words: LanguageSet) -> (reader: DateReader, dialect: Dialect?) {
    let index = Int(language)
    if let known = readers[index] { return known }
    let made = (
      DateReader(grammar, languages: words), Dialect(language: grammar.languages[index], grammar)
    )
    readers[index] = made
    return made
  }
}
