/// A meeting made by hand in which everything was heard, with given words wherever notes have words.
@testable import Heard

enum MeetingOfAllKinds {
  static func report(_ words: String) -> Report {
    var document = Document(notes: Array("a\nbb\nc\ndd\nee\nff".utf8), format: .markdown)
    document.omissions = [Document.Omission(message: "\(words) were too many", span: Span(14, 16))]
    return Report(name: "notes.md", document: document, meeting: meeting(words))
  }

  private static func meeting(_ words: String) -> Meeting {
    var meeting = Meeting()
    meeting.title = "\(words) Weekly"
    meeting.date = Day(iso: "2026-11-20")
    meeting.people = [
      Person(name: "Ana Silva", aliases: ["Ana", words], organisation: words, presence: .present, span: Span(0, 1)),
      Person(name: "Ben", presence: .absent, span: Span(0, 1)),
      Person(name: words, presence: .mentioned, span: Span(0, 1)),
    ]
    meeting.topics = [Topic(title: "\(words) first", span: Span(0, 1))]
    meeting.turns = [Turn(speaker: 0, label: words, span: Span(0, 1)), Turn(speaker: 9, label: "?", span: Span(0, 1))]
    meeting.actions = actions(words)
    meeting.decisions = [
      Decision(
        id: "d-1", text: "We take \(words)", span: Span(5, 6), repeats: [Span(10, 12)], reason: "because \(words)",
        by: ["Ana Silva"], votes: "3 to 1", dissent: ["\(words) are late"], topic: 0, confidence: 0.9, evidence: [])
    ]
    meeting.questions = [
      Question(
        id: "q-1", text: "Which \(words)?", span: Span(10, 12), asker: "Ben", to: "Ana Silva", confidence: 0.8,
        evidence: []),
      Question(
        id: "q-2", text: "Why \(words)?", span: Span(10, 12), isAnswered: true, answer: "Because of \(words).",
        confidence: 0.8, evidence: []),
    ]
    meeting.remarks = [
      Remark(kind: .win, text: "\(words) went well", span: Span(0, 1), by: "Ana Silva", confidence: 0.8, evidence: [])
    ]
    return meeting
  }

  private static func actions(_ words: String) -> [Action] {
    let evidence = [
      Evidence(cue: "en/action/x", weight: 3.2, span: Span(2, 4)),
      Evidence(cue: "en/section/\(words)", weight: -1.05, span: Span(2, 4)),
      Evidence(cue: "en/action/x", weight: 1, span: Span(2, 4)),
    ]
    let friday = Due(date: Day(iso: "2026-11-27"), period: nil, precision: .day, text: "by Friday", span: Span(2, 4))
    var week = Due(date: nil, period: nil, precision: .week, text: "next week", span: Span(7, 9))
    if let first = Day(iso: "2026-11-23") { week.period = first...(first + 6) }
    return [
      Action(
        id: "a-1", text: "send \(words)", span: Span(2, 4), owners: ["Ana Silva", "Ben"], due: friday, firmness: .asked,
        topic: 0, confidence: 0.97, evidence: evidence),
      Action(
        id: "a-2", text: "find \(words)", span: Span(7, 9), status: .done, isCarriedOver: true, topic: 7, confidence: 1,
        evidence: []),
      Action(
        id: "a-3", text: "keep \(words)", span: Span(7, 400), owners: ["Ben"], due: week, firmness: .hedged,
        confidence: 0.5, evidence: []),
    ]
  }
}
