/// HTML blocks of Markdown: where they begin and end.
enum HTMLBlockEnd {
  case rawText, comment, instruction, declaration, section, blankLine
}

extension MarkdownReader {
  mutating func openHTML(_ depth: Int, interrupts: Bool) -> Bool {
    guard let end = htmlEnd(at: line.nonspace, interrupts: interrupts) else { return false }
    closeFrames(to: depth)
    leafBlock = addBlock(.html, from: line.nonspace)
    leaf = .html
    htmlEnd = end
    addHTMLLine(from: line.nonspace)
    return true
  }

  mutating func continueHTML() -> Bool {
    if htmlEnd == .blankLine, line.isBlank {
      closeLeaf()
      return false
    }
    addHTMLLine(from: line.rest)
    return true
  }

  private mutating func addHTMLLine(from start: Int) {
    addSegment(start, line.end)
    leafStop = line.end
    if endsHTML(from: line.nonspace) { closeLeaf() }
  }

  private func endsHTML(from start: Int) -> Bool {
    switch htmlEnd {
    case .blankLine: false
    case .comment: holds("-->", from: start, 0x2D)
    case .instruction: holds("?>", from: start, 0x3F)
    case .declaration: bytes.firstIndex(of: 0x3E, from: start, to: line.end) < line.end
    case .section: holds("]]>", from: start, 0x5D)
    case .rawText:
      holds("</script>", from: start, 0x3C) || holds("</pre>", from: start, 0x3C)
        || holds("</style>", from: start, 0x3C) || holds("</textarea>", from: start, 0x3C)
    }
  }

  private func holds(_ word: StaticString, from start: Int, _ first: UInt8) -> Bool {
    var index = start
    while true {
      index = bytes.firstIndex(of: first, from: index, to: line.end)
      guard index + word.utf8CodeUnitCount <= line.end else { return false }
      if bytes.holdsIgnoringCase(word, at: index) { return true }
      index += 1
    }
  }

  /// How the HTML block that begins here ends; nil where none does.
  private func htmlEnd(at start: Int, interrupts: Bool) -> HTMLBlockEnd? {
    let next = bytes[start + 1]
    if next == 0x3F { return .instruction }
    if next == 0x21 {
      if bytes.holds("<!--", at: start) { return .comment }
      if bytes.holds("<![CDATA[", at: start) { return .section }
      return bytes[start + 2].isLetter ? .declaration : nil
    }
    let nameStart = next == 0x2F ? start + 2 : start + 1
    var nameEnd = nameStart
    while bytes[nameEnd].isAlphanumeric, nameEnd < line.end { nameEnd += 1 }
    guard bytes[nameStart].isLetter, nameStart < line.end else { return nil }
    let after = nameEnd < line.end ? bytes[nameEnd] : 0x20
    let isEnded = after.isSpace || after == 0x3E
    if nameEnd - nameStart <= 10 {
      let name = packed(nameStart, nameEnd)
      if isEnded, next != 0x2F, HTMLTagNames.rawText.contains(name) { return .rawText }
      if isEnded || after == 0x2F && bytes[nameEnd + 1] == 0x3E, HTMLTagNames.blocks.contains(name) {
        return .blankLine
      }
    }
    guard !interrupts, var end = InlineTag(bytes, at: start, upTo: line.end)?.end else { return nil }
    while end < line.end, bytes[end].isBlank { end += 1 }
    return end >= line.end ? .blankLine : nil
  }

  private func packed(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes.copy(start..<end).map(\.lowercased), as: UTF8.self)
  }
}

enum HTMLTagNames {
  static let rawText = ["script", "pre", "style", "textarea"]
  /// Elements whose tags begin a block wherever they begin a line.
  static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
