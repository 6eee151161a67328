/// What a leaf holds somewhere: readers need not go through its words to find that nothing is there for them.
import HeardGrammar

struct LeafTraits: Sendable {
  /// A line begins behind the first.
  var hasLines = false
  var hasColon = false
  /// "<", as chats have it in front of a nickname.
  var hasAngle = false
  /// A word with a capital that the Grammar does not know.
  var mayHoldName = false
  /// Of all words.
  private var classes = WordClasses.none

  /// Nothing is known of it: anything may be there.
  static let unknown = LeafTraits(hasLines: true, hasColon: true, hasAngle: true, mayHoldName: true, classes: .all)

  private init(hasLines: Bool, hasColon: Bool, hasAngle: Bool, mayHoldName: Bool, classes: WordClasses) {
    (self.hasLines, self.hasColon, self.hasAngle) = (hasLines, hasColon, hasAngle)
    (self.mayHoldName, self.classes) = (mayHoldName, classes)
  }

  init(_ tokens: [Token], _ grammar: Grammar) {
    var flags: UInt16 = 0
    for (index, token) in tokens.enumerated() {
      if index > 0 { flags |= token.flags.rawValue }
      switch token.mark {
      case 0x3A: hasColon = true
      case 0x3C: hasAngle = true
      default: if token.word == 0, token.flags.contains(.capitalized) { mayHoldName = true }
      }
      classes.formUnion(grammar.classes(ofWord: token.word))
    }
    hasLines = Token.Flags(rawValue: flags).contains(.lineStart)
  }

  /// Whether a word of a class may be there.
  func mayHold(_ wordClass: WordClass) -> Bool { classes.contains(wordClass) }
}
