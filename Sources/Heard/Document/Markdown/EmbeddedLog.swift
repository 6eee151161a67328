/// Reads the log of a chat that stands in Markdown as one block: a fence, a `<div>`, or lines right below each other.
struct EmbeddedLog {
  /// So many messages are no accident.
  private static let fewest = 4

  private var document: Document
  private var parting = BlockParting()

  static func read(into document: inout Document) {
    var log = EmbeddedLog(document: document)
    guard document.blocks.contains(where: { log.isLog($0) }) else { return }
    log.read()
    document = log.document
  }

  private init(document: Document) { self.document = document }

  private mutating func read() {
    for block in document.blocks {
      parting.beginNext()
      if isLog(block) { part(block) } else { parting.keep(block) }
    }
    document.blocks = parting.finished()
  }

  /// Most lines are messages, and those who write come back.
  private func isLog(_ block: Block) -> Bool {
    guard block.kind == .html || block.kind == .code || block.kind == .paragraph, block.writing != .pieces,
      block.segments.count >= EmbeddedLog.fewest, block.parent < 0
    else { return false }
    var (filled, count, writers) = (0, 0, Set<[UInt8]>())
    for segment in block.segments {
      let words = words(segment)
      guard !words.isEmpty, !isTag(words) else { continue }
      filled += 1
      guard let message = message(words) else {
        // Most blocks are told by their first lines.
        if filled > EmbeddedLog.fewest, count == 0 { return false }
        continue
      }
      count += 1
      writers.insert(Array(document.notes[message.nick]))
    }
    return count >= EmbeddedLog.fewest && count * 10 >= filled * 7 && writers.count * 2 <= count
  }

  private func words(_ segment: Int32) -> Range<Int> {
    let line = document.segments[Int(segment)]
    return Ascii.trimmed(Int(line.start)..<Int(line.end), of: document.notes)
  }

  /// `<div class="log">`, `</pre>`: what stands around the log.
  private func isTag(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let last = words.last, document.notes[first] == 0x3C, document.notes[last] == 0x3E else {
      return false
    }
    return !words.dropLast().contains { document.notes[$0] == 0x3E }
  }

  /// `20:01 <nick> text`, and the same with its brackets written as entities. What the program wrote is no message.
  private func message(_ words: Range<Int>) -> (nick: Range<Int>, text: Range<Int>)? {
    let (notes, end) = (document.notes, words.upperBound)
    let start = Ascii.skipSpace(IRCReader.stampEnd(words, of: notes) ?? words.lowerBound, end, in: notes)
    if start < end, notes[start] == 0x3C {
      guard let message = IRCReader.message(words, of: notes), !message.isService else { return nil }
      return (message.nick, message.text)
    }
    guard Ascii.has("&lt;", at: start, in: notes, to: end) else { return nil }
    let nick = IRCReader.nickRange(start + 4, end, in: notes)
    guard !nick.isEmpty, Ascii.has("&gt;", at: nick.upperBound, in: notes, to: end) else { return nil }
    return (nick, Ascii.skipSpace(nick.upperBound + 4, end, in: notes)..<end)
  }

  private mutating func part(_ block: Block) {
    for segment in block.segments {
      let words = words(segment)
      guard !words.isEmpty, !isTag(words) else { continue }
      var line = Block(.paragraph)
      // Entities stand for their signs, but in a fence.
      line.writing = block.kind == .code ? .verbatim : .markdown
      line.span = Span(words.lowerBound, words.upperBound)
      line.segments = segment..<segment + 1
      if let message = message(words) {
        line.kind = .turn
        line.label = Int32(message.nick.lowerBound)..<Int32(message.nick.upperBound)
        document.segments[Int(segment)].start = Int32(message.text.lowerBound)
      }
      parting.add(leaf: line)
    }
  }
}
