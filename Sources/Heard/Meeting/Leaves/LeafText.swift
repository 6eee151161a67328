/// The text of one leaf as readers see it; ``Leaves`` keeps the memory.
struct LeafText: Sendable {
  /// As in ``BlockText``.
  var bytes = Window<UInt8>()
  var runs = Window<BlockText.Run>()
  var marks = Window<BlockText.Mark>()

  /// The notes' bytes that a range of the text was read from.
  func span(of range: Range<Int>) -> Span { runs.span(of: range) }
}
