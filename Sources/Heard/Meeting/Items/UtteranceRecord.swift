/// What is kept of each utterance once it was heard, for telling who answered whom.
struct UtteranceRecord {
  var block: Int
  var span: Span
  var speaker: Party?
  var topic: Int
  /// Nesting of items, so that a child can answer its parent; -1 outside lists.
  var depth: Int
  var words: Int
  var asks = false
  /// "Let's take that offline", "not sure": a reply that settles nothing.
  var defers = false
  /// "Yes, …", "No": a reply in a word.
  var affirms = false
  /// "+1", a smile, or words that only run the meeting: nothing said to the matter.
  var isEcho = false
  /// Text of the first sentence, for quoting the answer.
  var opening: String

  /// "Not sure" with more than this many words around it goes on to answer.
  static let shortReply = 12
}
