/// Why something was heard on one line, or why not: items with their evidence, then every cue that spoke there.
public struct LineExplanation {
  private let report: Report
  private let trace: [TraceEntry]
  private let span: Span
  private var out: [UInt8] = []
  /// Nothing heard stands on the line.
  private var isSilent = true

  /// Appends the explanation of a line; nothing where the notes have no such line.
  ///
  /// - Parameters:
  ///   - line: from 1.
  ///   - trace: what every cue said in these notes.
  /// - Returns: whether the notes have the line.
  public static func append(line: Int, of report: Report, _ trace: [TraceEntry], to out: inout [UInt8]) -> Bool {
    guard line >= 1, line <= report.lines.starts.count else { return false }
    var explanation = LineExplanation(report, trace, line)
    explanation.write(line)
    out += explanation.out
    return true
  }

  private init(_ report: Report, _ trace: [TraceEntry], _ line: Int) {
    self.report = report
    let starts = report.lines.starts
    let notes = report.document.notes
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : notes.count
    while end > start, notes[end - 1] == 0x0A || notes[end - 1] == 0x0D { end -= 1 }
    let span = Span(start, end)
    self.span = span
    self.trace = trace.filter { $0.span.overlaps(span) }
  }

  private mutating func write(_ line: Int) {
    put("\(report.name ?? "line"):\(line): ")
    put(String(decoding: report.document.notes[span.start..<span.end], as: UTF8.self))
    out.append(0x0A)
    let meeting = report.meeting
    for action in meeting.actions { told("action", action) }
    for decision in meeting.decisions { told("decision", decision) }
    for question in meeting.questions { told("question", question) }
    for remark in meeting.remarks { told(remark.kind.rawValue, remark) }
    if isSilent {
      put("  Nothing heard on this line.")
      out.append(0x0A)
    }
    writeTrace()
  }

  /// Writes an item that stands on the line, or that the line tells again.
  private mutating func told(_ kind: String, _ item: some Explained) {
    if item.span.overlaps(span) {
      put("  heard \(kind) “\(item.text)” · \(EvidenceText.place(item.span, in: report))")
      put(" · confidence \(EvidenceText.number(item.confidence))")
      out.append(0x0A)
      for entry in item.evidence { cue(entry.cue, entry.weight, entry.span) }
    } else if let again = item.repeats.first(where: { $0.overlaps(span) }) {
      put("  heard again \(kind) “\(item.text)” · \(EvidenceText.place(again, in: report)), told best at ")
      put(EvidenceText.place(item.span, in: report))
      out.append(0x0A)
    } else {
      return
    }
    isSilent = false
  }

  private mutating func writeTrace() {
    let cues = trace.filter { !$0.isVeto }
    let vetoes = trace.filter(\.isVeto)
    if !cues.isEmpty {
      put("  cues on this line")
      out.append(0x0A)
      for entry in cues { cue(entry.cue, entry.weight, entry.span) }
    }
    put(vetoes.isEmpty ? "  no vetoes on this line" : "  vetoes on this line")
    out.append(0x0A)
    for entry in vetoes { cue(entry.cue, entry.weight, entry.span) }
  }

  private mutating func cue(_ name: String, _ weight: Double, _ span: Span) {
    put("    \(EvidenceText.weight(weight)) \(name) · \(EvidenceText.place(span, in: report))")
    put(" “\(EvidenceText.words(span, in: report))”")
    out.append(0x0A)
  }

  private mutating func put(_ text: String) { VisibleText.append(text, to: &out) }
}

/// What is heard on a line, with all that speaks for it.
private protocol Explained {
  var text: String { get }
  var span: Span { get }
  var confidence: Double { get }
  var evidence: [Evidence] { get }
  var repeats: [Span] { get }
}

extension Action: Explained {}
extension Decision: Explained {}
extension Question: Explained {}
extension Remark: Explained { fileprivate var repeats: [Span] { [] } }
