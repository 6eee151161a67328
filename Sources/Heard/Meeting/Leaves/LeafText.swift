/// The text of one leaf as readers see it; ``Leaves`` keeps the memory.
struct LeafText: Sendable {
  /// As in ``BlockText``.
  var bytes = Window<UInt8>()
  var runs = Window<BlockText.Run>()
  var marks = Window<BlockText.Mark>()

  /// The notes' bytes that a range of the text was read from.
  func span(of range: Range<Int>) -> Span { runs.span(of: range) }

  /// Nothing but a link to another part of the notes: an entry of their contents.
  func isContentsEntry(of notes: [UInt8]) -> Bool {
    guard marks.count >= 1, let link = marks.first(where: { $0.kind == .link }), !link.value.isEmpty else { return false }
    return link.range.count + 1 >= bytes.count && notes[Int(link.value.lowerBound)] == 0x23
  }

  /// Some bytes of the text on one line.
  func string(_ range: Range<Int>) -> String {
    let part = bytes.part(range)
    if !part.contains(where: { $0 == 0x0A || $0 == 0x09 }) { return TextDecoding.string(part) }
    return TextDecoding.string(part.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 })
  }
}
