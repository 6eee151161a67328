/// Findings for the terminal: under each notes' name where, what and why, the line with a caret, and whom to ask.
public enum FindingOutput {
  /// Columns of a line of notes that are shown where the terminal has no width.
  private static let width = 120
  /// Columns that the line's number takes with its bar.
  private static let gutter = 9

  /// Appends the findings of one notes; nothing where there are none.
  public static func append(_ report: Report, _ style: TextStyle = TextStyle(), to out: inout [UInt8]) {
    guard !report.findings.isEmpty else { return }
    var layout = TextLayout(style, appendingTo: out)
    out = []
    layout.line("", [StyledText(report.name ?? "standard input", .strong)])
    for finding in report.findings { append(finding, of: report, style, to: &layout) }
    layout.blank()
    out = layout.finished()
  }

  /// The last line: how many findings of which severity in how many notes.
  public static func append(
    countOf counts: [Severity: Int], in notes: Int, _ style: TextStyle = TextStyle(), to out: inout [UInt8]
  ) {
    var layout = TextLayout(style, appendingTo: out)
    out = []
    let parts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      guard let count = counts[severity], count > 0 else { return nil }
      return "\(count) \(severity.rawValue)" + (count == 1 ? "" : "s")
    }
    let files = "\(notes) " + (notes == 1 ? "file" : "files")
    let text = parts.isEmpty ? "No findings in \(files)." : parts.joined(separator: ", ") + " in \(files)."
    layout.line("", [StyledText(text, parts.isEmpty ? .good : .strong)])
    out = layout.finished()
  }

  private static func append(
    _ finding: Finding, of report: Report, _ style: TextStyle, to layout: inout TextLayout
  ) {
    let place = FindingPlace(finding.span, in: report)
    layout.line(
      "  \(place.line):\(place.column) ",
      [
        StyledText(finding.severity.rawValue, weight(finding.severity)), StyledText(finding.message),
        StyledText("[\(finding.expectation)]", .faint),
      ])
    append(lineOf: place, of: report, style, to: &layout)
    for related in finding.related {
      let place = FindingPlace(related.span, in: report)
      layout.line("    ", [StyledText("\(place.line):\(place.column)", .faint), StyledText(related.message)])
    }
    guard let question = finding.question else { return }
    layout.line("    ", [StyledText(question.to.map { "ask \($0):" } ?? "ask:", .good), StyledText(question.text)])
  }

  private static func weight(_ severity: Severity) -> TextStyle.Weight {
    switch severity {
    case .error: .strong
    case .warning: .warning
    case .note, .off: .faint
    }
  }

  // MARK: The line and its caret

  private static func append(
    lineOf place: FindingPlace, of report: Report, _ style: TextStyle, to layout: inout TextLayout
  ) {
    let notes = report.document.notes
    let start = place.span.start - place.column + 1
    let rest = notes[place.span.start...].prefix { $0 != 0x0A && $0 != 0x0D }
    let end = min(max(place.span.end, place.span.start), rest.endIndex)
    let room = max(20, (style.width ?? width) - gutter)
    let marked = visible(notes[place.span.start..<end], room)
    let before = visible(trimmed(notes[start..<place.span.start]), room, keepsEnd: true, less: marked.columns)
    let after = visible(notes[end..<rest.endIndex], room, less: marked.columns + before.columns)
    let number = String(place.line)
    let lead = String(repeating: " ", count: max(0, gutter - 5 - number.utf8.count))
    layout.verbatim("  \(lead)\(number) | ", before.bytes + marked.bytes + after.bytes)
    let space = String(repeating: " ", count: before.columns)
    layout.verbatim(
      "  \(lead)\(String(repeating: " ", count: number.utf8.count)) | ",
      Array((space + String(repeating: "^", count: max(1, marked.columns))).utf8))
  }

  /// Without the indentation of the line, which says nothing here.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.drop { $0 == 0x20 || $0 == 0x09 }
  }

  /// What can be shown of a stretch of a line in so many columns, with an ellipsis where something is left out.
  private static func visible(
    _ bytes: ArraySlice<UInt8>, _ room: Int, keepsEnd: Bool = false, less: Int = 0
  ) -> (bytes: [UInt8], columns: Int) {
    let room = max(8, room - less)
    // A character takes at most four bytes; marks on top of letters only make the text shorter.
    let isLong = bytes.count > 4 * room
    let near = isLong ? (keepsEnd ? bytes.suffix(4 * room) : bytes.prefix(4 * room)) : bytes
    var shown: [UInt8] = []
    VisibleText.append(near, to: &shown)
    guard isLong || TextLayout.columns(of: shown[...]) > room else {
      return (shown, TextLayout.columns(of: shown[...]))
    }
    let text = Array(String(decoding: shown, as: UTF8.self).unicodeScalars)
    var kept: [Unicode.Scalar] = []
    var columns = 1
    for scalar in keepsEnd ? text.reversed() : text {
      columns += TextLayout.columns(of: Array(String(scalar).utf8)[...])
      guard columns <= room else { break }
      kept.append(scalar)
    }
    var line = String.UnicodeScalarView()
    if keepsEnd { line.append("…") }
    line.append(contentsOf: keepsEnd ? kept.reversed() : kept)
    if !keepsEnd { line.append("…") }
    let bytes = Array(String(line).utf8)
    return (bytes, TextLayout.columns(of: bytes[...]))
  }
}
