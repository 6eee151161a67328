/// A comment in the notes that accepts a finding: `<!-- heard: allow NAME — reason -->`.
///
/// It reaches the block that it stands in, else the next one with words; before or right below a heading it reaches all that
/// stands under that heading. Only Markdown and HTML have such comments.
struct NotedAllowance: Sendable {
  var name: String
  /// Nil where the comment gives none: then it allows nothing.
  var reason: String?
  /// The whole comment.
  var span: Span
  /// Findings that begin here are allowed.
  var reach: Span
  var isUsed = false

  /// No notes have more in earnest; what each reaches is looked for around it.
  private static let mostRead = 1000

  static func all(in document: Document) -> [NotedAllowance] {
    guard document.format == .markdown || document.format == .html else { return [] }
    let notes = document.notes
    var found: [NotedAllowance] = []
    var index = 0
    var reaches: Reaches?
    while found.count < mostRead, let start = next(Array("<!--".utf8), in: notes, from: index) {
      guard let end = next(Array("-->".utf8), in: notes, from: start + 4) else { break }
      index = end + 3
      // Most comments are somebody else's.
      let content = notes[(start + 4)..<end].drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
      guard content.starts(with: "heard:".utf8) else { continue }
      let words = TextDecoding.string(notes[(start + 4)..<end]).split {
        $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n"
      }
      guard words.count > 1, words[0] == "heard:", words[1] == "allow" else { continue }
      let span = Span(start, end + 3)
      if reaches == nil { reaches = Reaches(document) }
      guard let reach = reaches?.reach(of: span) else { continue }
      found += read(words.dropFirst(2), span, reach)
    }
    return found
  }

  /// One for each name, with the reason behind them.
  private static func read(_ words: ArraySlice<Substring>, _ span: Span, _ reach: Span) -> [NotedAllowance] {
    let names = words.prefix {
      $0.first?.isLetter ?? false && ($0.contains("-") || $0.hasSuffix(",") || $0 == words.first)
    }
    let rest = words.dropFirst(names.count).drop { ["—", "–", "--", "-", ":", "because"].contains($0) }
    let reason = rest.isEmpty ? nil : rest.joined(separator: " ")
    let named = names.map { String($0.last == "," || $0.last == ":" ? $0.dropLast() : $0) }
    return (named.isEmpty ? [""] : named).map { NotedAllowance(name: $0, reason: reason, span: span, reach: reach) }
  }

  private static func next(_ mark: [UInt8], in notes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + mark.count <= notes.count, let next = notes[index...].firstIndex(of: mark[0]) {
      if notes[next...].starts(with: mark) { return next }
      index = next + 1
    }
    return nil
  }
}
