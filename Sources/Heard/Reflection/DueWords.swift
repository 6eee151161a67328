import HeardGrammar

/// When something is due, as a part of a sentence: the notes' words and the days that they come to.
struct DueWords {
  private let grammar: Grammar
  private let languages: LanguageSet
  private let lists: Lists

  init(_ grammar: Grammar, language: String) {
    self.grammar = grammar
    languages = grammar.languageSet([language])
    lists = .of(grammar)
  }

  /// The lists by their names, which are looked for once.
  private struct Lists: GrammarLookup {
    let before, alone, label: Grammar.Membered

    static let builtIn = Lists(.builtIn)

    init(_ grammar: Grammar) {
      before = Grammar.Membered("before-date", grammar)
      alone = Grammar.Membered("date-adverb", grammar)
      label = Grammar.Membered("due-word", grammar)
    }
  }

  /// `by Friday (2026-11-27)`; empty where nothing is due.
  func dated(_ due: Due?) -> String {
    guard let due else { return "" }
    let text = words(due)
    let days = DueWords.days(due)
    return days.isEmpty || days == text ? text : text.isEmpty ? days : text + " (" + days + ")"
  }

  /// The notes' words without "due" in front, and small where they open no date ("Today").
  private func words(_ due: Due) -> String {
    let text = Wordplay.trimmed(due.text)
    var tokens = TokenList()
    tokens.read(Array(text.utf8), grammar)
    guard let first = tokens.tokens.first else { return text }
    if isMember(first.word, lists.label), tokens.count > 1 {
      return Wordplay.trimmed(String(decoding: text.utf8.dropFirst(Int(tokens.tokens[1].start)), as: UTF8.self))
    }
    return isMember(first.word, lists.before) || isMember(first.word, lists.alone) ? Wordplay.uncapitalized(text) : text
  }

  private func isMember(_ word: Int32, _ list: Grammar.Membered) -> Bool { grammar.isMember(word, of: list, in: languages) }

  static func days(_ due: Due) -> String {
    if let date = due.date { return date.description }
    guard let period = due.period else { return "" }
    return period.lowerBound.description + " to " + period.upperBound.description
  }

  /// Whether the words can follow a sentence as they are ("by Friday", "tomorrow") or are a bare date.
  func follows(_ due: Due) -> Bool {
    var tokens = TokenList()
    tokens.read(Array(due.text.utf8), grammar)
    guard let word = tokens.tokens.first?.word, !isMember(word, lists.label) else { return false }
    return isMember(word, lists.before) || isMember(word, lists.alone)
  }

  /// Puts the day behind the words of a text that say it.
  ///
  /// - Returns: nil where the text does not hold them.
  static func dated(_ text: String, _ due: Due) -> String? {
    let (bytes, words) = (Array(text.utf8), Array(Wordplay.trimmed(due.text).utf8))
    guard !words.isEmpty, bytes.count <= 4096, words.count <= bytes.count else { return nil }
    let place = (0...(bytes.count - words.count)).first { bytes[$0..<($0 + words.count)].elementsEqual(words) }
    guard let place else { return nil }
    let days = DueWords.days(due)
    if days.isEmpty || Array(days.utf8) == words { return text }
    let end = place + words.count
    // "next week's call", "(by Friday)": a day behind the words would tear apart what belongs together.
    if end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x2C, bytes[end] != 0x2E { return text }
    return TextDecoding.string(Array(bytes[..<end]) + Array(" (\(days))".utf8) + Array(bytes[end...]))
  }
}
