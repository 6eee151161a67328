/// Reads pages of wikis whose titles stand in equals signs: MediaWiki, MoinMoin, Trac, Creole.
struct MediaWikiReader: MarkupReader {
  let notes: [UInt8]
  let lines: TextLines
  let inline: MediaWikiText
  var writer = BlockWriter()
  /// The signs before the item that is open, `*#` for a numbered list in an item.
  private var prefix: [UInt8] = []
  /// The lists that are told by how far their markers stand in, as elsewhere than in MediaWiki.
  var lists = ListStack()
  var paragraph: [Range<Int>] = []
  var afterBlank = false
  /// The page is one of those in which two number signs begin a comment.
  let hasComments: Bool
  /// A `}}}` may still follow.
  var mayClose = true

  init(_ notes: [UInt8]) {
    self.notes = notes
    lines = TextLines(notes)
    inline = MediaWikiText(notes)
    hasComments = Self.hasComments(lines)
  }

  mutating func read() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        if lists.isEmpty { endLists() } else { flush() }
        index += 1
      } else {
        index = block(at: index, line)
      }
      afterBlank = line.isBlank
    }
    endLists()
  }

  private mutating func block(at index: Int, _ line: TextLines.Line) -> Int {
    let words = line.words
    let (start, end) = (words.lowerBound, words.upperBound)
    if let heading = Self.heading(words, of: notes) {
      endLists()
      write(.heading, words, [heading.text], level: heading.level)
      return index + 1
    }
    if let next = readOther(at: index, line) { return next }
    if Ascii.has("----", at: start, in: notes, to: end), PlainTextReader.ruleSign(words, of: notes) == 0x2D {
      endLists()
      writer.rule(words)
      return index + 1
    }
    if Ascii.has("{|", at: start, in: notes, to: end) {
      endLists()
      return readTable(at: index)
    }
    if let close = inline.template(at: start), close > end {
      endLists()
      return readTemplate(at: index, close)
    }
    if line.indent == 0, [0x2A, 0x23, 0x3A, 0x3B].contains(notes[start]) {
      item(words)
      return index + 1
    }
    if line.indent > 0, !lists.isEmpty {
      if paragraph.isEmpty { lists.retreat(to: line.indent, in: &writer) }
    } else if !prefix.isEmpty || !lists.isEmpty {
      endLists()
    }
    if !paragraph.isEmpty, isLabelled(words) { flush() }
    paragraph.append(words)
    return index + 1
  }

  /// `'''ACTION:''' Ana`: a line that begins anew.
  private func isLabelled(_ words: Range<Int>) -> Bool {
    let start = words.first { notes[$0] != 0x27 && notes[$0] != 0x2A } ?? words.upperBound
    guard start < words.upperBound, Ascii.isUpper(notes[start]) else { return false }
    return PlainTextReader.labelEnd(start..<words.upperBound, of: notes) != nil
  }

  /// A template of several lines: kept, and not text.
  private mutating func readTemplate(at index: Int, _ close: Int) -> Int {
    var next = index
    var words: [Range<Int>] = []
    while next < lines.count, lines[next].start < close {
      if !lines[next].isBlank { words.append(lines[next].words) }
      next += 1
    }
    if let first = words.first, let last = words.last {
      writer.leaf(.html, first.lowerBound..<last.upperBound, lines: words, flags: .service)
    }
    return next
  }

  mutating func write(
    _ kind: Block.Kind, _ span: Range<Int>, _ runs: [Range<Int>], flags: Block.Flags = [], level: Int = 0
  ) {
    var text = PieceText()
    var state = MediaWikiText.State()
    for (index, run) in runs.enumerated() {
      if index > 0 { text.lineBreak(runs[index - 1].upperBound, run.lowerBound) }
      inline.read(run, into: &text, &state)
    }
    text.trimBreaks()
    if text.isEmpty, kind == .paragraph { return }
    writer.leaf(kind, span, text: text, flags: flags, level: level)
  }

  mutating func flush() {
    guard let first = paragraph.first, let last = paragraph.last else { return }
    write(.paragraph, first.lowerBound..<last.upperBound, paragraph)
    paragraph.removeAll(keepingCapacity: true)
  }

  mutating func endLists() {
    flush()
    lists.closeAll(in: &writer)
    writer.end(to: 0)
    prefix = []
  }

  /// A line that begins with `*`, `#`, `:` or `;`.
  private mutating func item(_ words: Range<Int>) {
    flush()
    lists.closeAll(in: &writer)
    var signs: [UInt8] = []
    var i = words.lowerBound
    while i < words.upperBound, [0x2A, 0x23, 0x3A, 0x3B].contains(notes[i]) {
      if signs.count < Guards.outlineItems { signs.append(notes[i]) }
      i += 1
    }
    if i - words.lowerBound > signs.count {
      writer.omit("Items nested more than \(signs.count) deep are read as items of the innermost list", words)
    }
    let text = Ascii.skipSpace(i, words.upperBound, in: notes)..<words.upperBound
    // A colon behind list signs goes on with the item; alone it indents.
    let isIndented = signs.last == 0x3A
    let isTerm = signs.last == 0x3B
    let wanted = signs.filter { $0 == 0x2A || $0 == 0x23 }
    var shared = 0
    while shared < prefix.count, shared < wanted.count, prefix[shared] == wanted[shared] { shared += 1 }
    if isIndented || isTerm {
      // Indented lines in a row are one list of definitions.
      if !wanted.isEmpty || !prefix.isEmpty { open(wanted, from: shared, at: words.lowerBound) }
      writeDefinition(words, text, isTerm: isTerm, isAlone: wanted.isEmpty)
      return
    }
    // The same depth again is the next item of the same list.
    if shared == wanted.count {
      writer.end(to: shared * 2 - 1)
      writer.begin(.item, at: words.lowerBound)
      prefix = wanted
    } else {
      open(wanted, from: shared, at: words.lowerBound)
    }
    writer.extend(to: text.lowerBound)
    if !text.isEmpty { write(.paragraph, text, [text]) }
  }

  private mutating func open(_ wanted: [UInt8], from shared: Int, at start: Int) {
    if writer.depth != shared * 2 || shared < prefix.count { writer.end(to: shared * 2) }
    for sign in wanted[shared...] {
      writer.begin(.list, at: start, flags: sign == 0x23 ? .ordered : [], number: sign == 0x23 ? 1 : 0)
      writer.begin(.item, at: start)
    }
    prefix = wanted
  }

  private mutating func writeDefinition(_ words: Range<Int>, _ text: Range<Int>, isTerm: Bool, isAlone: Bool) {
    guard !text.isEmpty else { return }
    guard isAlone else {
      write(.paragraph, text, [text])
      return
    }
    if writer.depth == 0 { writer.begin(.definitionList, at: words.lowerBound) }
    guard isTerm else {
      write(.definition, text, [text])
      return
    }
    // `; term : what it is` on one line.
    for at in text where Ascii.has(" : ", at: at, in: notes, to: text.upperBound) {
      write(.term, text.lowerBound..<at, [text.lowerBound..<at])
      write(.definition, at + 3..<text.upperBound, [at + 3..<text.upperBound])
      return
    }
    write(.term, text, [text])
  }

  /// `== Title ==`, with equally many signs on both sides, and maybe an anchor behind them.
  static func heading(_ words: Range<Int>, of notes: [UInt8]) -> (level: Int, text: Range<Int>)? {
    guard let first = words.first, notes[first] == 0x3D else { return nil }
    var (from, to) = (words.lowerBound, words.upperBound)
    if notes[to - 1] != 0x3D {
      guard let anchor = words.last(where: { Ascii.isSpace(notes[$0]) }), notes[anchor + 1] == 0x23 else { return nil }
      to = Ascii.trimmed(from..<anchor, of: notes).upperBound
      guard to > from, notes[to - 1] == 0x3D else { return nil }
    }
    while from + 1 < to, from - words.lowerBound < 6, notes[from] == 0x3D, notes[to - 1] == 0x3D {
      (from, to) = (from + 1, to - 1)
    }
    let text = Ascii.trimmed(from..<to, of: notes)
    guard let begin = text.first, notes[begin] != 0x3D, from > words.lowerBound else { return nil }
    return (from - words.lowerBound, text)
  }
}
