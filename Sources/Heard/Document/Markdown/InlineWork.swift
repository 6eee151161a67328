/// The lists that one leaf's inlines are read through; reused from leaf to leaf.
struct InlineWork: Sendable {
  /// A stretch of the source and what it is in the text.
  struct Token: Sendable {
    enum Kind: UInt8, Sendable { case literal, gap, lineBreak, space, character }
    var kind: Kind
    var start: Int
    var end: Int
    /// Character: the scalars that a reference stands for; the second is 0 for most.
    var scalars: (UInt32, UInt32) = (0, 0)
    /// Where it begins and ends in the text, once that is written.
    var textStart = 0
    var textEnd = 0
  }

  /// A run of `*`, `_` or `~`, and its neighbours among those that are still in play.
  struct Delimiter: Sendable {
    var token: Int
    var sign: UInt8
    var length: Int
    var canOpen: Bool
    var canClose: Bool
    var previous: Int
    var next: Int
  }

  struct Bracket: Sendable {
    var token: Int
    /// Offset behind it.
    var index: Int
    var isImage: Bool
    /// The last delimiter before it.
    var delimiter: Int
    /// Another bracket opens behind it, so that what follows it is no label.
    var hasBracketAfter = false
  }

  /// Text between two tokens that is to be marked.
  struct Match: Sendable {
    var kind: BlockText.Mark.Kind
    var open: Int
    var close: Int
    /// A range of the source, or of the notes where it comes from a definition.
    var value = 0..<0
    var isValueInNotes = false
  }

  struct OpenTag: Sendable {
    var token: Int
    var value: Range<Int>
    /// The one of the same kind that is open around it, or -1.
    var outer: Int
  }

  var source = InlineSource()
  var tokens: [Token] = []
  var delimiters: [Delimiter] = []
  var lastDelimiter = -1
  var brackets: [Bracket] = []
  /// Brackets of links below this stand around a link and so are none.
  var inactiveBrackets = 0
  var matches: [Match] = []
  var tags: [OpenTag] = []
  /// The innermost open tag by kind of mark; empty before the first.
  var openTags: [Int] = []
  /// For each kind of closing delimiter, where there is no use in looking for its opener.
  var bottoms: [Int] = []
  /// The last run of backticks of each length, once one was looked for.
  var lastBackticks: [Int] = []

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
    if !delimiters.isEmpty { delimiters.removeAll(keepingCapacity: true) }
    if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
    if !tags.isEmpty { tags.removeAll(keepingCapacity: true) }
    if !openTags.isEmpty { openTags.removeAll(keepingCapacity: true) }
    if !lastBackticks.isEmpty { lastBackticks.removeAll(keepingCapacity: true) }
    lastDelimiter = -1
    inactiveBrackets = 0
  }
}
