/// Sums up by topic: what was settled, what is to be done, what is open, and what was said where none of this was heard.
extension Reflecting {
  /// Sentences of a summary where no length is asked for.
  static let usualLength = 15

  /// A sentence that may become part of the summary.
  private struct Line {
    var sentence: Sentence
    var topic: Int?
    /// What has to be said first where there is no room for all; less comes first.
    var order: Int
    /// Named where it is left out.
    var isOwed: Bool
    /// The words that name it, and whose it is.
    var name: String
    var owners = ""
  }

  mutating func summary() -> (summary: [TopicSummary], leftOut: [Sentence]) {
    let length = max(0, options.length ?? Reflecting.usualLength)
    let lines = decisionLines() + actionLines() + questionLines() + remarkLines()
    let order = lines.indices.sorted { (lines[$0].topic ?? -1, lines[$0].order, $0) < (lines[$1].topic ?? -1, lines[$1].order, $1) }
    owed = lines.filter(\.isOwed).map(\.sentence)
    var isKept = Array(repeating: false, count: lines.count)
    let kept = order.indices.sorted { (lines[order[$0]].order, $0) < (lines[order[$1]].order, $1) }.prefix(length)
    for place in kept { isKept[order[place]] = true }
    var room = length - kept.count
    var summary: [TopicSummary] = []
    var central: CentralSentences?
    let used = room > 0 ? lines.map(\.sentence.spans[0]) : []
    var next = 0
    for (topic, leaves) in stretches() {
      let first = next
      while next < order.count, lines[order[next]].topic == topic { next += 1 }
      let own = order[first..<next]
      var sentences = own.filter { isKept[$0] }.map { lines[$0].sentence }
      let hasOutcome = !own.isEmpty
      // The title of the whole, a day, a heading over other headings: nobody talks there.
      if !hasOutcome, let topic, leaves.isEmpty || titles.isOfTheWhole(title(of: topic), isFirst: topic == 0) { continue }
      if !hasOutcome || isTranscript && meeting.topics.isEmpty, room > 0 {
        let count = min(room, meeting.topics.isEmpty ? 3 : 1)
        var reader = central ?? CentralSentences(grammar, language: meeting.language)
        let said = reader.sentences(of: leaves, in: document, count: count, besides: used)
        central = reader
        room -= said.count
        sentences += said.map { centralSentence($0.text, $0.span, topic) }
      }
      let isNamed = topic.map { !title(of: $0).isEmpty && !titles.isRoutine(title(of: $0)) } ?? meeting.topics.isEmpty
      if !hasOutcome, isNamed { sentences.insert(noOutcome(topic), at: 0) }
      if sentences.isEmpty { continue }
      summary.append(TopicSummary(topic: topic, title: title(of: topic), sentences: sentences, hasOutcome: hasOutcome))
    }
    let leftOut = order.filter { !isKept[$0] && lines[$0].isOwed }.map { leftOutSentence(lines[$0]) }
    return (summary, leftOut)
  }

  /// Decisions and firm actions whose sentences were dropped, named in the notes' own words.
  mutating func namesOfUnsaid(in reflection: Reflection) -> [Sentence] {
    let said = Set((reflection.summary.flatMap(\.sentences) + reflection.leftOut).flatMap(\.subjects))
    return owed.filter { said.isDisjoint(with: $0.subjects) }.map {
      var sentence = $0
      sentence.text = quote(notes.words(of: sentence.spans[0]), 12)
      (sentence.claim, sentence.use) = (nil, nil)
      return sentence
    }
  }

  private var isTranscript: Bool { meeting.turns.count > 3 }

  private func title(of topic: Int?) -> String {
    topic.map { Wordplay.trimmed(NotesWords.onOneLine(meeting.topics[$0].title)) } ?? ""
  }

  private func leftOutSentence(_ line: Line) -> Sentence {
    var sentence = line.sentence
    let name = line.owners.isEmpty ? line.name : line.owners + ": " + line.name
    sentence.text = frames.sentence("left out", [.words: name])
    sentence.use = Frames.Use(frame: "left out", words: [.owners: line.owners, .words: line.name])
    return sentence
  }

  private func noOutcome(_ topic: Int?) -> Sentence {
    let said = frames.said("no outcome", [:])
    var sentence = Sentence(
      text: said.text, spans: topic.map { [meeting.topics[$0].span] } ?? [],
      subjects: topic.map { [.topic($0)] } ?? [])
    sentence.use = said.use
    return sentence
  }

  private mutating func centralSentence(_ text: String, _ span: Span, _ topic: Int?) -> Sentence {
    let turn = meeting.turn(of: span)
    // The first sentence of a line holds the speaker's label, which is not what was said.
    let span = Span(max(span.start, turn?.span.start ?? 0), span.end)
    var text = notes.words(of: span)
    if let label = turn?.label, text.hasPrefix(label + ":") { text = String(text.dropFirst(label.count + 1)) }
    let words: Frames.Words = [.quote: quote(text), .person: turn?.label ?? ""]
    let said = frames.said("central", words)
    var sentence = Sentence(
      text: said.text, spans: [span], subjects: topic.map { [.topic($0)] } ?? [])
    sentence.use = said.use
    return sentence
  }

  /// The topics in order, and before them what stands under none, each with the leaves in which people talk.
  private func stretches() -> [(topic: Int?, leaves: [Int])] {
    var stretches: [(topic: Int?, leaves: [Int])] = [(nil, [])]
    let starts = meeting.topics.map(\.span.start)
    for index in document.blocks.indices {
      let block = document.blocks[index]
      while stretches.count <= starts.count, starts[stretches.count - 1] < block.span.end, block.isLeaf {
        stretches.append((stretches.count - 1, []))
      }
      let isTalk = (block.kind == .paragraph || block.kind == .turn) && !isRoll(block)
      if isTalk, !block.flags.contains(.service) { stretches[stretches.count - 1].leaves.append(index) }
    }
    while stretches.count <= starts.count { stretches.append((stretches.count - 1, [])) }
    return stretches
  }

  /// Several people are declared in a leaf in which nobody speaks.
  private func isRoll(_ block: Block) -> Bool {
    let declared = meeting.people.prefix(Reflecting.mostOfRoll).count {
      $0.presence != .mentioned && block.span.start <= $0.span.start && $0.span.end <= block.span.end
    }
    return declared >= Reflecting.fewestOfRoll && meeting.turn(of: block.span) == nil
  }

  private static let fewestOfRoll = 3
  /// Each leaf looks at these.
  private static let mostOfRoll = 64

  // MARK: Lines

  private mutating func decisionLines() -> [Line] {
    var lines: [Line] = []
    for (index, decision) in meeting.decisions.enumerated() {
      let text = quote(verbatim(decision.text, decision.span), 60)
      let reason = decision.reason.map { quote(restating.withoutLabel($0)) }.flatMap { Quotations.hold(text, $0) ? nil : $0 }
      let said = frames.said("settled", [.words: Wordplay.capitalized(text), .reason: reason ?? ""])
      lines.append(
        Line(
          sentence: Sentence(said, decision.span, .decision(index)), topic: decision.topic, order: 0, isOwed: true,
          name: quote(text, 12)))
    }
    return lines
  }

  private mutating func actionLines() -> [Line] {
    var lines: [Line] = []
    for (index, action) in meeting.actions.enumerated() {
      let owners = action.owners.joined(separator: ", ")
      let text = quote(action.text, 40)
      var words: Frames.Words = [.owners: owners, .words: text, .due: due.dated(action.due)]
      if let dated = action.due.flatMap({ DueWords.dated(text, $0) }) { (words[.words], words[.due]) = (dated, "") }
      var (frame, order) = (owners.isEmpty ? "to do, nobody named" : "to do", action.due == nil ? 2 : 1)
      switch (action.status, action.firmness) {
      case (.done, _): (frame, order) = ("done", 6)
      case (_, .hedged):
        (frame, order) = ("hedged", 4)
        words[.quote] = quote(sentence(at: action.span, else: action.text))
      case (_, .asked) where !isTaken(action): (frame, order) = (owners.isEmpty ? "asked of nobody" : "asked of somebody", 4)
      default: break
      }
      if frame.hasPrefix("to do"), let said = whole(action, text) {
        frame = owners.isEmpty ? "to do, as said, nobody named" : "to do, as said"
        words[.quote] = said
        if let due = action.due, DueWords.dated(said, due) != nil { words[.due] = "" }
      }
      let sentence = Sentence(frames.said(frame, words), action.span, .action(index))
      let isFirm = action.status == .open && action.firmness != .hedged && action.firmness != .asked
      let name = isFirm ? quote(words[.quote] ?? text, 10) : ""
      // "Ana: Ana owns the list" names her twice.
      let isInIt = words[.quote] != nil && action.owners.count == 1 && NamingWords(name, grammar).name(mentions.forms(of: owners))
      lines.append(
        Line(sentence: sentence, topic: action.topic, order: order, isOwed: isFirm, name: name, owners: isInIt ? "" : owners))
    }
    return lines
  }

  private mutating func isTaken(_ action: Action) -> Bool {
    for owner in action.owners where acceptance(of: action, by: owner) != nil { return true }
    return false
  }

  /// The whole sentence of a task that does not stand alone: it points at what was said before, or lacks its verb.
  private mutating func whole(_ action: Action, _ text: String) -> String? {
    let points = restating.pointsOutside(text, mentions.everybody)
    guard points || lacksItsVerb(action) else { return nil }
    let sentence = quote(sentence(at: action.span, else: text))
    if sentence == text || sentence.isEmpty { return nil }
    // "Ana - write to them" says of Ana what the frame says already.
    return isLabel(sentence.hasSuffix(text) ? sentence.dropLast(text.count) : "", of: action.owners) ? text : sentence
  }

  /// "Ana - ", "Ana: " for one of these people.
  private func isLabel(_ words: Substring, of people: [String]) -> Bool {
    let signs: [Character] = [" ", "-", "–", "—", ":"]
    let name = words.reversed().drop { signs.contains($0) }.reversed()
    guard !name.isEmpty, words.dropFirst(name.count).contains(where: { $0 != " " }) else { return false }
    let written = String(name)
    return people.contains { person in
      person == written || person.hasPrefix(written + " ")
        || meeting.people.contains { $0.name == person && $0.aliases.contains(written) }
    }
  }

  private mutating func questionLines() -> [Line] {
    var lines: [Line] = []
    for (index, question) in meeting.questions.enumerated() {
      guard !question.isAnswered else { continue }
      let words: Frames.Words = [.words: quote(verbatim(question.text, question.span), 50), .person: question.asker ?? ""]
      let line = Line(
        sentence: Sentence(frames.said("open", words), question.span, .question(index)),
        topic: question.topic, order: 3, isOwed: false, name: "")
      lines.append(line)
    }
    return lines
  }

  private mutating func remarkLines() -> [Line] {
    var lines: [Line] = []
    for (index, remark) in meeting.remarks.enumerated() {
      guard remark.kind == .disagreement, isOfItsOwn(remark: index) else { continue }
      let words: Frames.Words = [.quote: quote(remark.text), .person: remark.by ?? ""]
      let line = Line(
        sentence: Sentence(frames.said("not agreed", words), remark.span, .remark(index)),
        topic: remark.topic, order: 5, isOwed: false, name: "")
      lines.append(line)
    }
    return lines
  }
}
