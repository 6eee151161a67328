/// The tokens of one leaf as readers see them; who reads the leaf keeps the memory.
struct LeafTokens: Sendable {
  var tokens = Window<Token>()
  /// As in ``TokenList``.
  var personEnd = Window<Int32>()
  var dateEnd = Window<Int32>()
  var traits = LeafTraits.unknown

  var count: Int { tokens.count }

  /// Spaces stand around a token: what parts words, unlike a hyphen.
  func isSpaced(_ index: Int) -> Bool {
    index + 1 < count && tokens[index].flags.contains(.spaceBefore) && tokens[index + 1].flags.contains(.spaceBefore)
  }

  /// The lines of a stretch, which may begin within one.
  func lines(in range: Range<Int>) -> [Range<Int>] {
    let starts = range.filter { $0 == range.lowerBound || tokens[$0].flags.contains(.lineStart) }
    return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
  }
}

extension TokenList {
  /// Lends the list to what reads leaves.
  func lent<Result>(_ body: (LeafTokens) -> Result) -> Result {
    var (tokens, persons, dates) = (tokens, personEnd, dateEnd)
    return tokens.withUnsafeMutableBufferPointer { tokens in
      persons.withUnsafeMutableBufferPointer { persons in
        dates.withUnsafeMutableBufferPointer { dates in
          body(LeafTokens(tokens: Window(tokens), personEnd: Window(persons), dateEnd: Window(dates)))
        }
      }
    }
  }
}
