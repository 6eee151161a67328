/// What reStructuredText adds to plain text: directives, fields, literal blocks, definitions, tables without bars.
extension PlainTextReader {
  /// Reads a block that only this markup has; nil where the line begins none.
  mutating func readRestructured(at index: Int, _ line: TextLines.Line) -> Int? {
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    switch notes[start] {
    case 0x2E: return readExplicit(at: index, line)
    case 0x3A: return readField(at: index, line)
    case 0x3D:
      guard let columns = borderColumns(line), isClosed(columns, at: index) else { break }
      settle(line)
      return readSimpleTable(columns, at: index)
    case 0x7C where Ascii.firstIndex(of: 0x7C, in: notes, start + 1, end) == nil:
      settle(line)
      let text = Ascii.trimmed(start + 1..<end, of: notes)
      if !text.isEmpty { paragraph = [text] }
      flush()
      return index + 1
    default: break
    }
    if Ascii.has("::", at: end - 2, in: notes, to: end), end - start < 3 || notes[end - 3] != 0x3A {
      return readLiteral(at: index, line)
    }
    return readDefinition(at: index, line)
  }

  // MARK: Explicit markup

  /// `.. name::` and what stands in below it, `.. a comment`, `.. _target: address`.
  private mutating func readExplicit(at index: Int, _ line: TextLines.Line) -> Int? {
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    guard Ascii.has("..", at: start, in: notes, to: end), start + 2 == end || Ascii.isSpace(notes[start + 2]) else {
      return nil
    }
    settle(line)
    let text = Ascii.skipSpace(start + 2, end, in: notes)
    guard text < end, let name = LightSigns.directive(text, end, in: notes) else {
      // A footnote's words are the author's; all else is for whoever sets the text.
      if text < end, notes[text] == 0x5B, let close = Ascii.firstIndex(of: 0x5D, in: notes, text, end) {
        paragraph = [text..<end]
        if close + 1 == end { flush() }
        return index + 1
      }
      return serve(from: index, to: endOfIndented(from: index, line))
    }
    let argument = Ascii.trimmed(name.upperBound + 2..<end, of: notes)
    if holdsCode(name) { return code(from: index, to: endOfIndented(from: index, line)) }
    if holdsText(name) {
      writer.leaf(.html, start..<name.upperBound + 2, lines: [start..<name.upperBound + 2], flags: .service)
      if !argument.isEmpty { paragraph = [argument] }
      if isTitled(name) { flush() }
      if isOne(of: ["list-table"], name) {
        return readListTable(from: index + 1, to: endOfIndented(from: index, line))
      }
      return readOptions(from: index + 1)
    }
    let close = endOfIndented(from: index, line)
    if name.count == 9, Ascii.has("csv-table", at: name.lowerBound, in: notes, to: end) {
      return readCSV(argument, line, from: index, to: close)
    }
    return serve(from: index, to: close)
  }

  /// Behind the lines that stand in deeper than a line.
  private func endOfIndented(from index: Int, _ line: TextLines.Line) -> Int {
    var (next, close) = (index + 1, index + 1)
    while next < lines.count, lines[next].isBlank || lines[next].indent > line.indent {
      if !lines[next].isBlank { close = next + 1 }
      next += 1
    }
    return close
  }

  private mutating func serve(from index: Int, to close: Int) -> Int {
    let words = (index..<close).map { lines[$0].words }.filter { !$0.isEmpty }
    guard let first = words.first, let last = words.last else { return close }
    writer.leaf(.html, first.lowerBound..<last.upperBound, lines: words, flags: .service)
    return close
  }

  private mutating func code(from index: Int, to close: Int) -> Int {
    let inner = index + 1..<close
    writer.leaf(
      .code, lines[index].words.lowerBound..<max(lines[index].words.upperBound, lines[close - 1].words.upperBound),
      lines: inner.map {
        lines[$0].words.isEmpty ? lines[$0].start..<lines[$0].start : lines[$0].start..<lines[$0].words.upperBound
      })
    return close
  }

  /// `:class: wide` right below a directive.
  private mutating func readOptions(from index: Int) -> Int {
    var next = index
    while next < lines.count, LightSigns.field(lines[next].words, of: notes) != nil { next += 1 }
    return next > index ? serve(from: index, to: next) : index
  }

  private func holdsCode(_ name: Range<Int>) -> Bool {
    let names: [StaticString] = [
      "code", "sourcecode", "parsed-literal", "math", "raw", "highlight", "literalinclude", "prompt",
    ]
    return isOne(of: names, name) || Ascii.has("code-block", at: name.lowerBound, in: notes, to: name.upperBound)
  }

  private func holdsText(_ name: Range<Int>) -> Bool {
    isTitled(name)
      || isOne(
        of: [
          "note", "warning", "tip", "hint", "important", "attention", "caution", "danger", "error", "todo", "seealso",
          "compound", "container", "epigraph", "pull-quote", "highlights", "list-table", "glossary", "hlist",
          "deprecated",
          "versionadded", "versionchanged",
        ], name)
  }

  /// Its argument is a title of its own.
  private func isTitled(_ name: Range<Int>) -> Bool {
    isOne(of: ["admonition", "topic", "sidebar", "table", "rubric", "centered", "dropdown", "list-table"], name)
  }

  private func isOne(of names: [StaticString], _ name: Range<Int>) -> Bool {
    names.contains {
      $0.utf8CodeUnitCount == name.count && Ascii.has($0, at: name.lowerBound, in: notes, to: name.upperBound)
    }
  }

  // MARK: Fields, literal blocks, definitions

  /// `:Date: 2026-03-12`, read as the label and its words; what is set in small letters is for whoever sets the text.
  mutating func readField(at index: Int, _ line: TextLines.Line) -> Int? {
    guard let name = LightSigns.field(line.words, of: notes) else { return nil }
    let value = Ascii.trimmed(name.upperBound + 1..<line.words.upperBound, of: notes)
    let isSetting = Ascii.isLower(notes[name.lowerBound]) || notes[name.lowerBound] == 0x21
    if value.isEmpty, isSetting || markup == .asciidoc { return service(line, index) }
    if isSetting {
      settle(line)
      writer.leaf(.field, line.words, lines: [value], label: name)
      return index + 1
    }
    flush()
    var labelled = line
    labelled.words = name.lowerBound..<line.words.upperBound
    return block(at: index, labelled)
  }

  mutating func service(_ line: TextLines.Line, _ index: Int) -> Int {
    settle(line)
    writer.leaf(.html, line.words, lines: [line.words], flags: .service)
    return index + 1
  }

  /// Text that ends in two colons has code below it; after a label of a few words it is the notes, whatever the author meant.
  private mutating func readLiteral(at index: Int, _ line: TextLines.Line) -> Int? {
    var next = index + 1
    while next < lines.count, lines[next].isBlank { next += 1 }
    guard next < lines.count, lines[next].indent > line.indent else { return nil }
    var led = line
    led.words = line.words.lowerBound..<line.words.upperBound - 1
    if Ascii.wordCount(led.words, of: notes) <= 4, led.words.count > 1 { return block(at: index, led) }
    if led.words.count > 1 {
      if paragraph.isEmpty { lists.retreat(to: line.indent, in: &writer) }
      paragraph.append(led.words)
      flush()
    }
    return code(from: next - 1, to: endOfIndented(from: index, line))
  }

  /// A short line with text that stands in right below it.
  private mutating func readDefinition(at index: Int, _ line: TextLines.Line) -> Int? {
    guard paragraph.isEmpty, index + 1 < lines.count, !lines[index + 1].isBlank, lines[index + 1].indent > line.indent,
      line.words.count <= 60, Ascii.wordCount(line.words, of: notes) <= 6, let last = line.words.last,
      Ascii.isWordy(notes[last]) || Ascii.isDigit(notes[last]) || notes[last] == 0x29,
      ItemMarker(line.words, of: notes) == nil, ItemMarker(lines[index + 1].words, of: notes) == nil,
      Self.labelEnd(line.words, of: notes) == nil
    else { return nil }
    settle(line)
    let inner = lines[index + 1].indent
    var next = index + 1
    var text: [Range<Int>] = []
    while next < lines.count, !lines[next].isBlank, lines[next].indent == inner,
      ItemMarker(lines[next].words, of: notes) == nil
    {
      text.append(lines[next].words)
      next += 1
    }
    guard let first = text.first, let end = text.last else { return nil }
    writer.begin(.definitionList, at: line.words.lowerBound)
    writer.leaf(.term, line.words, text: withoutSigns([line.words]) ?? plain([line.words]))
    writer.leaf(.definition, first.lowerBound..<end.upperBound, text: withoutSigns(text) ?? plain(text))
    writer.end()
    return next
  }

  func plain(_ lines: [Range<Int>]) -> PieceText {
    var text = PieceText()
    for (index, line) in lines.enumerated() {
      if index > 0 { text.lineBreak(lines[index - 1].upperBound, line.lowerBound) }
      text.append(line.lowerBound, line.upperBound)
    }
    return text
  }
}
