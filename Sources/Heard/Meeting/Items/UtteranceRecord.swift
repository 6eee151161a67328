/// What is kept of each utterance once it was heard, for telling who answered whom.
struct UtteranceRecord {
  var block: Int
  var span: Span
  var speaker: Party?
  /// The speaker, or whom somebody who writes down for others names: who seems to say it, for telling replies, and not for
  /// holding anybody to it.
  var voice: Party?
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
  /// What it speaks of, as in ``Candidate/tellingKeys``; only of what may reply to a question.
  var tellingKeys = WordKeys()
  /// "+1", a smile, thanks, or words that only run the meeting: nothing said to the matter.
  var isEcho = false
  /// "Sometimes it feels like …" and no more: said on the side, and not in reply.
  var isAside = false
  /// "A: …": written down as an answer.
  var isMarkedAnswer = false
  /// Said in the channel of a chat, where talk crosses: what follows need not be in reply.
  var isChat = false
  /// Whom it is said to: "ana: yes", "yes ana".
  var addressee: Party?
  /// Asks back in a few words, and then goes on: "In Ghent? Yes."
  var answersItself = false
  /// "What …?": asks for more than a yes or no.
  var asksMore = false
  /// "Discussion: …": what was said to the line above.
  var isDiscussion = false
  /// Stands under "Conclusion" or behind "Decision:".
  var concludes = false
  /// "This was rejected": what it settles is what stands before it.
  var isVerdict = false
  /// A task was heard in it.
  var isTask = false
  /// Something was settled in it.
  var decides = false
  var isHeading = false
  /// The topic with all that stands below its headings.
  var heading = -1
  /// What kind of thing is asked for, and the kinds that the words tell of, as far as they were asked for.
  var asksFor: [Told] = []
  var tells: [Told] = []
  /// The first sentence, for quoting the answer: bytes of the block's text. Few are ever asked for.
  var openingBytes: Range<Int>
  let leaves: Leaves

  var opening: String { leaves.leaf(block).text.string(openingBytes) }

  /// What a question asks for: "when …" a time, "who …" a person, "how many …" an amount.
  enum Told { case time, person, amount }

  /// "Not sure" with more than this many words around it goes on to answer.
  static let shortReply = 12
  /// From this many bytes on a word tells what is spoken of.
  static let tellingWord: Int32 = 5
}
