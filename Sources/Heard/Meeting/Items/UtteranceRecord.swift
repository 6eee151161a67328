/// What is kept of each utterance once it was heard, for telling who answered whom.
struct UtteranceRecord {
  private var firstBlock: Int32
  private var spanStart: Int32
  private var spanEnd: Int32
  private var scope: Int32
  private var openingStart: Int32 = 0
  private var openingEnd: Int32 = 0
  private var title: Int32 = -1
  private var flags = Flags()
  /// As in ``Parties``.
  var speaker = Parties.none
  /// The speaker, or whom somebody who writes down for others names: who seems to say it, for telling replies, and not for
  /// holding anybody to it.
  var voice = Parties.none
  /// Whom it is said to: "ana: yes", "yes ana".
  var addressee = Parties.none
  private var level: Int32
  private var wordCount: Int32
  /// What kind of thing is asked for, and the kinds that the words tell of, as far as they were asked for.
  var asksFor: Told = []
  var tells: Told = []
  /// What it speaks of, as in ``Candidate/tellingKeys``; only of what may reply to a question.
  var tellingKeys = WordKeys()
  // The leaves outlive what is kept of them.
  private unowned(unsafe) let leaves: Leaves

  init(block: Int, span: Span, topic: Int, depth: Int, words: Int, openingBytes: Range<Int>, leaves: Leaves) {
    firstBlock = Int32(truncatingIfNeeded: block)
    (spanStart, spanEnd) = (Int32(truncatingIfNeeded: span.start), Int32(truncatingIfNeeded: span.end))
    scope = Int32(truncatingIfNeeded: topic)
    level = Int32(truncatingIfNeeded: depth)
    wordCount = Int32(truncatingIfNeeded: words)
    self.leaves = leaves
    self.openingBytes = openingBytes
  }

  var block: Int { Int(firstBlock) }
  var span: Span { Span(Int(spanStart), Int(spanEnd)) }
  var topic: Int { Int(scope) }
  /// Nesting of items, so that a child can answer its parent; -1 outside lists.
  var depth: Int { Int(level) }
  var words: Int {
    get { Int(wordCount) }
    set { wordCount = Int32(truncatingIfNeeded: newValue) }
  }
  /// The topic with all that stands below its headings.
  var heading: Int {
    get { Int(title) }
    set { title = Int32(truncatingIfNeeded: newValue) }
  }
  /// The first sentence, for quoting the answer: bytes of the block's text. Few are ever asked for.
  var openingBytes: Range<Int> {
    get { Int(openingStart)..<Int(openingEnd) }
    set {
      openingStart = Int32(truncatingIfNeeded: newValue.lowerBound)
      openingEnd = Int32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  var opening: String { leaves.leaf(block).text.string(openingBytes) }

  /// What a question asks for: "when …" a time, "who …" a person, "how many …" an amount.
  struct Told: OptionSet {
    let rawValue: UInt8
    static let time = Told(rawValue: 1)
    static let person = Told(rawValue: 2)
    static let amount = Told(rawValue: 4)
    static let all: [Told] = [.time, .person, .amount]
  }

  /// "Not sure" with more than this many words around it goes on to answer.
  static let shortReply = 12
  /// From this many words on a reply that puts something off behind its first sentence tells enough before it.
  static let longReply = 40
  /// From this many bytes on a word tells what is spoken of.
  static let tellingWord: Int32 = 5
}

extension UtteranceRecord {
  private struct Flags: OptionSet {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ place: UInt32) { rawValue = 1 << place }
  }

  private func has(_ place: UInt32) -> Bool { flags.contains(Flags(place)) }

  private mutating func set(_ place: UInt32, _ isSo: Bool) {
    if isSo { flags.insert(Flags(place)) } else { flags.remove(Flags(place)) }
  }

  /// Stands behind a bullet within a paragraph, and so below the words in front of it.
  var isListLine: Bool {
    get { has(0) }
    set { set(0, newValue) }
  }
  var asks: Bool {
    get { has(1) }
    set { set(1, newValue) }
  }
  /// "Let's take that offline", "not sure": a reply that settles nothing now.
  var defers: Bool {
    get { has(2) }
    set { set(2, newValue) }
  }
  /// "No idea": says that its speaker cannot tell; somebody else may.
  var doubts: Bool {
    get { has(3) }
    set { set(3, newValue) }
  }
  /// "Yes, …", "No": a reply in a word.
  var affirms: Bool {
    get { has(4) }
    set { set(4, newValue) }
  }
  /// "I guess …": a reply that stands unless somebody puts the matter off behind it.
  var guesses: Bool {
    get { has(5) }
    set { set(5, newValue) }
  }
  /// "I'd rather …": answers what is asked in a statement, too.
  var takesSide: Bool {
    get { has(6) }
    set { set(6, newValue) }
  }
  /// "We will not …": answers in notes that name no speakers.
  var settles: Bool {
    get { has(7) }
    set { set(7, newValue) }
  }
  /// "+1", a smile, thanks, or words that only run the meeting: nothing said to the matter.
  var isEcho: Bool {
    get { has(8) }
    set { set(8, newValue) }
  }
  /// "Sometimes it feels like …" and no more: said on the side, and not in reply.
  var isAside: Bool {
    get { has(9) }
    set { set(9, newValue) }
  }
  /// "A: …": written down as an answer.
  var isMarkedAnswer: Bool {
    get { has(10) }
    set { set(10, newValue) }
  }
  /// Said in the channel of a chat, where talk crosses: what follows need not be in reply.
  var isChat: Bool {
    get { has(11) }
    set { set(11, newValue) }
  }
  /// Asks back in a few words, and then goes on: "In Ghent? Yes."
  var answersItself: Bool {
    get { has(12) }
    set { set(12, newValue) }
  }
  /// "What …?": asks for more than a yes or no.
  var asksMore: Bool {
    get { has(13) }
    set { set(13, newValue) }
  }
  /// "Should we …?": asks what to do, so that yes or no settles it.
  var deliberates: Bool {
    get { has(25) }
    set { set(25, newValue) }
  }
  /// "Discussion: …": what was said to the line above.
  var isDiscussion: Bool {
    get { has(14) }
    set { set(14, newValue) }
  }
  /// "This was rejected": what it settles is what stands before it.
  var isVerdict: Bool {
    get { has(17) }
    set { set(17, newValue) }
  }
  /// A task was heard in it.
  var isTask: Bool {
    get { has(18) }
    set { set(18, newValue) }
  }
  /// The task is somebody's.
  var isOwned: Bool {
    get { has(24) }
    set { set(24, newValue) }
  }
  /// Something was settled in it.
  var decides: Bool {
    get { has(19) }
    set { set(19, newValue) }
  }
  /// "Ana explained …": tells of somebody's reply.
  var reports: Bool {
    get { has(20) }
    set { set(20, newValue) }
  }
  /// "Ana suggested …": answers "what" and "how", and no yes or no.
  var offers: Bool {
    get { has(21) }
    set { set(21, newValue) }
  }
  /// "Option: …": one of several things to choose from, and no choice.
  var proposes: Bool {
    get { has(22) }
    set { set(22, newValue) }
  }
  /// "We could …": weighs what might be done.
  var weighs: Bool {
    get { has(23) }
    set { set(23, newValue) }
  }
  /// Stands under "Conclusion" or behind "Decision:".
  var concludes: Bool {
    get { has(15) }
    set { set(15, newValue) }
  }
  /// An item that is the name of whoever says what stands below it.
  var isTurnHead: Bool {
    get { has(26) }
    set { set(26, newValue) }
  }
  /// "Second: Ana", "Ben: yes": how a motion went on, and nothing about what it moves.
  var isProcedural: Bool {
    get { has(27) }
    set { set(27, newValue) }
  }
  var isHeading: Bool {
    get { has(16) }
    set { set(16, newValue) }
  }
  /// The first of its sentences tells what was asked, whatever the others ask for.
  var tellsAtOnce: Bool {
    get { has(28) }
    set { set(28, newValue) }
  }
}
