/// Where a try of a pattern may look.
extension PatternRun {
  /// What a text slot leaves out at a range's end, and what the whole match may leave.
  struct Bounds {
    var range: Range<Int>
    /// Behind the last token that is not final punctuation.
    var contentEnd: Int
    /// A match may end here or further right; set for whole texts.
    var leastEnd = 0
    /// Where `^` holds.
    var start: Int
  }
}
