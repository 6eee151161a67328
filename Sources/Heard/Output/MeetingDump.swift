/// A meeting as text for people who work on heard: every item with its span and the cues that it was heard by.
public struct MeetingDump {
  private let report: Report
  private var out: [UInt8] = []

  public static func append(_ report: Report, to out: inout [UInt8]) {
    var dump = MeetingDump(report)
    dump.write()
    out += dump.out
  }

  private init(_ report: Report) { self.report = report }

  private mutating func write() {
    let meeting = report.meeting
    line(
      "meeting", meeting.title, nil, ["date \(meeting.date?.description ?? "unknown")", "language \(meeting.language)"])
    for person in meeting.people {
      var notes = [person.presence.rawValue]
      if !person.aliases.isEmpty { notes.append("also " + person.aliases.joined(separator: ", ")) }
      line("person", Wording.person(person), person.span, notes)
    }
    for topic in meeting.topics { line("topic", topic.title, topic.span, []) }
    for turn in meeting.turns {
      let speaker = turn.speaker.flatMap { meeting.people.indices.contains($0) ? meeting.people[$0].name : nil }
      line("turn", turn.label, turn.span, speaker.map { ["speaker \($0)"] } ?? [])
    }
    for action in meeting.actions { write(action) }
    for decision in meeting.decisions { write(decision) }
    for question in meeting.questions { write(question) }
    for remark in meeting.remarks {
      line(remark.kind.rawValue, remark.text, remark.span, remark.by.map { ["by \($0)"] } ?? [])
      end(nil, remark.topic, [], remark.confidence, remark.evidence)
    }
    for omission in report.omissions { line("omission", omission.message, omission.span, []) }
  }

  private mutating func write(_ action: Action) {
    var notes = [action.status.rawValue, action.firmness.rawValue, "owners \(action.owners)"]
    if let due = action.due { notes.append("due \(Wording.due(due)), \(due.precision.rawValue) \(place(due.span))") }
    if action.isCarriedOver { notes.append("carried over") }
    line("action", action.text, action.span, notes)
    end(action.id, action.topic, action.repeats, action.confidence, action.evidence)
  }

  private mutating func write(_ decision: Decision) {
    var notes = Wording.circumstances(decision)
    if let reason = decision.reason { notes.append("why: " + reason) }
    line("decision", decision.text, decision.span, notes)
    end(decision.id, decision.topic, decision.repeats, decision.confidence, decision.evidence)
  }

  private mutating func write(_ question: Question) {
    var notes = Wording.parties(question) + [question.isAnswered ? "answered" : "open"]
    if let answer = question.answer { notes.append("answer: " + answer) }
    line("question", question.text, question.span, notes)
    end(question.id, question.topic, question.repeats, question.confidence, question.evidence)
  }

  // MARK: Lines

  private mutating func line(_ kind: String, _ text: String?, _ span: Span?, _ notes: [String]) {
    put(kind)
    if let span { put(" " + place(span)) }
    if let text { put(" “\(text)”") }
    for note in notes { put(" · " + note) }
    out.append(0x0A)
  }

  private mutating func end(
    _ id: String?, _ topic: Int?, _ repeats: [Span], _ confidence: Double, _ evidence: [Evidence]
  ) {
    put("  " + (id.map { $0 + " · " } ?? "") + "confidence \(EvidenceText.number(confidence))")
    if let topic = report.topic(topic) { put(" · topic “\(topic)”") }
    for span in repeats { put(" · again " + place(span)) }
    out.append(0x0A)
    for item in evidence {
      put("  \(EvidenceText.weight(item.weight)) \(item.cue) \(place(item.span))")
      out.append(0x0A)
    }
  }

  private func place(_ span: Span) -> String { EvidenceText.place(span, in: report) }

  private mutating func put(_ text: String) { VisibleText.append(text, to: &out) }
}
