/// The parts of Org notes that one look at a line tells.
extension OrgReader {
  /// The stars of a headline, and where its text begins.
  static func stars(_ words: Range<Int>, of notes: [UInt8]) -> (level: Int, text: Int)? {
    var i = words.lowerBound
    while i < words.upperBound, notes[i] == 0x2A { i += 1 }
    guard i > words.lowerBound, i < words.upperBound, notes[i] == 0x20 else { return nil }
    return (i - words.lowerBound, Ascii.skipSpace(i, words.upperBound, in: notes))
  }

  /// Whether a task's keyword stands here, as the state of its box.
  static func keyword(at start: Int, _ end: Int, in notes: [UInt8]) -> Block.Flags? {
    let open: [StaticString] = [
      "TODO", "NEXT", "DOING", "NOW", "LATER", "WAITING", "WAIT", "STARTED", "IN-PROGRESS", "HOLD",
    ]
    let closed: [StaticString] = ["DONE", "CANCELED", "CANCELLED"]
    for (words, flags) in [(open, Block.Flags.unticked), (closed, .ticked)] {
      for word in words where Ascii.has(word, at: start, in: notes, to: end) {
        let after = start + word.utf8CodeUnitCount
        if after == end || Ascii.isSpace(notes[after]) { return flags }
      }
    }
    return nil
  }

  static func isPlanning(_ words: Range<Int>, of notes: [UInt8]) -> Bool {
    let signs: [StaticString] = ["DEADLINE: <", "SCHEDULED: <", "CLOSED: ["]
    return signs.contains { Ascii.has($0, at: words.lowerBound, in: notes, to: words.upperBound) }
  }

  static func isItem(_ marker: ItemMarker, _ line: TextLines.Line, of notes: [UInt8]) -> Bool {
    switch marker.style {
    case .bullet:
      let sign = notes[line.words.lowerBound]
      guard line.words.lowerBound + 1 == line.words.upperBound || Ascii.isSpace(notes[line.words.lowerBound + 1]) else {
        return false
      }
      return sign == 0x2D || sign == 0x2B || (sign == 0x2A && line.indent > 0)
    case .number, .letter: return true
    case .box: return false
    }
  }
}

extension OrgReader {
  /// `#+KEY: value`, or a block from `#+BEGIN_…` to `#+END_…`.
  mutating func setting(at index: Int, _ line: TextLines.Line) -> Int {
    flush()
    let (start, end) = (line.words.lowerBound + 2, line.words.upperBound)
    if Ascii.hasWord("begin_", at: start, in: notes, to: end) {
      lists.retreat(to: line.indent, in: &writer)
      if let last = endLine(after: index, "#+end_") { return enclosed(index, last, start + 6) }
    } else if let colon = Ascii.firstIndex(of: 0x3A, in: notes, start, end), colon > start {
      field(line.words, key: start..<colon)
      return index + 1
    }
    writer.leaf(.html, line.words, lines: [line.words], flags: .service)
    return index + 1
  }

  private mutating func field(_ words: Range<Int>, key: Range<Int>) {
    let value = Ascii.trimmed(key.upperBound + 1..<words.upperBound, of: notes)
    writer.leaf(.field, words, lines: value.isEmpty ? [] : [value], label: key)
  }

  private mutating func endLine(after index: Int, _ word: StaticString) -> Int? {
    guard mayEnd else { return nil }
    var next = index + 1
    while next < lines.count {
      let words = lines[next].words
      if Ascii.hasWord(word, at: words.lowerBound, in: notes, to: words.upperBound) { return next }
      next += 1
    }
    mayEnd = false
    return nil
  }

  private mutating func enclosed(_ first: Int, _ last: Int, _ kind: Int) -> Int {
    let (opening, closing) = (lines[first].words, lines[last].words)
    let inner = (first + 1..<last).map { lines[$0] }
    if Ascii.hasWord("quote", at: kind, in: notes, to: opening.upperBound) {
      writer.begin(.quote, at: opening.lowerBound)
      for line in inner where !line.isBlank { writer.leaf(.paragraph, line.words, lines: [line.words]) }
      writer.extend(to: closing.upperBound)
      writer.end()
    } else {
      var info = kind
      while info < opening.upperBound, !Ascii.isSpace(notes[info]) { info += 1 }
      writer.leaf(
        .code, opening.lowerBound..<closing.upperBound, lines: inner.map { $0.start..<$0.end },
        label: Ascii.trimmed(info..<opening.upperBound, of: notes))
    }
    return last + 1
  }

  /// `:PROPERTIES:` to `:END:`, as fields.
  mutating func drawer(at index: Int, _ line: TextLines.Line) -> Int? {
    guard let last = line.words.last, notes[last] == 0x3A, line.words.count > 2, line.words.count < 40,
      line.words.dropFirst().dropLast().allSatisfy({ Ascii.isLetter(notes[$0]) || notes[$0] == 0x5F }),
      let end = endLine(after: index, ":end:")
    else { return nil }
    flush()
    for next in index + 1..<end {
      let words = lines[next].words
      guard !words.isEmpty else { continue }
      let key = words.lowerBound + 1
      if notes[words.lowerBound] == 0x3A, let colon = Ascii.firstIndex(of: 0x3A, in: notes, key, words.upperBound) {
        field(words, key: key..<colon)
      } else {
        writer.leaf(.html, words, lines: [words], flags: .service)
      }
    }
    return end + 1
  }

  /// Rows of `| a | b |`; the row above the first `|---+---|` heads the table.
  mutating func table(at index: Int, _ line: TextLines.Line) -> Int {
    flush()
    lists.retreat(to: line.indent, in: &writer)
    var index = index
    var rows = 0
    writer.begin(.table, at: line.words.lowerBound)
    while index < lines.count, let first = lines[index].words.first, notes[first] == 0x7C {
      let words = lines[index].words
      if first + 1 < words.upperBound, notes[first + 1] == 0x2D {
        if rows == 1 { writer.flagLastRow(.header) }
        writer.extend(to: words.upperBound)
      } else {
        writer.row(words, partedBy: 0x7C, of: notes)
        rows += 1
      }
      index += 1
    }
    writer.end()
    return index
  }
}
