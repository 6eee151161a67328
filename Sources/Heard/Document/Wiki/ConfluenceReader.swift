/// Reads the wiki markup of Confluence and Jira: `h2. Title`, `||head||`, `|cell|`, `** item`, `{macro}`.
struct ConfluenceReader: MarkupReader {
  let notes: [UInt8]
  let lines: TextLines
  private let inline: LightText
  var writer = BlockWriter()
  private var lists = ListStack()
  private var afterBlank = false
  /// Macros whose end was looked for in vain.
  private var unclosed: Set<[UInt8]> = []

  init(_ notes: [UInt8]) {
    self.notes = notes
    lines = TextLines(notes)
    inline = LightText(notes: notes, markup: .confluence)
  }

  mutating func read() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank { index += 1 } else { index = block(at: index, line.words) }
      afterBlank = line.isBlank
    }
    lists.closeAll(in: &writer)
  }

  private mutating func block(at index: Int, _ words: Range<Int>) -> Int {
    if let item = item(words) {
      lists.begin(item.marker, item.line, afterBlank: false, in: &writer)
      if item.marker.content < words.upperBound { write(.paragraph, [item.marker.content..<words.upperBound]) }
      return index + 1
    }
    if afterBlank || notes[words.lowerBound] == 0x7C || Self.heading(words, of: notes) != nil || isLabel(words) {
      lists.closeAll(in: &writer)
    }
    if let heading = Self.heading(words, of: notes) {
      write(.heading, [heading.text], span: words, level: heading.level)
    } else if let macro = Self.macro(at: words.lowerBound, words.upperBound, in: notes) {
      return readMacro(macro, at: index, words)
    } else if PlainTextReader.ruleSign(words, of: notes) == 0x2D, words.count >= 4 {
      writer.rule(words)
    } else if notes[words.lowerBound] == 0x7C, words.count > 2 {
      return readTable(at: index)
    } else if Ascii.has("bq. ", at: words.lowerBound, in: notes, to: words.upperBound) {
      writer.begin(.quote, at: words.lowerBound)
      write(.paragraph, [Ascii.trimmed(words.lowerBound + 4..<words.upperBound, of: notes)])
      writer.end()
    } else {
      write(.paragraph, [words])
    }
    return index + 1
  }

  private mutating func write(
    _ kind: Block.Kind, _ runs: [Range<Int>], span: Range<Int>? = nil, flags: Block.Flags = [], level: Int = 0
  ) {
    guard let first = runs.first, let last = runs.last else { return }
    let place = span ?? first.lowerBound..<last.upperBound
    if let text = inline.read(runs) {
      writer.leaf(kind, place, text: text, flags: flags, level: level)
    } else {
      writer.leaf(kind, place, lines: runs.filter { !$0.isEmpty }, flags: flags, level: level)
    }
  }

  /// `*Action items:*` on a line of its own belongs to no item.
  private func isLabel(_ words: Range<Int>) -> Bool {
    words.last { notes[$0] != 0x2A && notes[$0] != 0x5F }.map { notes[$0] == 0x3A } ?? false
  }

  // MARK: Lists

  /// `*`, `#` and `-` before a space, as often as the item is deep; `(/)` and a box say what became of it.
  private func item(_ words: Range<Int>) -> (marker: ItemMarker, line: TextLines.Line)? {
    var i = words.lowerBound
    while i < words.upperBound, [0x2A, 0x23, 0x2D].contains(notes[i]), i < words.lowerBound + Guards.outlineItems {
      i += 1
    }
    guard i > words.lowerBound, i < words.upperBound, Ascii.isSpace(notes[i]) else { return nil }
    let content = Ascii.skipSpace(i, words.upperBound, in: notes)
    let sign = notes[i - 1]
    var marker = ItemMarker(sign == 0x23 ? .number : .bullet, sign: sign, content: content)
    if sign == 0x23 { marker.number = 1 }
    if let box = ItemMarker.box(content, words.upperBound, in: notes) {
      (marker.flags, marker.content) = (box.flags, box.end)
    }
    if Ascii.has("(/)", at: content, in: notes, to: words.upperBound) {
      (marker.flags, marker.content) = (.ticked, Ascii.skipSpace(content + 3, words.upperBound, in: notes))
    }
    let line = TextLines.Line(
      start: words.lowerBound, words: words, end: words.upperBound, indent: 4 * (i - words.lowerBound - 1))
    return (marker, line)
  }

  // MARK: Macros

  /// `{panel:title=Decisions}`, `{code}`, `{toc}`: the name, and what stands behind it up to the brace.
  static func macro(at start: Int, _ end: Int, in notes: [UInt8]) -> (name: Range<Int>, end: Int)? {
    guard start + 2 < end, notes[start] == 0x7B, Ascii.isLower(notes[start + 1]) else { return nil }
    var i = start + 1
    while i < end, Ascii.isLower(notes[i]) || notes[i] == 0x2D || Ascii.isDigit(notes[i]) { i += 1 }
    guard i < end, notes[i] == 0x3A || notes[i] == 0x7D,
      let close = Ascii.firstIndex(of: 0x7D, in: notes, i, min(end, start + 240))
    else { return nil }
    let names: [StaticString] = [
      "code", "noformat", "panel", "info", "note", "tip", "warning", "quote", "toc", "expand", "section", "column",
      "anchor",
      "color", "status", "excerpt", "include", "jira", "attachments", "children", "tasklist",
    ]
    let name = start + 1..<i
    guard
      names.contains(where: {
        $0.utf8CodeUnitCount == name.count && Ascii.has($0, at: name.lowerBound, in: notes, to: i)
      })
    else { return nil }
    return (name, close + 1)
  }

  private mutating func readMacro(_ macro: (name: Range<Int>, end: Int), at index: Int, _ words: Range<Int>) -> Int {
    let holdsCode = ["code", "noformat"].contains { Array($0.utf8) == Array(notes[macro.name]) }
    if holdsCode, let close = close(of: macro.name, after: index) {
      let inner = index + 1..<close
      writer.leaf(
        .code, words.lowerBound..<lines[close].words.upperBound, lines: inner.map { lines[$0].start..<lines[$0].end })
      return close + 1
    }
    // A colour or a status stands within a text.
    guard macro.end >= words.upperBound else {
      write(.paragraph, [words])
      return index + 1
    }
    if let title = title(macro, words) {
      var text = PieceText()
      text.append(title.lowerBound, title.upperBound)
      text.mark(.strong, from: 0)
      writer.leaf(.paragraph, words, text: text)
    } else {
      writer.leaf(.html, words, lines: [words], flags: .service)
    }
    return index + 1
  }

  private mutating func close(of name: Range<Int>, after index: Int) -> Int? {
    guard !unclosed.contains(Array(notes[name])) else { return nil }
    for next in index + 1..<max(index + 1, lines.count) {
      let words = lines[next].words
      guard let last = words.last, notes[last] == 0x7D, words.count >= name.count + 2 else { continue }
      if notes[(last - name.count)..<last] == notes[name], notes[last - name.count - 1] == 0x7B { return next }
    }
    unclosed.insert(Array(notes[name]))
    return nil
  }

  /// `title=Decisions` of a panel, the words of an expander.
  private func title(_ macro: (name: Range<Int>, end: Int), _ words: Range<Int>) -> Range<Int>? {
    let inner = macro.name.upperBound..<macro.end - 1
    guard inner.count > 1 else { return nil }
    if Ascii.has("expand", at: macro.name.lowerBound, in: notes, to: macro.name.upperBound) {
      let from = Ascii.has("title=", at: inner.lowerBound + 1, in: notes, to: inner.upperBound) ? 7 : 1
      return Ascii.trimmed(inner.lowerBound + from..<max(inner.lowerBound + from, inner.upperBound), of: notes).nonempty
    }
    guard let at = inner.first(where: { Ascii.has("title=", at: $0, in: notes, to: inner.upperBound) }) else {
      return nil
    }
    let end = Ascii.firstIndex(of: 0x7C, in: notes, at, inner.upperBound) ?? inner.upperBound
    return Ascii.trimmed(at + 6..<end, of: notes).nonempty
  }

  // MARK: Tables

  /// A cell of more lines is none that somebody forgot to close. In lines.
  private static let tallest = 100

  private mutating func readTable(at index: Int) -> Int {
    var next = index
    writer.begin(.table, at: lines[index].words.lowerBound)
    while next < lines.count, let first = lines[next].words.first, notes[first] == 0x7C {
      var row: [(runs: [Range<Int>], isHead: Bool)] = []
      appendCells(of: lines[next].words, to: &row)
      var last = lines[next].words.upperBound
      // A cell that nothing closes goes on below.
      let limit = next + ConfluenceReader.tallest
      while notes[last - 1] != 0x7C, next < limit, next + 1 < lines.count, let more = lines[next + 1].words.first,
        notes[more] != 0x7C
      {
        next += 1
        appendCells(of: lines[next].words, to: &row)
        last = lines[next].words.upperBound
      }
      let isHead = row.allSatisfy { $0.isHead }
      writer.begin(.row, at: first, flags: isHead ? .header : [])
      for (column, cell) in row.enumerated() {
        write(.cell, cell.runs, flags: cell.isHead ? .header : [], level: column)
      }
      writer.extend(to: last)
      writer.end()
      next += 1
    }
    writer.end()
    return next
  }

  private func appendCells(of words: Range<Int>, to row: inout [(runs: [Range<Int>], isHead: Bool)]) {
    var start = words.lowerBound
    var isHead = false
    var brackets = 0
    var i = start
    while i <= words.upperBound {
      if i < words.upperBound, notes[i] == 0x5B || notes[i] == 0x7B { brackets += 1 }
      if i < words.upperBound, notes[i] == 0x5D || notes[i] == 0x7D { brackets = max(0, brackets - 1) }
      let isBar = i < words.upperBound && notes[i] == 0x7C && brackets == 0
      guard isBar || i == words.upperBound else {
        i += 1
        continue
      }
      let text = Ascii.trimmed(start..<i, of: notes)
      if start > words.lowerBound {
        if isBar || !text.isEmpty { row.append(([text], isHead)) }
      } else if !text.isEmpty, !row.isEmpty {
        row[row.count - 1].runs.append(text)
      }
      brackets = 0
      isHead = i + 1 < words.upperBound && notes[i + 1] == 0x7C
      i += isHead ? 2 : 1
      start = i
    }
  }

  /// `h2. Title`.
  static func heading(_ words: Range<Int>, of notes: [UInt8]) -> (level: Int, text: Range<Int>)? {
    let start = words.lowerBound
    guard words.count > 4, notes[start] == 0x68, notes[start + 1] &- 0x31 < 6, notes[start + 2] == 0x2E,
      notes[start + 3] == 0x20
    else { return nil }
    let text = Ascii.trimmed(start + 4..<words.upperBound, of: notes)
    return text.isEmpty ? nil : (Int(notes[start + 1] - 0x30), text)
  }
}

extension Range where Bound == Int {
  /// Nil in place of an empty range.
  fileprivate var nonempty: Range<Int>? { isEmpty ? nil : self }
}
