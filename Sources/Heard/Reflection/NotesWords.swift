/// Reads the plain words that a span of the notes holds: markup gone, on one line.
struct NotesWords: Sendable {
  private let document: Document
  /// Leaves with text, in the order of their starts.
  private let leaves: [Int]
  private var text = BlockText()
  private var loaded = -1
  /// Words that were read lately, by where they begin: the same are asked for when something is said, held to the notes and asked about.
  private var known: [(span: Span, words: String)]
  private static let mostKnown = 64

  init(_ document: Document) {
    self.document = document
    leaves = document.blocks.indices.filter { document.blocks[$0].isLeaf }
    known = Array(repeating: (Span(0, 0), ""), count: NotesWords.mostKnown)
  }

  /// The words of a span within one leaf; empty where no leaf holds it.
  mutating func words(of span: Span) -> String {
    let place = (span.start ^ span.start >> 6) & (NotesWords.mostKnown - 1)
    if known[place].span == span, span.end > 0 { return known[place].words }
    let words = read(span)
    known[place] = (span, words)
    return words
  }

  private mutating func read(_ span: Span) -> String {
    guard let leaf = leaf(at: span.start) else { return "" }
    if leaf != loaded { document.text(of: document.blocks[leaf], into: &text) }
    loaded = leaf
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(16, min(span.count, text.bytes.count)))
    for index in text.runs.indices {
      let run = text.runs[index]
      guard Int(run.start) < span.end, Int(run.end) > span.start else { continue }
      let end = index + 1 < text.runs.count ? Int(text.runs[index + 1].text) : text.bytes.count
      var range = Int(run.text)..<max(Int(run.text), end)
      if run.isLiteral {
        let from = range.lowerBound + max(0, span.start - Int(run.start))
        let to = range.upperBound - max(0, Int(run.end) - span.end)
        guard from < to else { continue }
        range = from..<to
      }
      bytes += text.bytes[range]
    }
    return NotesWords.onOneLine(bytes)
  }

  /// Whether the words of one of some leaves, from that at an offset on, are what is looked for.
  mutating func leaves(from offset: Int, _ count: Int, _ isIt: (String) -> Bool) -> Bool {
    var low = 0
    var high = leaves.count
    while low < high {
      let middle = (low + high) / 2
      if document.blocks[leaves[middle]].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return leaves[max(0, low - 1)..<min(leaves.count, low + count)].contains { isIt(words(of: document.blocks[$0].span)) }
  }

  /// Line breaks, tabs and runs of spaces become one space.
  static func onOneLine(_ bytes: some Sequence<UInt8>) -> String {
    if let string = bytes.withContiguousStorageIfAvailable({ isOnOneLine($0) ? TextDecoding.string($0) : nil }) ?? nil { return string }
    var line: [UInt8] = []
    line.reserveCapacity(bytes.underestimatedCount)
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if !isSpace { line.append(byte) } else if let last = line.last, last != 0x20 { line.append(0x20) }
    }
    if line.last == 0x20 { line.removeLast() }
    return TextDecoding.string(line)
  }

  static func onOneLine(_ text: String) -> String {
    let isOn = text.utf8.withContiguousStorageIfAvailable { isOnOneLine($0) } ?? false
    return isOn ? text : onOneLine(text.utf8)
  }

  /// Nothing would change.
  private static func isOnOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0x20
    for byte in bytes {
      if byte <= 0x20, byte == 0x20 ? before == 0x20 : byte == 0x09 || byte == 0x0A || byte == 0x0D { return false }
      before = byte
    }
    return before != 0x20 || bytes.isEmpty
  }

  /// Whether a span stands in a speaker's turn of a transcript or log.
  func isTurn(at span: Span) -> Bool { leaf(at: span.start).map { document.blocks[$0].kind == .turn } ?? false }

  /// The span from an item to the end of its leaf, where more is said about it.
  func rest(from span: Span) -> Span {
    leaf(at: span.start).map { Span(span.start, max(span.end, document.blocks[$0].span.end)) } ?? span
  }

  /// The leaf that holds an offset, by its block.
  func leaf(at offset: Int) -> Int? {
    var low = 0
    var high = leaves.count
    while low < high {
      let middle = (low + high) / 2
      if document.blocks[leaves[middle]].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let found = leaves[low - 1]
    return document.blocks[found].span.end > offset ? found : nil
  }
}
