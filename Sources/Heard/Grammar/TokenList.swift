/// The tokens of one text, and what the meeting stage found out about them.
///
/// Made to be reused: ``read(_:_:)`` keeps the storage.
public struct TokenList: Sendable {
  public var tokens: [Token] = []
  /// By token: the index behind the mention of a person that begins there; 0: none.
  public var personEnd: [Int32] = []
  /// By token: the index behind the date that begins there; 0: none.
  public var dateEnd: [Int32] = []

  public init() {}

  public var count: Int { tokens.count }

  /// Replaces everything by the tokens of a text; no persons, no dates.
  public mutating func read(_ text: BlockText, _ grammar: Grammar) {
    readTokens(text.bytes, text.marks, grammar)
    clear()
  }

  /// Replaces the tokens alone.
  mutating func readTokens(_ bytes: [UInt8], _ marks: [BlockText.Mark], _ grammar: Grammar) {
    readTokens(bytes, grammar)
    guard !marks.isEmpty else { return }
    let isNested = zip(marks, marks.dropFirst()).contains { $0.range.lowerBound > $1.range.lowerBound }
    flag(isNested ? marks.sorted { $0.range.lowerBound < $1.range.lowerBound } : marks)
  }

  /// Marks can nest as deep as a text is long; in the order of their starts each goes on where the last of its flag ended.
  private mutating func flag(_ marks: [BlockText.Mark]) {
    var behind: (code: Int, struck: Int, link: Int, strong: Int) = (0, 0, 0, 0)
    for mark in marks {
      switch mark.kind {
      case .code: behind.code = flag(mark.range, .code, from: behind.code)
      case .struck: behind.struck = flag(mark.range, .struck, from: behind.struck)
      case .link, .image: behind.link = flag(mark.range, .link, from: behind.link)
      case .strong: behind.strong = flag(mark.range, .strong, from: behind.strong)
      case .emphasis, .mention, .time, .inserted: break
      }
    }
  }

  private mutating func flag(_ range: Range<Int32>, _ flag: Token.Flags, from behind: Int) -> Int {
    var i = max(behind, firstToken(from: range.lowerBound))
    while i < tokens.count, tokens[i].start < range.upperBound {
      tokens[i].flags.insert(flag)
      i += 1
    }
    return i
  }

  /// The same for bytes without marks.
  public mutating func read(_ bytes: [UInt8], _ grammar: Grammar) {
    readTokens(bytes, grammar)
    clear()
  }

  private mutating func readTokens(_ bytes: [UInt8], _ grammar: Grammar) {
    var storage: [Token] = []
    swap(&storage, &tokens)
    var tokenizer = Tokenizer(words: grammar.words, storage: storage)
    storage = []
    tokenizer.read(bytes.span)
    tokens = tokenizer.taken()
  }

  private mutating func clear() {
    TokenList.clear(&personEnd, tokens.count)
    TokenList.clear(&dateEnd, tokens.count)
  }

  private static func clear(_ ends: inout [Int32], _ count: Int) {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: count))
  }

  /// The first token that ends behind an offset.
  func firstToken(from offset: Int32) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes that some tokens cover, first to last.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }
}
