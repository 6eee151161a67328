/// Finds the dates in tokens: only a word that dates are made of, or a number, begins an attempt.
public struct DateReader: Sendable {
  let words: DateWords

  /// - Parameter languages: whose words for dates count.
  public init(_ grammar: Grammar, languages: LanguageSet = .all) {
    words = DateWords(grammar, languages: languages)
  }

  /// Reads the built-in words of one language, a folder of `Grammar/`.
  public init(language: String) {
    self.init(.builtIn, languages: Grammar.builtIn.languageSet([language]))
  }

  /// The dates of a text that belongs to no document.
  public func dates(in bytes: [UInt8], isAnswer: Bool = false) -> [DateMention] {
    var tokens = TokenList()
    tokens.read(bytes, words.grammar)
    var mentions: [DateMention] = []
    var bytes = bytes
    bytes.withUnsafeMutableBufferPointer { buffer in
      tokens.lent {
        read($0.tokens, bytes: Window(buffer), range: 0..<$0.count, isAnswer: isAnswer, into: &mentions)
      }
    }
    return mentions
  }

  /// Words that a date can have before its first number or name: "by the end of the".
  private static let reach = 8
  /// No date is longer; a longer run of dates is read in pieces of this many tokens.
  private static let longest = 400

  /// Appends the dates of some tokens, in their order.
  ///
  /// - Parameters:
  ///   - bytes: the text that the tokens' ranges count in.
  ///   - range: the tokens of one line, cell or paragraph. Code holds no dates.
  ///   - isAnswer: the text answers "when?", as a field for due dates does, so that "2 weeks" is a date.
  func read(
    _ tokens: Window<Token>, bytes: Window<UInt8>, range: Range<Int>, isAnswer: Bool = false,
    into mentions: inout [DateMention]
  ) {
    let range = range.clamped(to: tokens.indices)
    var index = range.lowerBound
    var floor = range.lowerBound
    while index < range.upperBound {
      guard isTrigger(tokens[index], bytes) else {
        index += 1
        continue
      }
      var start = index
      while start > floor, index - start < Self.reach, isMember(tokens[start - 1], bytes) { start -= 1 }
      var end = index + 1
      while end < range.upperBound, end - start < Self.longest, isMember(tokens[end], bytes), !isNumbering(tokens, bytes, end) { end += 1 }
      if isAnswer || !isLoneNumber(tokens, bytes, start..<end) && !isQuiet(tokens, bytes, start..<end) {
        read(tokens, bytes, start..<end, within: range, isAnswer, into: &mentions)
      }
      (index, floor) = (end, end)
    }
  }

  /// "… October to December", and on the line below "1 Collect the spoons": the number is that of a line.
  private func isNumbering(_ tokens: Window<Token>, _ bytes: Window<UInt8>, _ index: Int) -> Bool {
    guard tokens[index].kind == .number, tokens[index].flags.contains(.lineStart), tokens[index].length <= 2, index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    return next.kind == .word && next.flags.contains(.capitalized) && !isMember(next, bytes)
  }

  /// One number among marks, as numbering and amounts are: a date needs another number or a word.
  private func isLoneNumber(_ tokens: Window<Token>, _ bytes: Window<UInt8>, _ run: Range<Int>) -> Bool {
    var hasNumber = false
    for index in run {
      switch tokens[index].kind {
      case .punctuation: continue
      case .number:
        if hasNumber || !bytes.part(tokens[index].range).allSatisfy({ $0 &- 0x30 < 10 }) { return false }
        hasNumber = true
      default: return false
      }
    }
    return true
  }

  /// One word such as "meeting" or "week" with nothing but articles and marks around it, as most runs are.
  private func isQuiet(_ tokens: Window<Token>, _ bytes: Window<UInt8>, _ run: Range<Int>) -> Bool {
    var triggers = 0
    for index in run {
      let token = tokens[index]
      if token.kind == .punctuation { continue }
      guard token.kind == .word else { return false }
      let roles = words.roles(of: token, bytes)
      if roles.isEmpty { return false }
      if roles.isTrigger {
        triggers += 1
        guard triggers == 1, roles.isQuietTrigger else { return false }
      } else if !roles.isQuiet {
        return false
      }
    }
    return true
  }

  private func read(
    _ tokens: Window<Token>, _ bytes: Window<UInt8>, _ run: Range<Int>, within range: Range<Int>, _ isAnswer: Bool,
    into mentions: inout [DateMention]
  ) {
    var pieces = DatePieces(words: words, bytes: bytes, most: run.count + 3)
    if run.lowerBound > range.lowerBound { pieces.append(tokens[run.lowerBound - 1], run.lowerBound - 1) }
    let lower = pieces.pieces.count
    for index in run { pieces.append(tokens[index], index) }
    let upper = pieces.pieces.count
    // One number beside words that no date has, such as a version's.
    if !isAnswer, !DateReader.mayBeDate(pieces.pieces[lower...]) { return }
    for index in run.upperBound..<min(run.upperBound + 2, range.upperBound) { pieces.append(tokens[index], index) }
    var dates = DateRun(pieces: pieces.pieces, bounds: lower..<upper)
    dates.isWhole =
      isAnswer && isOnlyMarks(tokens, range.lowerBound..<run.lowerBound)
      && isOnlyMarks(tokens, run.upperBound..<range.upperBound)
    for found in dates.mentions() {
      guard let first = dates.neighbour(found.pieces.lowerBound),
        let last = dates.neighbour(found.pieces.upperBound - 1)
      else { continue }
      mentions.append(
        DateMention(
          tokens: first.token..<last.token + 1, span: Span(first.start, last.end), expression: found.expression,
          relation: found.relation))
    }
  }

  private static func mayBeDate(_ pieces: ArraySlice<DatePiece>) -> Bool {
    var numbers = 0
    for piece in pieces {
      if !piece.roles.isEmpty { return true }
      if piece.isNumber { numbers += 1 }
    }
    return numbers > 1
  }

  /// Looks no further than a few tokens, so that reading stays linear.
  private func isOnlyMarks(_ tokens: Window<Token>, _ range: Range<Int>) -> Bool {
    range.count < 8 && range.allSatisfy { tokens[$0].kind == .punctuation || tokens[$0].kind == .symbol }
  }

  @inline(__always)
  private func isTrigger(_ token: Token, _ bytes: Window<UInt8>) -> Bool {
    if token.kind.rawValue > Token.Kind.number.rawValue || token.flags.contains(.code) { return false }
    if token.kind == .number { return true }
    return words.isTrigger(token, bytes) || token.word == 0 && holdsDigit(token, bytes)
  }

  private func isMember(_ token: Token, _ bytes: Window<UInt8>) -> Bool {
    switch token.kind {
    case .number: return true
    case .symbol: return words.reach(of: token, bytes).contains(.member)
    case .word: return words.reach(of: token, bytes).contains(.member) || token.word == 0 && holdsDigit(token, bytes)
    case .punctuation:
      if token.end - token.start == 1 { return Self.isMark(bytes[Int(token.start)]) }
      return bytes[Int(token.start)] == 0xE2 || bytes[Int(token.start)] == UInt8(ascii: "-")
    case .handle: return !words.roles(ofHandle: token, bytes).isEmpty
    default: return false
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case ",", ".", "-", "/", "'", ":", "+", "<": true
    default: false
    }
  }

  /// "14april", "Q3", "3w"; longer words with digits are names of something else.
  private func holdsDigit(_ token: Token, _ bytes: Window<UInt8>) -> Bool {
    token.end - token.start <= 14 && bytes[token.range].contains { $0 &- 0x30 < 10 }
  }
}
