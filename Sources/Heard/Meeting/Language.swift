import HeardGrammar

/// Tells which of the Grammar's languages each block is written in, by the function words in it.
///
/// A short block, or one that two languages share, goes with the document and then with the block before it.
struct Language {
  /// Index into ``Grammar/languages`` of the language that most of the document's first words are in.
  private(set) var ofDocument: Int32 = 0
  private let grammar: Grammar
  private let functionWord: Grammar.Membered
  /// What holds in every language.
  private let always: LanguageSet
  /// The caller told the language: no block has another.
  private let isGiven: Bool
  /// The languages of the block at hand and of the last block that told its own.
  private var current: Int32 = 0
  var ofBlock: Int32 { isGiven ? ofDocument : current }
  private var previous: Int32 = 0
  /// By language: function words of the block at hand. Used again for each block.
  private var hits: [Int32]
  /// By word, once it was asked for: a bit for each of the first sixteen languages.
  private var known: [UInt16] = []
  /// By language: blocks that are written in it.
  private var blocks: [Int32]

  private static let builtIn = Grammar.Membered("function-word", .builtIn)

  /// As many function words tell a document's language; they stand in some five hundred words.
  private static let enough: Int32 = 200
  /// A function word counts two; being the document's language as much as one word, standing before the block half.
  private static let (word, document, neighbour): (Int32, Int32, Int32) = (2, 2, 1)

  /// - Parameter given: the language's name, where the caller knows it.
  init(of leaves: Leaves, _ grammar: Grammar, given: String? = nil) {
    let number = given.flatMap { grammar.languages.firstIndex(of: $0) }
    self.grammar = grammar
    functionWord = grammar.isBuiltIn ? Language.builtIn : Grammar.Membered("function-word", grammar)
    always = grammar.languageSet([])
    hits = Array(repeating: 0, count: grammar.languageCount)
    blocks = hits
    isGiven = number != nil
    if let number { ofDocument = Int32(number) } else { read(leaves) }
    previous = ofDocument
  }

  /// A language's cues and words, and those of every language.
  func set(_ language: Int32) -> LanguageSet {
    var set = always
    set.insert(language)
    return set
  }

  /// The language of a block, by its tokens.
  mutating func language(of tokens: LeafTokens) -> Int32 {
    if isGiven { return ofDocument }
    for index in hits.indices { hits[index] = 0 }
    count(tokens)
    var best = ofDocument
    for index in hits.indices where score(Int32(index)) > score(best) { best = Int32(index) }
    if hits[Int(best)] > 0 { previous = best }
    current = best
    return best
  }

  /// Counts a block for the language that most blocks are in. Call it once for each block, after ``language(of:)``.
  mutating func note() {
    if hits[Int(current)] > 0 { blocks[Int(current)] += 1 }
  }

  /// The folder name of the language that most blocks are in.
  var name: String {
    var best = ofDocument
    for index in blocks.indices where blocks[index] > blocks[Int(best)] { best = Int32(index) }
    return grammar.languages[Int(best)]
  }

  private func score(_ language: Int32) -> Int32 {
    var score = hits[Int(language)] * Language.word
    if language == ofDocument { score += Language.document }
    if language == previous { score += Language.neighbour }
    return score
  }

  private mutating func count(_ tokens: LeafTokens) {
    let bits = grammar.tables.single
    for token in tokens.tokens where bits.holds(token.word, functionWord.bit) && !token.flags.contains(.code) {
      var spoken = languages(ofFunctionWord: token.word)
      while spoken != 0 {
        hits[spoken.trailingZeroBitCount] += 1
        spoken &= spoken - 1
      }
    }
  }

  /// A bit a language in which a word is a function word.
  private mutating func languages(ofFunctionWord word: Int32) -> UInt64 {
    if known.isEmpty { known = Array(repeating: 0, count: grammar.wordCount + 1) }
    if known[Int(word)] != 0 { return UInt64(known[Int(word)]) }
    var languages: UInt64 = 0
    for member in grammar.lists(ofWord: word) where member.list == functionWord.list {
      languages |= 1 << UInt64(member.language)
    }
    if languages >> 16 == 0 { known[Int(word)] = UInt16(languages) }
    return languages
  }

  private mutating func read(_ leaves: Leaves) {
    for (index, block) in leaves.document.blocks.enumerated()
    where block.isLeaf && block.kind != .code && block.kind != .html {
      count(leaves.leaf(index).tokens)
      if hits.contains(where: { $0 >= Language.enough }) { break }
    }
    for index in hits.indices where hits[index] > hits[Int(ofDocument)] { ofDocument = Int32(index) }
  }
}
