import HeardGrammar

/// Tells which of the Grammar's languages each block is written in, by the function words in it.
///
/// A short block, or one that two languages share, goes with the document and then with the block before it.
struct Language {
  /// Index into ``Grammar/languages`` of the language that most of the document's first words are in.
  private(set) var ofDocument: Int32 = 0
  private let grammar: Grammar
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
  /// By language: blocks that are written in it.
  private var blocks: [Int32]

  /// As many function words tell a document's language; they stand in some five hundred words.
  private static let enough: Int32 = 200
  /// A function word counts two; being the document's language as much as one word, standing before the block half.
  private static let (word, document, neighbour): (Int32, Int32, Int32) = (2, 2, 1)

  /// - Parameter given: the language's name, where the caller knows it.
  init(of leaves: Leaves, _ grammar: Grammar, given: String? = nil) {
    let number = given.flatMap { grammar.languages.firstIndex(of: $0) }
    self.grammar = grammar
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
    for token in tokens.tokens {
      var told = grammar.languages(toldBy: token.word)
      if told == 0 || token.flags.contains(.code) { continue }
      while told != 0 {
        hits[told.trailingZeroBitCount] += 1
        told &= told - 1
      }
    }
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
