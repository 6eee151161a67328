import HeardGrammar

/// A reader of dates for each language, made when the first block in it is read.
struct DateReaders {
  private let grammar: Grammar
  private var readers: [DateReader?]

  init(_ grammar: Grammar) {
    self.grammar = grammar
    readers = Array(repeating: nil, count: grammar.languages.count)
  }

  /// The reader for a language, an index into ``Grammar/languages``, whose words are given.
  mutating func reader(_ language: Int32, _ words: LanguageSet) -> DateReader {
    let index = Int(language)
    if let reader = readers[index] { return reader }
    let reader = DateReader(grammar, languages: words)
    readers[index] = reader
    return reader
  }
}
