/// One line of what is heard: `action 3: send the budget | owners: Ana Silva | due: 2026-11-27`.
@testable import Heard

struct HeardLine {
  /// Line of the page that says it; of the notes, for what was heard.
  var line: Int
  /// `action`, `decision`, `question`, `win`, `setback`, `disagreement`, `person`.
  var kind: String
  /// Line of the notes, from 1; 0 for persons.
  var at: Int
  /// Words that the item's text holds; the whole name of a person.
  var text: String
  var attributes: [(name: String, value: String)]

  static let items: Set<String> = ["action", "decision", "question", "win", "setback", "disagreement"]
  var isItem: Bool { HeardLine.items.contains(kind) }

  init(line: Int, kind: String, at: Int, text: String, attributes: [(name: String, value: String)]) {
    (self.line, self.kind, self.at, self.text, self.attributes) = (line, kind, at, text, attributes)
  }

  init?(_ written: String, at line: Int) {
    let parts = written.split(separator: "|").map { HeardLine.trimmed($0) }
    guard let head = parts.first, let colon = head.firstIndex(of: ":") else { return nil }
    let words = head[..<colon].split(separator: " ", maxSplits: 1)
    let rest = HeardLine.trimmed(head[head.index(after: colon)...])
    guard words.count == 2, let kind = words.first else { return nil }
    self.init(line: line, kind: String(kind), at: 0, text: rest, attributes: [])
    if kind == "person" {
      text = String(words[1])
      attributes.append(("presence", rest))
    } else {
      guard HeardLine.items.contains(self.kind), let number = Int(words[1]), !rest.isEmpty else { return nil }
      at = number
    }
    for part in parts.dropFirst() {
      let pair = part.split(separator: ":", maxSplits: 1).map { HeardLine.trimmed($0) }
      guard let name = pair.first else { return nil }
      attributes.append((name, pair.count == 2 ? pair[1] : "yes"))
    }
  }

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  var description: String {
    let details = attributes.filter { $0.name != "presence" }.map { " | \($0.name): \($0.value)" }.joined()
    return kind == "person" ? "person \(text): \(self["presence"] ?? "")\(details)" : "\(kind) \(at): \(text)\(details)"
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
