/// Tells which questions the notes answer: by a child item, by the sentence behind the question, or by the next speaker.
struct Answers {
  let utterances: [UtteranceRecord]
  let parties: Parties
  /// How many utterances after a question its answer may begin, and after a guess its putting off.
  static let reach = 3
  /// The same in the channel of a chat, where talk crosses.
  static let chatReach = 12
  /// Of a reply that needs none of the question's words: "4711".
  private static let fewWords = 3
  /// In bytes: the marks behind a question's words.
  private static let closing = 4
  /// How many utterances behind a question its topic's conclusion is looked for.
  static let longestTalk = 60
  /// How many utterances below a question are searched for a child that answers.
  static let children = 12

  /// The answer's words, or nil where the question stays open.
  func answer(to question: Candidate, after rest: String?) -> String? {
    if let rest { return rest }
    guard utterances.indices.contains(question.utterance) else { return nil }
    let asked = utterances[question.utterance]
    if let answer = child(answering: question, asked) { return answer }
    if asked.depth < 0, let conclusion = conclusion(rightBehind: question.utterance) { return conclusion }
    if asked.isHeading { return affirmation(of: question.utterance) ?? settlement(of: question, asked) }
    let answer = asked.isChat ? chatReply(to: question, asked) : reply(to: question, asked)
    return answer ?? settlement(of: question, asked) ?? conclusion(of: question, asked)
  }

  /// What somebody else says next. Where nobody is named as asking, only a line with a name tells that somebody replies.
  private func reply(to question: Candidate, _ asked: UtteranceRecord) -> String? {
    guard asked.voice != Parties.none else {
      guard let position = following(question.utterance, 1).first else { return nil }
      let next = utterances[position]
      if next.isMarkedAnswer || next.isDiscussion && !next.defers { return next.opening }
      if decides(next, question), next.depth >= asked.depth { return next.opening }
      if isTold(next, to: question, asked) { return next.opening }
      if next.affirms, next.voice == Parties.none, next.depth == asked.depth, !next.asks, !next.defers { return next.opening }
      if next.depth == asked.depth, next.depth >= 0, next.voice == Parties.none, isPlainReply(next, to: question, sharing: 2),
        tells(next, what: asked)
      {
        return next.opening
      }
      return next.depth == asked.depth && !next.isHeading && !question.isIndirect ? spoken(position, to: asked) : nil
    }
    var isInDoubt = false
    for position in following(question.utterance, Answers.reach) {
      let reply = utterances[position]
      if reply.isMarkedAnswer { return reply.opening }
      if reply.isTurnHead { continue }
      // What stands further out goes on with what the question was a remark on.
      if reply.isAside || reply.depth < asked.depth { return nil }
      if reply.doubts, reply.voice != asked.voice { isInDoubt = true }
      if reply.isEcho || reply.doubts { continue }
      // Once somebody said that they don't know, what follows may be of something else.
      if isInDoubt, !reply.affirms, reply.words > Answers.fewWords, reply.tellingKeys.shared(with: question.tellingKeys) == 0 { return nil }
      if !tells(reply, what: asked) { continue }
      if question.isIndirect, !reply.affirms, !reply.takesSide { return nil }
      // A line of nobody's among those with names tells of something on the way, unless it is to the matter.
      if reply.voice == Parties.none {
        if decides(reply, question) { return reply.opening }
        if reply.affirms, position == question.utterance + 1, reply.depth == asked.depth, !reply.asks { return reply.opening }
        if isPlainReply(reply, to: question, sharing: 1), reply.depth == asked.depth { return reply.opening }
        continue
      }
      if isBeside(reply, question, asked) { continue }
      return spoken(position, to: asked)
    }
    return nil
  }

  /// Somebody else asks something before the one who is asked has spoken.
  private func isBeside(_ reply: UtteranceRecord, _ question: Candidate, _ asked: UtteranceRecord) -> Bool {
    guard reply.asks, !reply.affirms, reply.voice != asked.voice else { return false }
    return question.addressee.flatMap { parties.known($0) }.map { $0 != reply.voice } ?? false
  }

  /// "This was rejected by the council.": settles the question, pointing back at it or in its own words.
  private func decides(_ reply: UtteranceRecord, _ question: Candidate) -> Bool {
    reply.decides && !reply.asks && closes(question)
      && (reply.isVerdict || reply.tellingKeys.shared(with: question.tellingKeys) > 0)
  }

  /// "Ana explained …", right behind what somebody asked: tells the reply, or offers one where more than yes or no is asked.
  private func isTold(_ reply: UtteranceRecord, to question: Candidate, _ asked: UtteranceRecord) -> Bool {
    guard reply.depth == asked.depth, !reply.isHeading, !reply.asks, !reply.defers, !reply.doubts, closes(question) else {
      return false
    }
    return reply.reports && question.isIndirect || reply.offers && asked.asksMore
  }

  /// Nothing was said behind the question in its own utterance: that would have been its answer.
  private func closes(_ question: Candidate) -> Bool {
    question.span.end + Answers.closing >= utterances[question.utterance].span.end
  }

  /// A statement of nobody's that speaks of what was asked, in so many of its words.
  private func isPlainReply(_ reply: UtteranceRecord, to question: Candidate, sharing words: Int) -> Bool {
    closes(question) && !reply.isTask && !reply.asks && !reply.defers && !reply.doubts && !reply.isEcho && !reply.isAside
      && !reply.isHeading && !reply.weighs && !reply.proposes && !question.isIndirect
      && reply.tellingKeys.shared(with: question.tellingKeys) >= words
  }

  /// In a chat others talk on meanwhile. What answers is said to whoever asked, by whom they asked, in a word, or to the matter.
  private func chatReply(to question: Candidate, _ asked: UtteranceRecord) -> String? {
    var others = 0
    let addressee = question.addressee.flatMap { parties.known($0) }
    for position in following(question.utterance, Answers.chatReach) {
      let reply = utterances[position]
      if reply.isMarkedAnswer { return reply.opening }
      if reply.isEcho && !reply.affirms || reply.isAside || reply.doubts { continue }
      let isRelated = reply.tellingKeys.shared(with: question.tellingKeys) > 0
      let speaker = reply.voice
      if speaker == Parties.none { continue }
      if speaker == asked.voice {
        if others == 0, isRelated, !reply.asks, !reply.defers { return reply.opening }
        continue
      }
      let isToAsker = reply.addressee != Parties.none && reply.addressee == asked.voice
      if reply.addressee != Parties.none, !isToAsker { continue }
      others += 1
      let isAskedOne = addressee == speaker && others <= Answers.reach
      if reply.defers {
        if isToAsker || isAskedOne || isRelated { return nil }
        continue
      }
      if reply.asks, !reply.answersItself { continue }
      let isNext = others == 1 && position - question.utterance <= 2
      let isTold = !asked.asksFor.isEmpty && tells(reply, what: asked)
      if isToAsker || isAskedOne || isRelated { return reply.opening }
      if others <= Answers.reach, reply.affirms || isTold { return reply.opening }
      if isNext, asked.asksMore, asked.asksFor.isEmpty { return reply.opening }
    }
    return nil
  }

  /// Positions behind one, in the same topic.
  private func following(_ index: Int, _ count: Int) -> Range<Int> {
    var end = index + 1
    while end < utterances.count, end - index <= count, utterances[end].topic == utterances[index].topic { end += 1 }
    return index + 1..<end
  }

  /// A bullet under the question answers it, unless it asks, puts off or only remarks, or a later one puts off the matter.
  private func child(answering question: Candidate, _ asked: UtteranceRecord) -> String? {
    let index = question.utterance
    var deepest = Int.max
    var found: Int?
    for position in following(index, Answers.children) {
      let reply = utterances[position]
      let isListLine = reply.isListLine && !asked.isListLine && reply.block == asked.block
      guard isListLine || reply.depth > asked.depth else { break }
      // What stands below a child that asks back is said to that child.
      if reply.depth > deepest { continue }
      if reply.defers, reply.depth == asked.depth + 1 { return nil }
      if found != nil { continue }
      if reply.asks || reply.defers || reply.doubts {
        deepest = reply.depth
        continue
      }
      if reply.isEcho || reply.isAside || reply.proposes || reply.weighs && !asked.asksMore { continue }
      // An address alone tells where something is, and neither yes nor no.
      if reply.words == 0, !asked.asksMore, reply.opening.hasPrefix("http") { continue }
      // "Ana asks the mayor" leaves it to her.
      if reply.isOwned, !reply.decides, reply.tellingKeys.shared(with: question.tellingKeys) == 0 { continue }
      if !isListLine, reply.voice != Parties.none, reply.voice == asked.voice { continue }
      if reply.guesses && isPutOff(behind: position) { return nil }
      found = position
    }
    return found.map { utterances[$0].opening }
  }

  /// What the next speaker says answers, unless it asks back or puts off, or is a guess and somebody puts off behind it.
  private func spoken(_ position: Int, to asked: UtteranceRecord) -> String? {
    let reply = utterances[position]
    let (speaker, addressee) = (reply.voice, reply.addressee)
    guard speaker != Parties.none, speaker != asked.voice, !reply.defers, !reply.doubts, !reply.isAside else {
      return nil
    }
    if addressee != Parties.none, addressee != asked.voice, asked.voice != Parties.none { return nil }
    guard !reply.asks || reply.affirms || reply.answersItself else { return afterAskingBack(position, to: asked) }
    return reply.guesses && !reply.affirms && isPutOff(behind: position) ? nil : reply.opening
  }

  /// "When do we print?" – "Which leaflet?" – "The blue one." – "On Friday.": whoever asked back answers, once it was told.
  private func afterAskingBack(_ position: Int, to asked: UtteranceRecord) -> String? {
    let next = following(position, 2)
    guard next.count == 2, let last = next.last else { return nil }
    let told = utterances[last - 1]
    let reply = utterances[last]
    guard told.voice == asked.voice, !told.asks, reply.voice == utterances[position].voice, !reply.asks,
      !reply.defers, !reply.doubts, !reply.isEcho, !reply.isAside
    else { return nil }
    return reply.opening
  }

  /// Whether a reply may tell what was asked for: a time for "when", a person for "who", an amount for "how many".
  private func tells(_ reply: UtteranceRecord, what asked: UtteranceRecord) -> Bool {
    if asked.asksFor.isEmpty || reply.asks || reply.affirms { return true }
    return !asked.asksFor.isDisjoint(with: reply.tells)
  }

  private func isPutOff(behind position: Int) -> Bool {
    following(position, Answers.reach).contains { utterances[$0].defers || utterances[$0].doubts }
  }

  /// What stands under "Conclusion" or behind "Resolution:" where that comes close behind the question, or behind the last of a few.
  private func conclusion(rightBehind index: Int) -> String? {
    let behind = utterances[(index + 1)...].prefix(Answers.reach + 1)
    guard let told = behind.first(where: { $0.concludes && !$0.asks }), told.heading == utterances[index].heading, !told.defers,
      !told.doubts
    else { return nil }
    return told.opening
  }

  /// "Yes, …" below a heading that asks.
  private func affirmation(of index: Int) -> String? {
    guard let position = following(index, 1).first else { return nil }
    let reply = utterances[position]
    return reply.affirms && !reply.asks && !reply.defers && !reply.doubts && !reply.isHeading ? reply.opening : nil
  }

  /// What stands below the talk as its conclusion, or was settled in it, where it is about the same.
  private func conclusion(of question: Candidate, _ asked: UtteranceRecord) -> String? {
    var position = question.utterance + 1
    while position < utterances.count, position - question.utterance <= Answers.longestTalk,
      utterances[position].heading == asked.heading
    {
      let told = utterances[position]
      let shared = told.tellingKeys.shared(with: question.tellingKeys)
      let isSettled = told.decides && !question.isIndirect && shared >= min(2, question.tellingKeys.count)
      if told.concludes || isSettled, !told.asks, !told.defers, shared > 0,
        !isOfAnother(told, position, sharing: shared, asked, question)
      {
        return told.opening
      }
      position += 1
    }
    return nil
  }

  /// In a list of questions, a conclusion is of the one that it shares the most words with.
  private func isOfAnother(
    _ told: UtteranceRecord, _ position: Int, sharing shared: Int, _ asked: UtteranceRecord, _ question: Candidate
  ) -> Bool {
    guard asked.depth >= 0, asked.voice == Parties.none else { return false }
    return utterances[max(0, question.utterance - Answers.children)..<min(position, question.utterance + Answers.children)]
      .contains { other in
        other.asks && other.depth == asked.depth && other.heading == asked.heading && other.block != asked.block
          && told.tellingKeys.shared(with: other.tellingKeys) > shared
      }
  }

  /// In prose that names no speakers, what the group says it does about the matter.
  private func settlement(of question: Candidate, _ asked: UtteranceRecord) -> String? {
    guard asked.depth < 0, asked.voice == Parties.none else { return nil }
    for position in following(question.utterance, Answers.reach) {
      let reply = utterances[position]
      guard reply.depth < 0, reply.voice == Parties.none, !reply.asks else { return nil }
      if reply.settles, !reply.defers, !reply.doubts, reply.tellingKeys.shared(with: question.tellingKeys) > 0 {
        return reply.opening
      }
    }
    return nil
  }
}
