/// Takes up leaf by leaf: its words, who is named in them, and when.
import HeardGrammar

extension Hearing {
  /// The leaf's words alone: no persons, no dates.
  mutating func read(leaf index: Int) {
    for place in begun { tokens.tokens[place].flags.remove(.utteranceStart) }
    begun.removeAll(keepingCapacity: true)
    let leaf = leaves.leaf(index)
    (text, tokens) = (leaf.text, leaf.tokens)
    for place in tokens.dateEnd.indices { (tokens.personEnd[place], tokens.dateEnd[place]) = (0, 0) }
  }

  /// - Parameter isAnswer: the leaf answers "when?", so that "2 weeks" in it is a date.
  mutating func load(_ index: Int, isAnswer: Bool = false) {
    loadPeople(index)
    dateReaders.turn(to: language.ofBlock, spoken)
    dialect = options.dialect ?? writtenOrder ?? dateReaders.dialect
    dateReaders.reader.read(
      tokens.tokens, bytes: text.bytes, range: 0..<tokens.tokens.count, isAnswer: isAnswer, into: &dates)
    for mention in dates where mention.tokens.lowerBound < tokens.dateEnd.count {
      tokens.dateEnd[mention.tokens.lowerBound] = Int32(mention.tokens.upperBound)
    }
  }

  /// The leaf's words and who is named in it: no dates.
  mutating func loadPeople(_ index: Int) {
    read(leaf: index)
    currentDay = day
    let heard = language.language(of: tokens)
    spoken = language.set(heard)
    tagger.lists.languages = spoken
    sentenceReader.languages = spoken
    tagger.tag(tokens, text, roster)
    roster.wake(by: tagger.mentions, tokens, text)
    for (person, word) in tagger.lastNames { roster.lengthen(person, with: word) }
    dates.removeAll(keepingCapacity: true)
  }

  /// Marks a token as the first of what somebody says, as long as its leaf is loaded.
  mutating func beginUtterance(at index: Int) {
    guard !tokens.tokens[index].flags.contains(.utteranceStart) else { return }
    tokens.tokens[index].flags.insert(.utteranceStart)
    begun.append(index)
  }
}
