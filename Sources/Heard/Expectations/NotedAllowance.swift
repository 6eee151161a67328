/// A comment in the notes that accepts a finding: `<!-- heard: allow NAME — reason -->`.
///
/// It reaches the block that it stands in, else the next one with words; before or right below a heading it reaches all that
/// stands under that heading. Only Markdown and HTML have such comments.
struct NotedAllowance: Sendable {
  var name: String
  /// Nil where the comment gives none: then it allows nothing.
  var reason: String?
  /// The whole comment.
  var span: Span
  /// Findings that begin here are allowed.
  var reach: Span
  var isUsed = false

  /// No notes have more in earnest; what each reaches is looked for around it.
  private static let mostRead = 1000

  static func all(in document: Document) -> [NotedAllowance] {
    guard document.format == .markdown || document.format == .html else { return [] }
    let notes = document.notes
    var found: [NotedAllowance] = []
    var index = 0
    var block = 0
    while found.count < mostRead, let start = next(Array("<!--".utf8), in: notes, from: index) {
      guard let end = next(Array("-->".utf8), in: notes, from: start + 4) else { break }
      index = end + 3
      let words = TextDecoding.string(notes[(start + 4)..<end]).split {
        $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n"
      }
      guard words.count > 1, words[0] == "heard:", words[1] == "allow" else { continue }
      let span = Span(start, end + 3)
      while block < document.blocks.count, Int(document.blocks[block].stop) <= start { block += 1 }
      guard let reach = reach(of: span, in: document, from: block) else { continue }
      found += read(words.dropFirst(2), span, reach)
    }
    return found
  }

  /// One for each name, with the reason behind them.
  private static func read(_ words: ArraySlice<Substring>, _ span: Span, _ reach: Span) -> [NotedAllowance] {
    let names = words.prefix {
      $0.first?.isLetter ?? false && ($0.contains("-") || $0.hasSuffix(",") || $0 == words.first)
    }
    let rest = words.dropFirst(names.count).drop { ["—", "–", "--", "-", ":", "because"].contains($0) }
    let reason = rest.isEmpty ? nil : rest.joined(separator: " ")
    let named = names.map { String($0.last == "," || $0.last == ":" ? $0.dropLast() : $0) }
    return (named.isEmpty ? [""] : named).map { NotedAllowance(name: $0, reason: reason, span: span, reach: reach) }
  }

  /// Nil for a comment within code.
  private static func reach(of comment: Span, in document: Document, from first: Int) -> Span? {
    let blocks = document.blocks
    var index = first
    while index < blocks.count, Int(blocks[index].start) < comment.end {
      let block = blocks[index]
      if block.isLeaf, block.span.contains(comment) {
        if block.kind == .code { return nil }
        if block.kind != .html {
          return block.kind == .heading ? section(of: index, blocks, document) : item(of: index, blocks).union(comment)
        }
      }
      index += 1
    }
    let before = blocks[..<first].lastIndex { $0.isLeaf && $0.kind != .html }
    if let before, blocks[before].kind == .heading { return section(of: before, blocks, document) }
    guard let leaf = blocks[index...].firstIndex(where: { $0.isLeaf && $0.kind != .html }) else {
      return Span(comment.end, comment.end)
    }
    return blocks[leaf].kind == .heading ? section(of: leaf, blocks, document) : item(of: leaf, blocks)
  }

  /// The item or row that a leaf opens, or the leaf.
  private static func item(of leaf: Int, _ blocks: [Block]) -> Span {
    let parent = Int(blocks[leaf].parent)
    guard parent >= 0, blocks[parent].kind == .item || blocks[parent].kind == .row else { return blocks[leaf].span }
    return blocks[parent].span
  }

  private static func section(of heading: Int, _ blocks: [Block], _ document: Document) -> Span {
    let next = blocks[(heading + 1)...].first { $0.kind == .heading && $0.level <= blocks[heading].level }
    return Span(Int(blocks[heading].start), next.map { Int($0.start) } ?? document.notes.count)
  }

  private static func next(_ mark: [UInt8], in notes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + mark.count <= notes.count {
      if notes[index] == mark[0], notes[index..<(index + mark.count)].elementsEqual(mark) { return index }
      index += 1
    }
    return nil
  }
}
