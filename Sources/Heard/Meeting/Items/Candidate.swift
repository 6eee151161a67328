import HeardGrammar

/// Something that may be an action, a decision or a question, with all that speaks for and against it.
struct Candidate {
  enum Kind: UInt8, Sendable { case action, decision, question, win, setback, disagreement }

  var kind: Kind
  /// The words that it stands in, and the part that says what is to be done or was settled.
  var span: Span
  var text: String
  var score: Double
  var evidence: [Evidence]
  var firmness: Firmness = .unknown
  var owners: [Party] = []
  var due: Due?
  var status: Action.Status = .open
  var isCarriedOver = false
  /// As in ``Action/isTakenOn``.
  var isTakenOn = false
  /// Index into the utterances heard so far.
  var utterance: Int
  /// Stands in a section of actions.
  var isListed = false
  /// The item around its own; -1 where there is none.
  var around: Int32 = -1
  var topic: Int?
  /// Of the meeting that it was said in.
  var day: Day?
  /// "Motion carried", "The following were approved:": the same words elsewhere settle something else.
  var isVerdict = false
  var reason: String?
  var votes: String?
  var dissent: [String] = []
  var addressee: Party?
  /// A statement of what is unclear, which calls on nobody to answer.
  var isIndirect = false
  /// What the notes say in reply, where the same utterance says it.
  var answer: String?
  /// Of a question: keys of the words that tell what it is about.
  var tellingKeys = WordKeys()
  /// Keys of the words of `text`, for finding the same item told twice.
  var wordKeys = WordKeys()
  /// Those of its numbers and dates: what differs in them is not the same item.
  var numberKeys = WordKeys()

  /// 0…1; an item is worth reporting from a score of 2 up.
  var confidence: Double { Candidate.confidence(of: score) }

  static func confidence(of score: Double) -> Double { 1 / (1 + exponential(2 - score)) }
}

/// Who owns, asks or decides: a person of the roster, or words that name somebody else.
enum Party: Hashable, Sendable {
  case person(Int)
  /// A handle or first name that the roster does not know.
  case name(String)
  /// A group in the notes' words.
  case group(String)

  func named(in people: [Person]) -> String {
    switch self {
    case .person(let index): people[index].name
    case .name(let name), .group(let name): name
    }
  }
}

/// e to the power of x, by halving the exponent: exact enough for a confidence, and free of a C library.
func exponential(_ x: Double) -> Double {
  let bounded = max(-40, min(40, x))
  let small = bounded / 1024
  var power = 1 + small * (1 + small / 2 * (1 + small / 3))
  for _ in 0..<10 { power *= power }
  return power
}
