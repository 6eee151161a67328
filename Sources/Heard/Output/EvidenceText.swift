/// Weights, shares and places as the outputs for people who work on heard print them.
enum EvidenceText {
  /// `+3.20`, `-1.50`; what no weight can be prints as 0.
  static func weight(_ weight: Double) -> String { (weight < 0 ? "-" : "+") + number(weight.magnitude) }

  /// Two digits behind the point; at most 9999.99.
  static func number(_ value: Double) -> String {
    let limited = value > 0 ? min(value, 9999.99) : 0
    let hundredths = Int(exactly: (limited * 100).rounded()) ?? 0
    let rest = String(hundredths % 100)
    return String(hundredths / 100) + "." + (rest.utf8.count < 2 ? "0" + rest : rest)
  }

  /// `17:3-17:46`: line and column of the first byte, and of the one behind the last.
  static func place(_ span: Span, in report: Report) -> String {
    let span = report.clamped(span)
    let start = report.lines.position(of: span.start)
    let end = report.lines.position(of: span.end)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  /// The notes' words of a span, at most 60 bytes of them.
  static func words(_ span: Span, in report: Report) -> String {
    let span = report.clamped(span)
    var end = min(span.end, span.start + 60)
    while end < span.end, end > span.start, report.document.notes[end] & 0xC0 == 0x80 { end -= 1 }
    let words = String(decoding: report.document.notes[span.start..<end], as: UTF8.self)
    return end < span.end ? words + "…" : words
  }
}
