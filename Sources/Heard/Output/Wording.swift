/// How outputs for people put what was heard into words.
enum Wording {
  static let nobody = "nobody named"
  static let noDue = "no due date"

  /// The notes' words, and the day or days that they come to: `by Friday (2026-11-27)`.
  static func due(_ due: Due?) -> String {
    guard let due else { return noDue }
    let words = due.text.isEmpty ? "" : due.text
    let days: String
    if let date = due.date {
      days = date.description
    } else if let period = due.period {
      days = period.lowerBound.description + " to " + period.upperBound.description
    } else {
      return words.isEmpty ? noDue : words
    }
    return words.isEmpty || words == days ? days : words + " (" + days + ")"
  }

  static func owners(_ action: Action) -> String {
    action.owners.isEmpty ? nobody : action.owners.joined(separator: ", ")
  }

  /// What makes an action less than a firm promise, or nil.
  static func firmness(_ action: Action) -> String? {
    switch action.firmness {
    case .hedged: "hedged"
    case .asked: action.isTakenOn ? nil : "asked, not yet taken on"
    case .firm, .unknown: nil
    }
  }

  static func person(_ person: Person) -> String {
    person.organisation.map { "\(person.name) (\($0))" } ?? person.name
  }

  /// `17` or `17, 23`: the lines on which spans begin, each once.
  static func lines(_ spans: [Span], in report: Report) -> String {
    var lines: [Int] = []
    for span in spans where !lines.contains(report.line(span)) { lines.append(report.line(span)) }
    return lines.map { String($0) }.joined(separator: ", ")
  }

  static func again(_ repeats: [Span], in report: Report) -> String? {
    guard !repeats.isEmpty else { return nil }
    return "again on line " + repeats.map { String(report.line($0)) }.joined(separator: ", ")
  }

  /// Why something was decided, where its own words do not say so already.
  static func reason(_ decision: Decision) -> String? {
    decision.reason.flatMap { says(decision.text, $0) ? nil : $0 }
  }

  /// Whether a text holds the words of a part of it. Texts longer than anybody's sentence count as saying nothing.
  private static func says(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard part.count <= text.count, text.count <= 4096 else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)] == part[...] }
  }

  /// The sides of a decision besides its words: who, votes, dissent.
  static func circumstances(_ decision: Decision) -> [String] {
    var parts: [String] = []
    if !decision.by.isEmpty { parts.append("by " + decision.by.joined(separator: ", ")) }
    if let votes = decision.votes, !says(decision.text, votes) { parts.append("votes: " + votes) }
    let dissent = decision.dissent.filter { !says(decision.text, $0) }
    if !dissent.isEmpty { parts.append("against: " + dissent.joined(separator: "; ")) }
    return parts
  }

  static func parties(_ question: Question) -> [String] {
    var parts: [String] = []
    if let asker = question.asker { parts.append("asked by " + asker) }
    if let to = question.to { parts.append("to " + to) }
    return parts
  }

  static func title(_ kind: Remark.Kind) -> String {
    switch kind {
    case .win: "Wins"
    case .setback: "Setbacks"
    case .disagreement: "Disagreements"
    }
  }

  static let remarkKinds: [Remark.Kind] = [.win, .setback, .disagreement]
}
