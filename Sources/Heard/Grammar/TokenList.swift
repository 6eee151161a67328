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
    read(text.bytes, grammar)
    // Marks of a kind may nest as deeply as the text is long: what an outer one covers is not walked through again.
    var covered: [Int32] = Array(repeating: 0, count: Int(UInt16.bitWidth))
    for mark in text.marks {
      guard let flag = TokenList.flag(for: mark.kind) else { continue }
      let kind = flag.rawValue.trailingZeroBitCount
      guard mark.range.upperBound > covered[kind] else { continue }
      var i = firstToken(from: max(mark.range.lowerBound, covered[kind]))
      while i < tokens.count, tokens[i].start < mark.range.upperBound {
        tokens[i].flags.insert(flag)
        i += 1
      }
      covered[kind] = mark.range.upperBound
    }
  }

  /// The same for bytes without marks.
  public mutating func read(_ bytes: [UInt8], _ grammar: Grammar) {
    var storage: [Token] = []
    swap(&storage, &tokens)
    var tokenizer = Tokenizer(words: grammar.words, storage: storage)
    storage = []
    tokenizer.read(bytes.span)
    tokens = tokenizer.taken()
    TokenList.clear(&personEnd, tokens.count)
    TokenList.clear(&dateEnd, tokens.count)
  }

  private static func clear(_ ends: inout [Int32], _ count: Int) {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: count))
  }

  private static func flag(for kind: BlockText.Mark.Kind) -> Token.Flags? {
    switch kind {
    case .code: .code
    case .struck: .struck
    case .link, .image: .link
    case .strong: .strong
    case .emphasis, .mention, .time, .inserted: nil
    }
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
