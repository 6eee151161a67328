/// Reads plain text as people type it: paragraphs, items, headings, tables and quotes, and what light markup adds to them.
struct PlainTextReader {
  let notes: [UInt8]
  let lines: TextLines
  var writer = BlockWriter()
  var lists = ListStack()
  /// Lines of the paragraph that is being read.
  var paragraph: [Range<Int>] = []
  var afterBlank = true
  let markup: LightMarkup
  var light = LightState()
  /// Lines before this one begin no table of columns that spaces part.
  var noTableBefore = 0
  /// Numbered lines that stand alone head what follows them, rather than being items.
  let numbersAreHeadings: Bool

  static func read(into document: inout Document) {
    let lines = TextLines(document.notes, barred: TextLines.areBarred(document.notes))
    if let chat = ChatReader(lines) {
      chat.read(into: &document)
      return
    }
    var reader = PlainTextReader(lines)
    reader.read()
    reader.writer.finish(into: &document)
  }

  private init(_ lines: TextLines) {
    notes = lines.notes
    self.lines = lines
    markup = LightSigns(lines).markup
    numbersAreHeadings = Self.numbersAreHeadings(lines)
  }

  private mutating func read() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        flush()
        afterBlank = true
        index += 1
        continue
      }
      index = block(at: index, line)
      afterBlank = false
    }
    flush()
    lists.closeAll(in: &writer)
  }

  /// Reads the block or line at `index` and returns the index behind it.
  mutating func block(at index: Int, _ line: TextLines.Line) -> Int {
    switch markup {
    case .none, .confluence: break
    case .asciidoc: if let next = readAsciiDoc(at: index, line) { return next }
    case .restructured: if let next = readRestructured(at: index, line) { return next }
    }
    if notes[line.words.lowerBound] == 0x3E {
      settle(line)
      return readQuote(at: index)
    }
    if let sign = Self.ruleSign(line.words, of: notes) { return readRule(sign, at: index, line) }
    if let table = tableKind(at: index) {
      settle(line)
      return readTable(table, at: index)
    }
    if let table = spacedTable(at: index) {
      settle(line)
      return readSpaced(table, at: index)
    }
    if canHead(line), let heading = heading(at: index, line) {
      settle(line)
      write(heading)
      return heading.next
    }
    if let marker = ItemMarker(line.words, of: notes), opensItem(marker, line) {
      flush()
      lists.begin(marker, line, afterBlank: afterBlank, in: &writer)
      if marker.content < line.words.upperBound { paragraph.append(marker.content..<line.words.upperBound) }
      return index + 1
    }
    readText(at: index, line)
    return index + 1
  }

  /// Ends the paragraph, and the items that the line does not stand in.
  mutating func settle(_ line: TextLines.Line) {
    flush()
    lists.retreat(to: line.indent, in: &writer)
  }

  mutating func flush() {
    guard let first = paragraph.first, let last = paragraph.last else { return }
    if let text = withoutSigns(paragraph) {
      writer.leaf(.paragraph, first.lowerBound..<last.upperBound, text: text)
    } else {
      writer.leaf(.paragraph, first.lowerBound..<last.upperBound, lines: paragraph)
    }
    paragraph.removeAll(keepingCapacity: true)
  }

  /// Text without the signs of its markup; nil where there are none.
  func withoutSigns(_ lines: [Range<Int>]) -> PieceText? {
    markup == .none ? withoutEmphasis(lines) : LightText(notes: notes, markup: markup).read(lines)
  }

  private mutating func write(_ heading: Heading) {
    let level = light.level(of: heading, markup)
    if let text = withoutSigns([heading.text]) {
      writer.leaf(.heading, heading.span, text: text, level: level)
    } else {
      writer.leaf(.heading, heading.span, lines: [heading.text], level: level)
    }
  }

  private mutating func readText(at index: Int, _ line: TextLines.Line) {
    if paragraph.isEmpty {
      lists.retreat(to: line.indent, in: &writer)
    } else if beginsParagraph(at: index, line) {
      flush()
      lists.retreat(to: line.indent, in: &writer)
    }
    paragraph.append(line.words)
  }

  /// Whether a line of text that follows another one begins a paragraph of its own.
  private func beginsParagraph(at index: Int, _ line: TextLines.Line) -> Bool {
    if !lists.isEmpty, line.indent <= lists.indent, !continuesWrapped(line) { return true }
    if Ascii.has("...", at: line.words.lowerBound, in: notes, to: line.words.upperBound)
      || Ascii.has("…", at: line.words.lowerBound, in: notes, to: line.words.upperBound)
    {
      return true
    }
    guard let first = paragraph.first, let last = paragraph.last else { return false }
    if hangsBelowLabel(first, line) { return false }
    if lists.isEmpty ? breaksOnPurpose(last, line.words) : isWordAlone(line.words, below: last) { return true }
    if Self.isClause(line.words, of: notes) { return true }
    // In the middle of a wrapped sentence a colon makes no label.
    if Ascii.isLower(notes[line.words.lowerBound]), last.count >= 50, !endsSentence(last) { return false }
    guard Self.labelEnd(line.words, of: notes) != nil else { return false }
    if Self.labelEnd(first, of: notes) != nil { return true }
    return index + 1 < lines.count && Self.labelEnd(lines[index + 1].words, of: notes) != nil
  }

  /// Whether a line stands in below `Present:<tab>Ana`, and so goes on with it.
  private func hangsBelowLabel(_ first: Range<Int>, _ line: TextLines.Line) -> Bool {
    guard line.indent >= 4, let end = Self.labelEnd(first, of: notes), end + 1 < first.upperBound,
      notes[end] == 0x09 || Ascii.has("  ", at: end, in: notes, to: first.upperBound)
    else { return false }
    return Self.labelEnd(line.words, of: notes) == nil && paragraph[0].lowerBound == first.lowerBound
      && (first.lowerBound == 0 || notes[first.lowerBound - 1] == 0x0A || notes[first.lowerBound - 1] == 0x0D)
  }

  /// Whether a line further out than its item still goes on with the item's sentence.
  private func continuesWrapped(_ line: TextLines.Line) -> Bool {
    guard let last = paragraph.last else { return false }
    if Ascii.isLower(notes[line.words.lowerBound]) { return Self.labelEnd(line.words, of: notes) == nil }
    return last.count >= 55 && !endsSentence(last)
  }

  /// `Done.` below an item's sentence, where any margin would have had room for it.
  private func isWordAlone(_ words: Range<Int>, below above: Range<Int>) -> Bool {
    guard Ascii.isUpper(notes[words.lowerBound]), words.count >= 4, above.count + 1 + words.count < Self.narrowest,
      let last = above.last, notes[last] != 0x2C, notes[last] != 0x2D
    else { return false }
    return !words.contains { Ascii.isSpace(notes[$0]) }
  }

  /// The margin at which hardly anybody wraps more tightly, in bytes.
  private static let narrowest = 73

  /// `2.1 It was agreed …`, `2.1.3<tab>…`
  private static func isClause(_ words: Range<Int>, of notes: [UInt8]) -> Bool {
    guard Ascii.isDigit(notes[words.lowerBound]) else { return false }
    var i = Ascii.skipDigits(words.lowerBound, min(words.upperBound, words.lowerBound + 3), in: notes)
    var parts = 1
    while i + 1 < words.upperBound, notes[i] == 0x2E, Ascii.isDigit(notes[i + 1]) {
      i = Ascii.skipDigits(i + 1, min(words.upperBound, i + 4), in: notes)
      parts += 1
    }
    if i < words.upperBound, notes[i] == 0x2E { i += 1 }
    guard parts > 1, i + 1 < words.upperBound, Ascii.isSpace(notes[i]) else { return false }
    return notes[i] == 0x09 || Ascii.isUpper(notes[Ascii.skipSpace(i, words.upperBound, in: notes)])
  }

  /// Whether the line above stops well before any margin, and not in the middle of a phrase.
  private func breaksOnPurpose(_ above: Range<Int>, _ words: Range<Int>) -> Bool {
    let start = words.lowerBound
    if ClockTime.end(at: start, words.upperBound, in: notes) != nil { return true }
    guard Ascii.isUpper(notes[start]) || notes[start] == 0x40, let last = above.last else { return false }
    var first = start
    while first < words.upperBound, !Ascii.isSpace(notes[first]) { first += 1 }
    guard above.count + 1 + (first - start) < 50, notes[last] != 0x2C, notes[last] != 0x2D else { return false }
    // "the minutes of / Ana": a short word in lower case leads on.
    var short = above.upperBound
    while short > above.lowerBound, above.upperBound - short < 4, Ascii.isLower(notes[short - 1]) { short -= 1 }
    let isShort = short < above.upperBound && above.upperBound - short < 4
    return !isShort || (short > above.lowerBound && !Ascii.isSpace(notes[short - 1]))
  }

  func endsSentence(_ words: Range<Int>) -> Bool {
    guard let last = words.last else { return true }
    return [0x2E, 0x21, 0x3F, 0x3A, 0x29, 0x3B].contains(notes[last])
  }

  /// Whether a heading can stand here: not in the middle of a wrapped paragraph, not inside an item.
  private func canHead(_ line: TextLines.Line) -> Bool {
    if !lists.isEmpty, line.indent > lists.outerIndent { return false }
    guard let last = paragraph.last else { return true }
    return last.count < 50 || endsSentence(last)
  }

  /// A number in the middle of a wrapped paragraph is a number, unless the text before leads up to a list.
  private func opensItem(_ marker: ItemMarker, _ line: TextLines.Line) -> Bool {
    guard let last = paragraph.last, lists.isEmpty else { return true }
    let hasSpace = marker.content > line.words.lowerBound + 1
    if marker.style == .bullet || marker.style == .box { return hasSpace || endsSentence(last) }
    return marker.number == 1 || endsSentence(last)
  }

  private mutating func readRule(_ sign: UInt8, at index: Int, _ line: TextLines.Line) -> Int {
    flush()
    lists.closeAll(in: &writer)
    // A title between two rules.
    if index + 2 < lines.count, sign != 0x2D || index == 0 || markup == .restructured {
      let (title, below) = (lines[index + 1], lines[index + 2])
      if !title.isBlank, title.words.count <= 100, Self.ruleSign(title.words, of: notes) == nil,
        Self.ruleSign(below.words, of: notes) == sign
      {
        let span = line.words.lowerBound..<below.words.upperBound
        write(Heading(span: span, text: title.words, level: 1, next: index + 3, sign: sign, isOverlined: true))
        return index + 3
      }
    }
    writer.rule(line.words)
    return index + 1
  }

  /// The sign that a line consists of, three or more times.
  static func ruleSign(_ words: Range<Int>, of notes: [UInt8]) -> UInt8? {
    guard let first = words.first, words.count >= 3 else { return nil }
    let sign = notes[first]
    guard [0x2D, 0x3D, 0x5F, 0x2A, 0x7E, 0x23, 0x5E].contains(sign) else { return nil }
    var count = 0
    for i in words {
      if notes[i] == sign { count += 1 } else if !Ascii.isSpace(notes[i]) { return nil }
    }
    return count >= 3 ? sign : nil
  }

  /// Offset behind the colon of `Name: text` or `Key: value`.
  static func labelEnd(_ words: Range<Int>, of notes: [UInt8]) -> Int? {
    let limit = min(words.upperBound, words.lowerBound + 48)
    guard let colon = Ascii.firstIndex(of: 0x3A, in: notes, words.lowerBound, limit), colon > words.lowerBound else {
      return nil
    }
    guard Ascii.isWordy(notes[words.lowerBound]) || notes[words.lowerBound] == 0x40 else { return nil }
    if colon + 1 < words.upperBound, !Ascii.isSpace(notes[colon + 1]) {
      // `topic:Budget` is a label, `https://` and `10:30` are none.
      guard Ascii.isLetter(notes[colon + 1]), colon > words.lowerBound + 1 else { return nil }
    }
    let name = words.lowerBound..<colon
    if name.contains(where: { [0x21, 0x3F, 0x3B, 0x22].contains(notes[$0]) }) { return nil }
    let count = Ascii.wordCount(name, of: notes)
    return count <= 4 || (count <= 6 && notes[colon - 1] == 0x29) ? colon + 1 : nil
  }
}
