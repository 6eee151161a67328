/// Grammar files as read: lists and cues with their places, not yet compiled.
public struct GrammarSource: Sendable {
  public init() {}

  /// The name of the folder whose words and cues hold in every language.
  public static let anyLanguage = "any"
  /// The list of the words that tell a language.
  static let functionWords = "function-word"

  var lists: [List] = []
  var cues: [Entry] = []
  var weights: [Weights] = []

  struct Place: Sendable {
    var file: String
    var line: Int
    var column: Int

    func error(_ message: String) -> GrammarError {
      GrammarError(file: file, line: line, column: column, message: message)
    }
  }

  struct List: Sendable {
    var name: String
    var language: String
    var members: [Member] = []
    var place: Place
  }

  struct Member: Sendable {
    /// Each way to write it, as folded tokens.
    var spellings: [[[UInt8]]] = []
    /// Instead of words: all members of this list.
    var included: String?
    var value: Int32?
    var place: Place
  }

  /// What one feature says, in log-odds for an action and a decision.
  struct Weights: Sendable {
    var kind: Feature.Kind
    /// Words as they are folded, groups of words as `<person>`, or a trait's name.
    var symbols: [String]
    var values: [Double]
    var language: String
    var place: Place
  }

  struct Entry: Sendable {
    var kind: Cue.Kind
    var name: String
    var language: String
    var weight = 0.0
    var role: String?
    var firmness = Cue.Firmness.unknown
    var against: Cue.Kinds = []
    var scope = Cue.Scope.clause
    var yields: [String] = []
    var says: String?
    var patterns: [Pattern] = []
    var listUses: [(name: String, place: Place)] = []
    var hears: [String] = []
    var ignores: [String] = []
    var place: Place
  }
}
