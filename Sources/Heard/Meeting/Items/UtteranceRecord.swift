/// What is kept of each utterance once it was heard, for telling who answered whom.
struct UtteranceRecord {
  var block: Int
  var span: Span
  var speaker: Party?
  var topic: Int
  /// Nesting of items, so that a child can answer its parent; -1 outside lists.
  var depth: Int
  /// Stands behind a bullet within a paragraph, and so below the words in front of it.
  var isListLine = false
  var words: Int
  var asks = false
  /// "Let's take that offline", "not sure": a reply that settles nothing now.
  var defers = false
  /// "No idea": says that its speaker cannot tell; somebody else may.
  var doubts = false
  /// "Yes, …", "No": a reply in a word.
  var affirms = false
  /// "I guess …": a reply that stands unless somebody puts the matter off behind it.
  var guesses = false
  /// "I'd rather …": answers what is asked in a statement, too.
  var takesSide = false
  /// "We will not …": answers in notes that name no speakers.
  var settles = false
  /// The longer words of what settles, as in ``Candidate/wordKeys``.
  var wordKeys: Set<UInt64> = []
  /// "+1", a smile, thanks, or words that only run the meeting: nothing said to the matter.
  var isEcho = false
  /// "Sometimes it feels like …" and no more: said on the side, and not in reply.
  var isAside = false
  /// "A: …": written down as an answer.
  var isMarkedAnswer = false
  /// What kind of thing is asked for, and the kinds that the words tell of, as far as they were asked for.
  var asksFor: [Told] = []
  var tells: [Told] = []
  /// Text of the first sentence, for quoting the answer.
  var opening: String

  /// What a question asks for: "when …" a time, "who …" a person, "how many …" an amount.
  enum Told { case time, person, amount }

  /// "Not sure" with more than this many words around it goes on to answer.
  static let shortReply = 12
  /// From this many bytes on a word tells what is spoken of.
  static let tellingWord: Int32 = 5
}
