/// What one sentence says, in parts that can be compared: who, what, how much, when, and how surely.
import HeardGrammar

struct Claim {
  /// A word that carries meaning of its own.
  struct Word {
    /// Without its ending.
    var stem: UInt64
    /// Equal for words that mean the same; 0: none such are known.
    var sense: Int32 = 0
    /// Equal but for the sign for a word and its opposite; 0: none is known.
    var side: Int32 = 0
    var isVerb = false
    /// Says what somebody does.
    var isDeed = false
    /// Capitalised within a sentence, and no word of the language.
    var isName = false
    var isNegated = false
    var isHedged = false
    /// Stands in the clause of an "if".
    var isCondition = false
    /// Of the claim's own text or of the notes, as its reader was told.
    var span: Span

    func means(_ other: Word) -> Bool {
      stem == other.stem || sense != 0 && sense == other.sense || side != 0 && side.magnitude == other.side.magnitude
    }
  }

  struct Number {
    /// Digits without marks that part thousands; as written where letters belong to it.
    var value: String
    /// As in the list `unit-word`; 0: none stands there.
    var unit: Int32
    var span: Span
  }

  struct Date {
    var expression: DateExpression
    var resolved: ResolvedDate
    var span: Span
  }

  var span: Span
  var text: String
  var words: [Word] = []
  var numbers: [Number] = []
  var dates: [Date] = []
  /// Everybody who is named, in order.
  var people: [Cast.Member] = []
  /// Who does it: the owners of what was heard there, or who opens the sentence.
  var actors: [Cast.Member] = []
  /// The person who speaks.
  var speaker: Cast.Member?
  var saysI = false
  var isQuestion = false
  var hasNegation = false
  var hasHedge = false
  var hasCondition = false
  /// Says that something was decided, or was heard as a decision.
  var isSettled = false
  var isProposed = false
  /// nil: nothing is said of it.
  var isDone: Bool?
  /// Says that it lies ahead: "will".
  var isAhead = false
  /// heard itself said it: whoever and whatever it is about stands in it, and nothing was heard anew.
  var isFramed = false
  /// Heard as an action.
  var isAction = false
  var isFirm = false
  var items: [Sentence.Subject] = []

  /// The first word that says what is done.
  var mainVerb: Word? { words.first { $0.isDeed } }

  mutating func append(_ other: Claim) {
    span = span.union(other.span)
    text += text.isEmpty ? other.text : " " + other.text
    words += other.words
    numbers += other.numbers
    dates += other.dates
    people += other.people
    speaker = speaker ?? other.speaker
    saysI = saysI || other.saysI
    isQuestion = isQuestion || other.isQuestion
    hasNegation = hasNegation || other.hasNegation
    hasHedge = hasHedge || other.hasHedge
    hasCondition = hasCondition || other.hasCondition
    isSettled = isSettled || other.isSettled
    isProposed = isProposed || other.isProposed
    isDone = isDone ?? other.isDone
    isAhead = isAhead || other.isAhead
  }

  /// The claim with what heard's own words around it say.
  func framed(by frame: String?) -> Claim {
    var claim = self
    claim.isFramed = frame != nil
    switch frame {
    case "settled", "decided": claim.isSettled = true
    case "done", "has done": claim.isDone = true
    case "to do", "to do, as said", "has to do", "has to do with others": claim.isAhead = true
    case "hedged", "will you": claim.hasHedge = true
    case nil, "central", "not agreed", "disagreed", "objected", "said", "was said", "what would settle it", "how was it settled": break
    default: claim.isQuestion = true
    }
    return claim
  }
}
