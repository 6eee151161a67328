/// What AsciiDoc adds to plain text: attributes, delimited blocks, lists nested by their markers, tables.
extension PlainTextReader {
  /// Reads a block that only this markup has; nil where the line begins none.
  mutating func readAsciiDoc(at index: Int, _ line: TextLines.Line) -> Int? {
    if light.isAttached {
      light.isAttached = false
      var attached = line
      attached.indent = lists.indent + 1
      return block(at: index, attached)
    }
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    if underlined(at: index, line) != nil { return nil }
    if let delimiter = AsciiDocDelimiter(line.words, of: notes) { return readDelimited(delimiter, at: index, line) }
    switch notes[start] {
    case 0x2F where Ascii.has("//", at: start, in: notes, to: end): return serveAlone(line, index)
    case 0x3A: return readField(at: index, line)
    case 0x5B where LightSigns.isBlockAttribute(line.words, of: notes):
      light.attributes = line.words
      return serveAlone(line, index)
    case 0x2B where end == start + 1 && !lists.isEmpty:
      flush()
      light.isAttached = true
      return index + 1
    case 0x3C where Ascii.has("<<<", at: start, in: notes, to: end) && end == start + 3,
      0x27 where Ascii.has("'''", at: start, in: notes, to: end) && end == start + 3:
      settle(line)
      writer.rule(line.words)
      return index + 1
    default: break
    }
    if LightSigns.isBlockMacro(line.words, of: notes) { return serveAlone(line, index) }
    if let title = LightSigns.blockTitle(line.words, of: notes), paragraph.isEmpty || !Ascii.isSpace(notes[start + 1]) {
      settle(line)
      paragraph = [title]
      flush()
      return index + 1
    }
    if let marker = asciiDocMarker(line) { return readItem(marker, at: index, line) }
    return readTerm(at: index, line) ?? continueItem(at: index, line)
  }

  private mutating func serveAlone(_ line: TextLines.Line, _ index: Int) -> Int {
    flush()
    if afterBlank, lists.isEmpty { lists.retreat(to: line.indent, in: &writer) }
    writer.leaf(.html, line.words, lines: [line.words], flags: .service)
    return index + 1
  }

  // MARK: Delimited blocks

  private mutating func readDelimited(_ delimiter: AsciiDocDelimiter, at index: Int, _ line: TextLines.Line) -> Int? {
    if case .open = delimiter {
      flush()
      writer.leaf(.html, line.words, lines: [], flags: .service)
      return index + 1
    }
    guard let close = light.closer(of: index, in: lines) else { return nil }
    settle(line)
    let span = line.words.lowerBound..<lines[close].words.upperBound
    let inner = index + 1..<close
    switch delimiter {
    case .comment:
      writer.leaf(.html, span, lines: inner.map { lines[$0].words }.filter { !$0.isEmpty }, flags: .service)
    case .code, .open:
      writer.leaf(.code, span, lines: inner.map { lines[$0].start..<lines[$0].end })
    case .quote:
      writer.begin(.quote, at: span.lowerBound)
      var part: [Range<Int>] = []
      for next in inner {
        if !lines[next].isBlank { part.append(lines[next].words) }
        guard lines[next].isBlank || next + 1 == close, let first = part.first, let last = part.last else { continue }
        writer.leaf(.paragraph, first.lowerBound..<last.upperBound, text: withoutSigns(part) ?? plain(part))
        part.removeAll()
      }
      writer.extend(to: span.upperBound)
      writer.end()
    case .table: readBarTable(inner, span)
    }
    light.attributes = 0..<0
    return close + 1
  }

  // MARK: Lists

  private struct Marker {
    var item: ItemMarker
    var depth: (sign: UInt8, count: Int)
  }

  /// `** item`, `.. item`, `- item`, `1. item`, with a box or without.
  private func asciiDocMarker(_ line: TextLines.Line) -> Marker? {
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    let sign = notes[start]
    var i = start
    if sign == 0x2A || sign == 0x2E || sign == 0x2D {
      while i < end, notes[i] == sign, i < start + 6 { i += 1 }
      guard i < end, Ascii.isSpace(notes[i]), sign != 0x2D || i == start + 1 else { return nil }
      let content = Ascii.skipSpace(i, end, in: notes)
      let style: ItemMarker.Style = sign == 0x2E ? .number : .bullet
      // Lists of other markers are other lists: the sign counts how often it stands there.
      var item = ItemMarker(style, sign: sign &+ UInt8(i - start) &* 0x10, content: content)
      if let box = ItemMarker.box(content, end, in: notes) { (item.flags, item.content) = (box.flags, box.end) }
      if Ascii.has("[*] ", at: content, in: notes, to: end) {
        (item.flags, item.content) = (.ticked, Ascii.skipSpace(content + 3, end, in: notes))
      }
      if style == .number { item.number = 1 }
      return Marker(item: item, depth: (sign, i - start))
    }
    guard let item = ItemMarker(line.words, of: notes), item.style != .box else { return nil }
    return Marker(item: item, depth: (item.sign, item.style == .number ? 101 : item.style == .letter ? 102 : 103))
  }

  private mutating func readItem(_ marker: Marker, at index: Int, _ line: TextLines.Line) -> Int? {
    // In the middle of a text a number or a dash is none.
    if !paragraph.isEmpty, lists.isEmpty, marker.item.style != .bullet, marker.item.number != 1 { return nil }
    flush()
    var placed = line
    placed.indent = 4 * light.depth(of: marker.depth.sign, marker.depth.count, isInList: !lists.isEmpty)
    lists.begin(marker.item, placed, afterBlank: afterBlank, in: &writer)
    if marker.item.content < line.words.upperBound { paragraph.append(marker.item.content..<line.words.upperBound) }
    return index + 1
  }

  /// A line right below an item's text goes on with it, however far in it stands.
  private mutating func continueItem(at index: Int, _ line: TextLines.Line) -> Int? {
    guard !lists.isEmpty, !paragraph.isEmpty, Self.labelEnd(line.words, of: notes) == nil,
      notes[line.words.lowerBound] != 0x7C,
      notes[line.words.lowerBound] != 0x3D
    else { return nil }
    paragraph.append(line.words)
    return index + 1
  }

  /// `Term:: what it is`, or the lines below it.
  private mutating func readTerm(at index: Int, _ line: TextLines.Line) -> Int? {
    let limit = min(line.words.upperBound, line.words.lowerBound + 80)
    guard paragraph.isEmpty,
      let colon = (line.words.lowerBound..<limit).first(where: {
        Ascii.has("::", at: $0, in: notes, to: line.words.upperBound)
      }),
      colon > line.words.lowerBound, Ascii.wordCount(line.words.lowerBound..<colon, of: notes) <= 8
    else { return nil }
    var after = colon
    while after < line.words.upperBound, notes[after] == 0x3A { after += 1 }
    guard after == line.words.upperBound || Ascii.isSpace(notes[after]) else { return nil }
    settle(line)
    let term = line.words.lowerBound..<colon
    var text: [Range<Int>] = []
    let value = Ascii.trimmed(after..<line.words.upperBound, of: notes)
    if !value.isEmpty { text.append(value) }
    var next = index + 1
    while next < lines.count, !lines[next].isBlank, isDefinitionText(at: next) {
      text.append(lines[next].words)
      next += 1
    }
    guard let first = text.first, let last = text.last else {
      // A list below a term is what stands under that label.
      paragraph = [line.words.lowerBound..<colon + 1]
      flush()
      return index + 1
    }
    writer.begin(.definitionList, at: term.lowerBound)
    writer.leaf(.term, term, text: withoutSigns([term]) ?? plain([term]))
    writer.leaf(.definition, first.lowerBound..<last.upperBound, text: withoutSigns(text) ?? plain(text))
    writer.end()
    return next
  }

  private func isDefinitionText(at index: Int) -> Bool {
    let words = lines[index].words
    guard AsciiDocDelimiter(words, of: notes) == nil, asciiDocMarker(lines[index]) == nil,
      !LightSigns.isBlockAttribute(words, of: notes), words.count > 1, notes[words.lowerBound] != 0x7C
    else { return false }
    return !words.prefix(80).contains { Ascii.has("::", at: $0, in: notes, to: words.upperBound) }
  }

  // MARK: Tables

  /// Cells that bars begin, some on a line or each on its own.
  private mutating func readBarTable(_ inner: Range<Int>, _ span: Range<Int>) {
    var cells: [[Range<Int>]] = []
    var columns = attributedColumns() ?? 0
    var isHeaded = isHeaded()
    for index in inner {
      let line = lines[index]
      if line.isBlank {
        // The first row stands apart from the others where it heads them.
        if columns > 0, cells.count == columns, index + 1 < inner.upperBound { isHeaded = true }
        continue
      }
      let before = cells.count
      appendCells(of: line.words, to: &cells)
      if columns == 0, cells.count > before { columns = cells.count }
    }
    guard columns > 0 else {
      writer.leaf(.html, span, lines: inner.map { lines[$0].words }.filter { !$0.isEmpty }, flags: .service)
      return
    }
    writer.begin(.table, at: span.lowerBound)
    var start = 0
    while start < cells.count {
      let row = Array(cells[start..<min(cells.count, start + columns)])
      writeRows([row], isHeader: isHeaded && start == 0)
      start += columns
    }
    writer.extend(to: span.upperBound)
    writer.end()
  }

  /// Words before the first bar go on with the cell above; `2+` and `a` right before a bar say how a cell is set.
  private func appendCells(of words: Range<Int>, to cells: inout [[Range<Int>]]) {
    var start = words.lowerBound
    var isFirst = true
    for i in words.lowerBound...words.upperBound {
      let isBar = i < words.upperBound && notes[i] == 0x7C && (i == words.lowerBound || notes[i - 1] != 0x5C)
      guard isBar || i == words.upperBound else { continue }
      var end = i
      if isBar { end = beforeSettings(i, from: start) }
      let text = Ascii.trimmed(start..<max(start, end), of: notes)
      if isFirst {
        if cells.isEmpty, !text.isEmpty { cells.append([]) }
        if !text.isEmpty { cells[cells.count - 1].append(text) }
      } else {
        cells.append(text.isEmpty ? [] : [text])
      }
      (isFirst, start) = (false, i + 1)
    }
  }

  private func beforeSettings(_ bar: Int, from start: Int) -> Int {
    var i = bar
    while i > start, bar - i < 8,
      Ascii.isDigit(notes[i - 1]) || [0x2B, 0x2A, 0x2E, 0x3C, 0x3E, 0x5E].contains(notes[i - 1])
        || i == bar && [0x61, 0x65, 0x68, 0x6C, 0x6D, 0x73].contains(notes[i - 1])
    {
      i -= 1
    }
    return i == start || Ascii.isSpace(notes[i - 1]) ? i : bar
  }

  private func isHeaded() -> Bool {
    light.attributes.contains {
      Ascii.has("header", at: $0, in: notes, to: light.attributes.upperBound)
    }
  }

  /// `cols="1,2,2"` or `cols="3*"`.
  private func attributedColumns() -> Int? {
    let words = light.attributes
    guard let at = words.first(where: { Ascii.has("cols=", at: $0, in: notes, to: words.upperBound) }) else {
      return nil
    }
    var start = at + 5
    let isQuoted = start < words.upperBound && notes[start] == 0x22
    if isQuoted { start += 1 }
    let digits = Ascii.skipDigits(start, min(start + 2, words.upperBound), in: notes)
    if digits > start, digits < words.upperBound, notes[digits] == 0x2A {
      return notes[start..<digits].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    var count = 1
    for i in start..<words.upperBound {
      if notes[i] == 0x22 || notes[i] == 0x5D || !isQuoted && notes[i] == 0x2C { break }
      if notes[i] == 0x2C { count += 1 }
    }
    return count
  }
}
