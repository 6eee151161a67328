/// Tells whom an utterance is said to, and what it speaks of, so that replies find their questions.
import HeardGrammar

extension Hearing {
  /// What is known of a chat, and of its line at hand.
  struct Chat {
    /// Whom the line names in front of a colon.
    var addressed: Party?
    /// Whose words it seems to hold, where somebody writes down for others.
    var relayed: Party?
    /// Nicknames of those who do: most of their lines name somebody else in front of a colon.
    var scribes: Set<[UInt8]> = []
    /// Keys of everybody who writes: whoever is only named may speak through somebody else's lines.
    var writers: Set<UInt64> = []
    /// By the nickname of whoever writes: whose words their last line held, for lines that go on from it behind somebody else's.
    var voices: [UInt64: (speaker: Party?, relayed: Party?)] = [:]
    /// The utterance at hand is a line of a chat.
    var isLine = false
    /// Somebody said that they write down what others say.
    var isScribed = false
    /// The last utterance that asked.
    var lastAsked = -Answers.chatReach
    /// A line of the chat has asked.
    var isAsked = false
  }

  /// "scribe: ana" in a chat: from here on a name in front of a colon says whose words the line holds, and not whom they are for.
  mutating func noteScribe(_ range: Range<Int>) {
    guard !chat.isScribed else { return }
    chat.isScribed = range.prefix(3).contains { tagger.lists.isScribing(tokens.tokens[$0].word) }
  }

  /// Finds those whose lines mostly hold what others say, who need not call themselves scribes.
  mutating func readScribes() {
    guard document.format == .irc else { return }
    var lines: [[UInt8]: (labelled: Int, all: Int)] = [:]
    for (index, block) in document.blocks.enumerated() where block.kind == .turn && !block.label.isEmpty {
      let leaf = leaves.leaf(index)
      let reader = UtteranceReader(text: leaf.text, tokens: leaf.tokens)
      // What goes on from the line before says nothing of who speaks.
      guard let first = leaf.tokens.tokens.first, !reader.isEllipsis(0) else { continue }
      let label = reader.label(at: 0)
      let isNamed = label.map { $0.count <= Hearing.longestRelay && !tagger.lists.isNeverName(first.word) } ?? false
      lines[nickname(block), default: (0, 0)].all += 1
      chat.writers.insert(NameKey(nickname(block)).hash)
      if isNamed, first.kind == .word { lines[nickname(block), default: (0, 0)].labelled += 1 }
    }
    chat.scribes = Set(lines.filter { $0.value.labelled >= Hearing.fewRelays && $0.value.labelled * 2 > $0.value.all }.keys)
  }

  func isScribe(_ block: Block) -> Bool { !chat.scribes.isEmpty && chat.scribes.contains(nickname(block)) }

  /// Whether whom a label names writes lines as well, and so is spoken to.
  func writes(_ label: Range<Int>) -> Bool {
    chat.writers.contains(NameKey(text.bytes.part(bytes(label))).hash)
      || label.contains { chat.writers.contains(NameKey(text.bytes.part(tokens.tokens[$0].range)).hash) }
  }

  func nickname(_ block: Block) -> [UInt8] {
    Array(document.notes[Int(block.label.lowerBound)..<Int(block.label.upperBound)])
  }

  private static let longestRelay = 6
  private static let fewRelays = 5

  /// Whom words are said to: named in front of them, or behind a comma at their end. In a chat a name needs no comma.
  func addressee(of range: Range<Int>, _ speaker: Party?) -> Party? {
    guard let first = range.first else { return nil }
    let behind = Int(tokens.personEnd[first])
    if behind > first, behind < range.upperBound {
      let mark = tokens.tokens[behind].mark
      let isVerb = tagger.lists.isAfterName(tokens.tokens[behind].word) || tagger.lists.isTelling(tokens.tokens[behind].word)
      if mark == 0x2C || mark == 0x3A || chat.isLine && !isVerb && mark == 0 && tokens.tokens[behind].kind == .word {
        return only(first..<behind, but: speaker)
      }
    }
    guard let last = range.last(where: { tokens.tokens[$0].kind != .punctuation }), last > first,
      Int(tokens.personEnd[last]) == last + 1
    else { return nil }
    let isBehindComma = tokens.tokens[last - 1].mark == 0x2C
    // "will the site be in two languages ana?"
    let isAsked = last + 1 < range.upperBound && tokens.tokens[last + 1].mark == 0x3F
    let isAddress = last - first <= Hearing.shortAddress || isAsked && !tagger.lists.isBeforeOther(tokens.tokens[last - 1].word)
    return isBehindComma || chat.isLine && isAddress ? only(last..<last + 1, but: speaker) : nil
  }

  /// "yes ana": with more words in front, a name at the end may be a part of the sentence.
  private static let shortAddress = 2

  private func only(_ range: Range<Int>, but speaker: Party?) -> Party? {
    let named = parties(in: range)
    return named.count == 1 && named.first != speaker ? named.first : nil
  }

  /// Keeps what the utterance at hand speaks of, where a question stands before it.
  mutating func noteTelling(_ range: Range<Int>, asks: Bool) {
    let index = utterances.count - 1
    // Elsewhere only what stands right behind, and a conclusion, is held against the question's words.
    let isTalk = utterances[index].isChat || chat.isAsked
    let reach = isTalk ? Answers.chatReach : Answers.reach
    if index - chat.lastAsked <= reach || utterances[index].concludes || utterances[index].settles
      || utterances[index].decides
    {
      utterances[index].tellingKeys = tellingKeys(range)
    }
    if asks {
      chat.lastAsked = index
      if utterances[index].isChat { chat.isAsked = true }
    }
  }

  /// Keys of the words that tell what is spoken of, without their endings.
  func tellingKeys(_ range: Range<Int>) -> WordKeys {
    var keys: [UInt64] = []
    keys.reserveCapacity(range.count)
    for index in range {
      let token = tokens.tokens[index]
      switch token.kind {
      case .word:
        guard token.length >= Hearing.shortestTelling || token.flags.contains(.allCaps),
          !tagger.lists.isLight(token.word), Int(tokens.personEnd[index]) <= index
        else { continue }
        let stem = min(token.length - ending(of: token), Hearing.stem)
        keys.append(NameKey(text.bytes.part(Int(token.start)..<Int(token.start) + stem)).hash)
      case .url, .reference, .number: keys.append(NameKey(text.bytes.part(token.range)).hash)
      default: continue
      }
    }
    return WordKeys(consume keys)
  }

  /// The length of what a word can have at its end and be of the same matter: "funded" and "funding", "lamp" and "lamps".
  private func ending(of token: Token) -> Int {
    let end = Int(token.end)
    let last = text.bytes[end - 1]
    if last == 0x73 { return 1 }
    guard token.length >= Hearing.shortestInflected else { return 0 }
    if last == 0x67, text.bytes[end - 2] == 0x6E, text.bytes[end - 3] == 0x69 { return 3 }
    return last == 0x64 && text.bytes[end - 2] == 0x65 ? 2 : 0
  }

  private static let shortestInflected = 6
  private static let shortestTelling = 4
  /// Bytes of a word that are compared: "register" and "registration" are of one matter.
  private static let stem = 6
}
