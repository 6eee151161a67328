/// The tokens of one leaf as readers see them; who reads the leaf keeps the memory.
struct LeafTokens: Sendable {
  var tokens = Window<Token>()
  /// As in ``TokenList``.
  var personEnd = Window<Int32>()
  var dateEnd = Window<Int32>()

  var count: Int { tokens.count }
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
