/// Reads the inlines of one Markdown leaf into text and marks.
///
/// First the source is cut into tokens; delimiters and brackets find each other meanwhile. Then the tokens are written.
/// No guard is needed: each search that fails leaves a note behind so that it is not made again.
struct InlineReader {
  /// The leaf's lines joined.
  let text: NoteBytes
  let definitions: [[UInt8]: Range<Int32>]
  var work: InlineWork
  var index = 0
  /// Where the literal text begins that no token holds yet.
  var literalStart = 0
  var missing = MissingEnds()

  /// Ends of HTML constructs that do not come any more.
  struct MissingEnds {
    var comment = false
    var instruction = false
    var declaration = false
    var section = false
  }

  /// Cuts a source into tokens; `work` holds them then.
  static func read(_ text: NoteBytes, _ definitions: [[UInt8]: Range<Int32>], _ work: inout InlineWork) {
    var reader = InlineReader(text: text, definitions: definitions, work: InlineWork())
    swap(&reader.work, &work)
    reader.work.removeAll()
    reader.read()
    swap(&reader.work, &work)
  }

  /// Where the source ends without the space behind it.
  static func end(of text: NoteBytes) -> Int {
    var end = text.count
    while end > 0, text[end - 1].isBlank { end -= 1 }
    return end
  }

  /// Whether a line is the words that stand there and nothing else.
  static func isPlain(_ line: NoteBytes) -> Bool {
    var index = 0
    while true {
      index = line.behindWords(from: index, to: line.count)
      let end = min(index &+ 8, line.count)
      guard index < end else { return true }
      while index < end {
        let byte = line[index]
        if isSpecial(byte), mayBeMarkup(byte, at: index, of: line) { return false }
        index &+= 1
      }
    }
  }

  /// Marks of punctuation that mean something only beside certain bytes: "![", "://", "www.".
  private static func mayBeMarkup(_ byte: UInt8, at index: Int, of line: NoteBytes) -> Bool {
    switch byte {
    case 0x21: line[index &+ 1] == 0x5B
    case 0x3A: line[index &+ 1] == 0x2F
    case 0x2E: line[index &- 1] == 0x77
    default: true
    }
  }

  private mutating func read() {
    let end = Self.end(of: text)
    while index < end {
      let byte = text[index]
      if Self.isSpecial(byte) {
        readSpecial(byte)
      } else {
        index = text.behindWords(from: index &+ 1, to: end)
      }
    }
    index = end
    flush(end)
    matchDelimiters(above: -1)
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x21, 0x26, 0x2A, 0x2E, 0x3A, 0x3C, 0x40, 0x5B, 0x5C, 0x5D, 0x5F, 0x60, 0x7E: true
    default: false
    }
  }

  private mutating func readSpecial(_ byte: UInt8) {
    switch byte {
    case 0x0A: readLineEnd()
    case 0x5C: readBackslash()
    case 0x60: readCode()
    case 0x2A, 0x5F, 0x7E: readDelimiters(byte)
    case 0x5B: openBracket(isImage: false)
    case 0x21 where text[index + 1] == 0x5B: openBracket(isImage: true)
    case 0x5D: closeBracket()
    case 0x3C: readAngle()
    case 0x26: readCharacterReference()
    case 0x3A: readAddress()
    case 0x2E: readShortAddress()
    case 0x40: readAt()
    default: index += 1
    }
  }

  /// Makes the text since the last token one.
  mutating func flush(_ end: Int) {
    if end > literalStart { work.tokens.append(.init(kind: .literal, start: literalStart, end: end)) }
    literalStart = end
  }

  /// Appends a token for `index..<end` and goes on behind it. Gives the token.
  @discardableResult
  mutating func add(_ kind: InlineWork.Token.Kind, to end: Int) -> Int {
    flush(index)
    work.tokens.append(.init(kind: kind, start: index, end: end))
    index = end
    literalStart = end
    return work.tokens.count - 1
  }

  private mutating func readLineEnd() {
    let end = index + 1
    while index > literalStart, text[index - 1].isBlank { index -= 1 }
    add(.lineBreak, to: end)
  }

  private mutating func readBackslash() {
    let next = text[index + 1]
    if next == 0x0A, index + 1 < text.count {
      add(.lineBreak, to: index + 2)
    } else if next.isPunctuation {
      flush(index)
      literalStart = index + 1
      index += 2
    } else {
      index += 1
    }
  }

  private mutating func readCharacterReference() {
    guard let found = CharacterReference(text, at: index) else {
      index += 1
      return
    }
    let token = add(.character, to: found.end)
    work.tokens[token].scalars = found.scalars
  }

  /// Text between two markers, as it stands.
  mutating func addMarked(_ kind: BlockText.Mark.Kind, _ start: Int, _ end: Int, markers: Int) {
    index = max(start - markers, literalStart)
    let open = add(.gap, to: start)
    index = end
    let close = add(.gap, to: end + markers)
    let value = kind == .link ? start..<end : 0..<0
    work.matches.append(.init(kind: kind, open: open, close: close, value: value))
  }
}
