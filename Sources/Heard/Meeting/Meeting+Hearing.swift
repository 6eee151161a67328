/// Makes a meeting of what was heard: names for people, one item for what was told twice, an id for each.
import HeardGrammar

extension Meeting {
  /// Hears a document.
  public init(heardIn document: Document, _ grammar: Grammar, _ options: HearingOptions = HearingOptions()) {
    var trace: [TraceEntry] = []
    self.init(heardIn: document, grammar, options, trace: &trace)
  }

  /// Hears a document and tells what every cue said on the way, where `options.keepsTrace` asks for it.
  public init(heardIn document: Document, _ grammar: Grammar, _ options: HearingOptions, trace: inout [TraceEntry]) {
    var hearing = Hearing(document, grammar, options)
    hearing.hearAll()
    trace = hearing.trace
    title = hearing.title()
    language = hearing.language.name
    date = hearing.day
    topics = hearing.topics
    let known = hearing.roster.people
    let order = known.indices.filter { !hearing.roster.isSilent($0) }.sorted {
      (known[$0].span.start, $0) < (known[$1].span.start, $1)
    }
    people = order.map { known[$0] }
    turns = hearing.turns()
    for index in turns.indices {
      turns[index].speaker = turns[index].speaker.flatMap { order.firstIndex(of: $0) }
    }
    let answers = Answers(utterances: hearing.utterances, parties: hearing.parties)
    let repeats = Merging.merge(&hearing.candidates)
    for (index, candidate) in hearing.candidates.enumerated()
    where candidate.confidence >= options.minimalConfidence {
      add(candidate, repeats[index], known, answers, hearing)
    }
    nameItems()
    signs = hearing.signs
    nextMeeting = hearing.nextDay
    chair = hearing.chair()
    omissions = hearing.omissions
    noteGuards(hearing.roster)
  }

  /// Says what was too much to be looked at.
  private mutating func noteGuards(_ roster: Roster) {
    note(
      roster.beyondGuard, roster,
      "The names of more than \(Guards.namesAlike) people begin alike; short forms were only looked for among those")
    note(roster.manySpelled, roster, "The notes have more than \(Guards.spellings) spellings of one person; only the first were kept")
  }

  private mutating func note(_ person: Int?, _ roster: Roster, _ message: @autoclosure () -> String) {
    guard let person else { return }
    omissions.append(.init(message: message(), span: roster.people[person].span))
  }

  /// What is seen of each sentence of a document, for learning weights.
  public static func features(in document: Document, _ grammar: Grammar, _ options: HearingOptions) -> [SentenceFeatures] {
    var options = options
    options.keepsFeatures = true
    var hearing = Hearing(document, grammar, options)
    hearing.hearAll()
    return hearing.features
  }

  private mutating func add(
    _ candidate: Candidate, _ repeats: [Span], _ known: [Person], _ answers: Answers, _ hearing: borrowing Hearing
  ) {
    let names = candidate.owners.map { $0.named(in: known) }
    let confidence = candidate.confidence
    switch candidate.kind {
    case .action:
      actions.append(
        Action(
          id: "", text: candidate.text, span: candidate.span, repeats: repeats, owners: names,
          groups: candidate.owners.compactMap { hearing.group($0) }, due: candidate.due, status: candidate.status,
          firmness: candidate.firmness, isTakenOn: candidate.isTakenOn, isCarriedOver: candidate.isCarriedOver,
          day: candidate.day ?? hearing.day,
          topic: candidate.topic, confidence: confidence, evidence: candidate.evidence))
    case .decision:
      decisions.append(
        Decision(
          id: "", text: candidate.text, span: candidate.span, repeats: repeats, reason: candidate.reason, by: names,
          votes: candidate.votes, dissent: candidate.dissent, topic: candidate.topic, confidence: confidence,
          evidence: candidate.evidence))
    case .question:
      let answer = answers.answer(to: candidate, after: candidate.answer)
      questions.append(
        Question(
          id: "", text: candidate.text, span: candidate.span, repeats: repeats, asker: names.first,
          to: candidate.addressee?.named(in: known), isAnswered: answer != nil, answer: answer, topic: candidate.topic,
          confidence: confidence, evidence: candidate.evidence))
    case .win, .setback, .disagreement:
      let kind: Remark.Kind = candidate.kind == .win ? .win : candidate.kind == .setback ? .setback : .disagreement
      remarks.append(
        Remark(
          kind: kind, text: candidate.text, span: candidate.span, by: names.first, topic: candidate.topic,
          confidence: confidence, evidence: candidate.evidence))
    }
  }

  /// Gives every item an id of its content; equal content is numbered.
  private mutating func nameItems() {
    var seen = NumberMap<Int>()
    for index in actions.indices {
      actions[index].id = Meeting.id("a", actions[index].text, actions[index].owners, &seen)
    }
    for index in decisions.indices { decisions[index].id = Meeting.id("d", decisions[index].text, [], &seen) }
    for index in questions.indices { questions[index].id = Meeting.id("q", questions[index].text, [], &seen) }
  }

  private static func id(_ prefix: String, _ text: String, _ owners: [String], _ seen: inout NumberMap<Int>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    add(prefix, to: &hash)
    addPart(text, to: &hash)
    for owner in owners { addPart(owner, to: &hash) }
    let place = seen.place(of: hash)
    let count = place.map { seen.values[$0] } ?? 0
    if let place { seen.change(place) { $0 += 1 } } else { seen.add(hash, 1) }
    return prefix + "-" + lastDigits(of: hash) + (count > 0 ? "-\(count + 1)" : "")
  }

  private static func addPart(_ text: String, to hash: inout UInt64) {
    hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    add(text, to: &hash)
  }

  private static func add(_ text: String, to hash: inout UInt64) {
    var text = text
    hash = text.withUTF8 { $0.reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } }
  }

  /// The last eight digits to the base of 36.
  private static func lastDigits(of number: UInt64) -> String {
    String(unsafeUninitializedCapacity: 8) { digits in
      var rest = number
      var count = 0
      repeat {
        let digit = UInt8(truncatingIfNeeded: rest % 36)
        digits[count] = digit < 10 ? 0x30 + digit : 0x57 + digit
        rest /= 36
        count += 1
      } while rest > 0 && count < 8
      for place in 0..<count / 2 { digits.swapAt(place, count - 1 - place) }
      return count
    }
  }
}

extension Hearing {
  /// The notes' own title: a field that says so, else the first heading, unless it is only the first of several topics.
  func title() -> String? {
    if let field = fields.first(where: { $0.role == "title" && !$0.text.isEmpty }) { return field.text }
    let headings = outline.scopes.indices.dropFirst().filter { outline.scopes[$0].kind == .heading }
    guard let first = headings.first(where: { outline.scopes[$0].level <= 2 && outline.scopes[$0].role == nil }) else {
      return nil
    }
    let scope = outline.scopes[first]
    // Behind words of its own, or behind a heading that says what stands under it, one of many is a topic.
    let opensNotes = headings.first == first && !document.blocks[..<scope.block].contains { $0.isLeaf }
    let isAlone = headings.allSatisfy { $0 == first || outline.scopes[$0].level != scope.level }
    return opensNotes || isAlone ? scope.titleText : nil
  }

  /// Stretches that one speaker holds.
  func turns() -> [Turn] {
    var turns: [Turn] = []
    for utterance in utterances {
      guard let speaker = parties[utterance.speaker] else { continue }
      var index: Int?
      if case .person(let person) = speaker { index = person }
      let label = speaker.named(in: roster.people)
      if let last = turns.last, last.label == label, last.speaker == index {
        turns[turns.count - 1].span = last.span.union(utterance.span)
      } else {
        turns.append(Turn(speaker: index, label: label, span: utterance.span))
      }
    }
    return turns
  }
}
