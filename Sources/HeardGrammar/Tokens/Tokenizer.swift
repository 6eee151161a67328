/// Splits text into tokens, much as the Penn Treebank does, looking each up in the grammar's words once.
///
/// "I'll" is I + 'll, "don't" do + n't, "Ana's" Ana + 's, "l'équipe" l' + équipe; words split at hyphens; "3.5" and
/// "v1" are one token, so are addresses, "..." and an emoji with what modifies it. "can't" begins with the word `can`,
/// "won't" with `will`.
public struct Tokenizer: Sendable {
  public internal(set) var tokens: [Token]
  let words: WordTrie
  /// Flags that the next token gets for what stands before it.
  private var before: Token.Flags = []

  public init(words: WordTrie, storage: consuming [Token] = []) {
    self.words = words
    tokens = storage
  }

  /// The tokens, with which the storage goes back to the caller.
  public consuming func taken() -> [Token] { tokens }

  /// Replaces ``tokens`` by those of `bytes`.
  public mutating func read(_ bytes: Span<UInt8>) {
    tokens.removeAll(keepingCapacity: true)
    before = [.spaceBefore, .lineStart, .utteranceStart]
    var i = 0
    while i < bytes.count {
      // Nearly all bytes of notes are these two.
      let byte = bytes[i]
      if byte == 0x20 {
        before.insert(.spaceBefore)
        i += 1
        continue
      }
      if (byte | 0x20) &- 0x61 < 26 {
        i = readWord(bytes, i)
        continue
      }
      let scalar = Scalar(bytes, i)
      switch scalar.kind {
      case .space:
        before.insert(.spaceBefore)
        i += scalar.length
      case .lineBreak:
        before.formUnion([.spaceBefore, .lineStart])
        i += scalar.length
      case .letter, .digit, .joiner: i = readWord(bytes, i)
      case .apostrophe: i = readApostrophe(bytes, i, scalar.length)
      case .dash: i = readDash(bytes, i, scalar.length)
      case .ellipsis: i = emit(i, i + scalar.length, .punctuation, words.ellipsis, mark: 0x2E)
      case .punctuation: i = readPunctuation(bytes, i, scalar)
      case .symbol: i = readSymbol(bytes, i)
      }
    }
  }

  @discardableResult
  @inline(__always)
  mutating func emit(
    _ start: Int, _ end: Int, _ kind: Token.Kind, _ word: Int32, _ flags: Token.Flags = [], mark: UInt8 = 0
  ) -> Int {
    tokens.append(
      Token(start: Int32(start), end: Int32(end), word: word, kind: kind, mark: mark, flags: flags.union(before)))
    before = []
    return end
  }

  /// The number of the word that a range folds to.
  func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 { Tokenizer.word(bytes, start, end, words) }

  @inline(__always)
  static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ words: WordTrie) -> Int32 {
    var state = WordTrie.root
    var i = start
    while i < end {
      var byte = bytes[i]
      if byte < 0x80 {
        if byte &- 0x41 < 26 { byte |= 0x20 }
        state = words.step(state, byte)
        i += 1
      } else {
        let scalar = Scalar(bytes, i)
        Folding.fold(scalar) { state = state == 0 ? 0 : words.step(state, $0) }
        i += scalar.length
      }
      if state == 0 { return 0 }
    }
    return words.word(at: state)
  }

  private mutating func readWord(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let plain = readPlainWord(bytes, start)
    if plain > start { return plain }
    let run = WordRun(bytes, start)
    guard run.hasLetter || run.hasDigit else { return run.end }
    let flags = run.flags
    if !run.hasLetter {
      return emit(start, run.end, .number, word(bytes, start, run.end), flags)
    }
    // A web address needs a mark behind its first word, and so do tickets and contractions but for one.
    let behind = run.end < bytes.count ? bytes[run.end] : 0x20
    if behind == 0x20 && run.end - start != 6 {
      let mark: UInt8 = Tokenizer.isRoman(bytes, start, run.end) ? 0x23 : 0
      return emit(start, run.end, .word, word(bytes, start, run.end), flags, mark: mark)
    }
    if let end = Address.url(bytes, start, run.end) { return emit(start, end, .url, 0, flags) }
    let number = word(bytes, start, run.end)
    if number == 0, !isJoined(start), let end = Address.ticket(bytes, start, run) {
      return emit(start, end, .reference, 0, flags)
    }
    if let end = readContraction(bytes, start, run) { return end }
    return emit(start, run.end, .word, number, flags, mark: Tokenizer.isRoman(bytes, start, run.end) ? 0x23 : 0)
  }

  @inline(__always)
  static func isRoman(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start > 1, end - start < 6 else { return false }
    switch bytes[start] | 0x20 {
    case 0x69, 0x76, 0x78: break
    default: return false
    }
    for i in start..<end {
      switch bytes[i] | 0x20 {
      case 0x69, 0x76, 0x78: continue
      default: return false
      }
    }
    return true
  }

  /// Whether the last token ends where this one begins.
  private func isJoined(_ start: Int) -> Bool { tokens.last.map { Int($0.end) == start } ?? false }

  /// The end behind a word that is split or that holds an apostrophe; nil: it is neither.
  private mutating func readContraction(_ bytes: Span<UInt8>, _ start: Int, _ run: WordRun) -> Int? {
    if run.end - start == 6, Contraction.isCannot(bytes, start) {
      emit(start, start + 3, .word, word(bytes, start, start + 3), run.flags)
      return emit(start + 3, run.end, .word, word(bytes, start + 3, run.end))
    }
    guard run.end < bytes.count else { return nil }
    let mark = Scalar(bytes, run.end)
    guard mark.kind == .apostrophe else { return nil }
    let tail = WordRun(bytes, run.end + mark.length)
    guard tail.hasLetter, !tail.hasDigit else { return nil }
    switch Contraction(bytes, start, run, tail) {
    case .suffix:
      emit(start, run.end, .word, word(bytes, start, run.end), run.flags)
      return emit(run.end, tail.end, .word, word(bytes, run.end, tail.end))
    case .negation(let stem):
      let number = stem.map { words.word(folded: $0.utf8) } ?? word(bytes, start, run.end - 1)
      emit(start, run.end - 1, .word, number, run.flags)
      return emit(run.end - 1, tail.end, .word, word(bytes, run.end - 1, tail.end))
    case .name: return emit(start, tail.end, .word, word(bytes, start, tail.end), run.flags)
    case .elision:
      let end = run.end + mark.length
      return emit(start, end, .word, word(bytes, start, end), run.flags)
    }
  }

  private mutating func readApostrophe(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Int {
    if isJoined(start), tokens.last?.kind == .word, start + length < bytes.count {
      let tail = WordRun(bytes, start + length)
      if tail.hasLetter, Contraction.isSuffix(bytes, start + length, tail.end) {
        return emit(start, tail.end, .word, word(bytes, start, tail.end))
      }
    }
    return emit(start, start + length, .punctuation, word(bytes, start, start + length), mark: 0x27)
  }

  private mutating func readDash(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Int {
    var end = start + length
    if bytes[start] == 0x2D {
      while end < bytes.count, bytes[end] == 0x2D { end += 1 }
      if end < bytes.count, bytes[end] == 0x3E { end += 1 }
    }
    return emit(start, end, .punctuation, words.dash, mark: 0x2D)
  }

  private mutating func readPunctuation(_ bytes: Span<UInt8>, _ start: Int, _ scalar: Scalar) -> Int {
    let end = start + scalar.length
    switch scalar.value {
    case 0x2E:
      var behind = end
      while behind < bytes.count, bytes[behind] == 0x2E { behind += 1 }
      if behind - start >= 3 { return emit(start, behind, .punctuation, words.ellipsis, mark: 0x2E) }
    case 0x23:
      if let behind = Address.hashNumber(bytes, start) { return emit(start, behind, .reference, 0) }
    case 0x40: return readAt(bytes, start)
    default: break
    }
    return emit(start, end, .punctuation, word(bytes, start, end), mark: scalar.mark)
  }

  private mutating func readAt(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let follows = isJoined(start) && (tokens.last?.kind == .word || tokens.last?.kind == .number)
    if follows {
      if let end = Address.domain(bytes, start + 1) { return mergeEmail(bytes, start, end) }
    } else if let end = Address.handle(bytes, start), !isMark(bytes, start + 1, end) {
      return emit(start, end, .handle, word(bytes, start, end))
    }
    return emit(start, start + 1, .punctuation, word(bytes, start, start + 1), mark: 0x40)
  }

  /// "@DECISION:": a known word in capitals in front of a colon marks a line, and is nobody's nickname.
  private func isMark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end < bytes.count, bytes[end] == 0x3A, end - start > Tokenizer.longestInitials else { return false }
    for index in start..<end where !(0x41...0x5A ~= bytes[index]) { return false }
    return word(bytes, start, end) != 0
  }

  private static let longestInitials = 3

  /// Takes back the tokens that were an address's local part. Each token is taken back once, so this stays linear.
  private mutating func mergeEmail(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    var start = at
    while let last = tokens.last, Int(last.end) == start {
      let isMark = last.kind == .punctuation
      guard last.kind == .word || last.kind == .number || isMark && Address.isLocalMark(bytes[Int(last.start)]) else {
        break
      }
      start = Int(last.start)
      before = last.flags.intersection([.spaceBefore, .lineStart, .utteranceStart])
      tokens.removeLast()
    }
    return emit(start, end, .email, 0)
  }

  /// An emoji with its variation selectors, skin tones, and what is joined to it.
  private mutating func readSymbol(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let first = Scalar(bytes, start)
    var end = start + first.length
    var isFlag = (0x1F1E6...0x1F1FF).contains(first.value)
    var joins = false
    while end < bytes.count {
      let next = Scalar(bytes, end)
      if next.kind == .joiner {
        joins = next.value == 0x200D
      } else if joins && next.kind == .symbol || (0x1F3FB...0x1F3FF).contains(next.value) {
        joins = false
      } else if isFlag && (0x1F1E6...0x1F1FF).contains(next.value) {
        isFlag = false
      } else {
        break
      }
      end += next.length
    }
    return emit(start, end, .symbol, word(bytes, start, end))
  }
}
