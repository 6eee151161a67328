/// One document with what was heard in it: what every output takes.
public struct Report: Sendable {
  /// What the notes are called where they are named; nil where they came without a name.
  public let name: String?
  public let document: Document
  public let meeting: Meeting
  /// What of it does not meet the registry's expectations, where that was asked for.
  public private(set) var findings: [Finding]
  public let lines: LineIndex
  /// What heard says back, where it was asked to.
  public var reflection: Reflection?

  /// What was not read or heard, in the order of the notes.
  var omissions: [Document.Omission] {
    (document.omissions + meeting.omissions).enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }.map(\.element)
  }

  /// What of the meeting is printed.
  public enum Part: String, CaseIterable, Sendable {
    case everything, people, actions, decisions, questions, findings, reflection, clarifying
  }

  public init(name: String?, document: Document, meeting: Meeting, findings: [Finding] = []) {
    self.name = name
    self.document = document
    self.meeting = meeting
    self.findings = findings
    lines = LineIndex(document.notes)
  }

  /// The same report with some of its findings.
  public func keeping(_ findings: [Finding]) -> Report {
    var report = self
    report.findings = findings
    return report
  }

  /// The line of an item's first byte, from 1.
  func line(_ span: Span) -> Int { lines.position(of: clamped(span).start).line }

  /// A span that lies within the notes, whatever was given.
  func clamped(_ span: Span) -> Span {
    let start = min(max(span.start, 0), document.notes.count)
    return Span(start, min(max(span.end, start), document.notes.count))
  }

  func topic(_ index: Int?) -> String? {
    guard let index, meeting.topics.indices.contains(index) else { return nil }
    return meeting.topics[index].title
  }

  func people(_ presence: Person.Presence) -> [Person] { meeting.people.filter { $0.presence == presence } }

  /// Nothing at all was heard of a part.
  func isEmpty(_ part: Part) -> Bool {
    switch part {
    case .people: meeting.people.isEmpty
    case .actions: meeting.actions.isEmpty
    case .decisions: meeting.decisions.isEmpty
    case .questions: meeting.questions.isEmpty
    case .reflection: reflection.map { $0.summary.isEmpty && $0.restatements.isEmpty && $0.questions.isEmpty } ?? true
    case .clarifying: reflection?.questions.isEmpty ?? true
    case .findings: findings.isEmpty
    case .everything:
      meeting.people.isEmpty && meeting.actions.isEmpty && meeting.decisions.isEmpty && meeting.questions.isEmpty
        && meeting.remarks.isEmpty
    }
  }

  /// The sentence that stands for a part of which nothing was heard.
  func silence(_ part: Part) -> String {
    switch part {
    case .reflection: "Nothing to say back" + (name.map { " about " + $0 } ?? "") + "."
    case .clarifying: "Nothing to ask" + (name.map { " about " + $0 } ?? "") + "."
    case .everything: "Nothing heard: no people, decisions, actions or questions."
    case .people, .actions, .decisions, .questions, .findings:
      "Nothing heard" + (name.map { " in " + $0 } ?? "") + ": no \(part.rawValue)."
    }
  }
}
