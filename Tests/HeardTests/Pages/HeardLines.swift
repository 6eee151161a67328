/// What a meeting holds, in the lines that pages are written in.
@testable import Heard

enum HeardLines {
  static func lines(of meeting: Meeting, in notes: [UInt8]) -> [HeardLine] {
    let index = LineIndex(notes)
    func line(_ kind: String, _ span: Span, _ text: String, _ attributes: [(name: String, value: String)]) -> HeardLine {
      let at = index.position(of: span.start).line
      return HeardLine(line: at, kind: kind, at: at, text: text, attributes: attributes + [("text", text)])
    }
    let actions = meeting.actions.map { line("action", $0.span, $0.text, attributes(of: $0)) }
    let decisions = meeting.decisions.map { line("decision", $0.span, $0.text, attributes(of: $0)) }
    let questions = meeting.questions.map { line("question", $0.span, $0.text, attributes(of: $0)) }
    let remarks = meeting.remarks.map { line($0.kind.rawValue, $0.span, $0.text, [("by", $0.by ?? "none")]) }
    return actions + decisions + questions + remarks + meeting.people.map { person($0) }
  }

  private static func attributes(of action: Action) -> [(name: String, value: String)] {
    [
      ("owners", list(action.owners)), ("due", due(action.due)), ("said", action.due?.text ?? "none"),
      ("precision", action.due?.precision.rawValue ?? "none"), ("status", action.status.rawValue),
      ("firmness", action.firmness.rawValue), ("carried", action.isCarriedOver ? "yes" : "no"),
      ("told", String(action.repeats.count + 1)),
    ]
  }

  private static func attributes(of decision: Decision) -> [(name: String, value: String)] {
    [
      ("reason", decision.reason ?? "none"), ("by", list(decision.by)), ("votes", decision.votes ?? "none"),
      ("dissent", list(decision.dissent)), ("told", String(decision.repeats.count + 1)),
    ]
  }

  private static func attributes(of question: Question) -> [(name: String, value: String)] {
    [
      ("asker", question.asker ?? "none"), ("to", question.to ?? "none"),
      ("answered", question.isAnswered ? "yes" : "no"), ("answer", question.answer ?? "none"),
    ]
  }

  private static func person(_ person: Person) -> HeardLine {
    HeardLine(
      line: 0, kind: "person", at: 0, text: person.name,
      attributes: [
        ("presence", person.presence.rawValue), ("also", list(person.aliases.sorted())),
        ("organisation", person.organisation ?? "none"),
      ])
  }

  private static func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }

  /// The day; the first and last day of a period; `unknown` where the words give neither.
  private static func due(_ due: Due?) -> String {
    guard let due else { return "none" }
    if let date = due.date { return date.description }
    return due.period.map { "\($0.lowerBound)..\($0.upperBound)" } ?? "unknown"
  }
}
