/// A verification as text for the terminal or as one JSON object.
public struct VerificationOutput {
  private let verification: Verification
  /// The summary and the notes, each with its name.
  private let summary: Report
  private let notes: Report

  public init(_ verification: Verification, of summary: Report, against notes: Report) {
    (self.verification, self.summary, self.notes) = (verification, summary, notes)
  }

  // MARK: Text

  /// Appends what is at odds first, then what is left out, then how much is supported.
  public func append(_ style: TextStyle = TextStyle(), to out: inout [UInt8]) {
    var layout = TextLayout(style, appendingTo: out)
    out = []
    for answer in [Verification.Answer.contradicted, .notFound] {
      let claims = verification.claims.filter { $0.answer == answer }
      guard !claims.isEmpty else { continue }
      layout.line(
        "",
        [
          StyledText(
            answer == .contradicted ? "Contradicted (\(claims.count))" : "Not found (\(claims.count))", .strong)
        ])
      for claim in claims { write(claim, &layout) }
      layout.blank()
    }
    if !verification.leftOut.isEmpty {
      layout.line("", [StyledText("Left out (\(verification.leftOut.count))", .strong)])
      for omitted in verification.leftOut { write(omitted, &layout) }
      layout.blank()
    }
    layout.line("", [StyledText(VerificationOutput.sum(verification))])
    out = layout.finished()
  }

  private static func sum(_ verification: Verification) -> String {
    "\(verification.count(.supported)) of \(verification.claims.count) claims supported, "
      + "\(verification.count(.contradicted)) contradicted, \(verification.count(.notFound)) not found; "
      + "\(verification.leftOut.count) left out."
  }

  private func write(_ claim: Verification.Checked, _ layout: inout TextLayout) {
    layout.line("  ", [StyledText(place(claim.span, summary), .faint), StyledText(claim.text)])
    for fault in claim.faults { layout.line("    ", [StyledText(fault.message, .warning)]) }
    for span in claim.places {
      layout.line(
        "    ", [StyledText(place(span, notes), .faint), StyledText(VerificationOutput.words(span, of: notes))])
    }
  }

  private func write(_ omitted: Verification.Omitted, _ layout: inout TextLayout) {
    var parts = [StyledText(place(omitted.span, notes), .faint), StyledText(omitted.text)]
    if omitted.part == .owner {
      parts.append(StyledText("— without " + omitted.owners.joined(separator: ", "), .warning))
    }
    layout.line("  ", parts)
  }

  private func place(_ span: Span, _ report: Report) -> String { "\(report.name ?? "line"):\(report.line(span))" }

  private static func words(_ span: Span, of report: Report) -> String {
    let span = report.clamped(span)
    var words = NotesWords(report.document)
    let text = words.words(of: span)
    return text.isEmpty ? NotesWords.onOneLine(report.document.notes[span.start..<span.end]) : text
  }

  // MARK: JSON

  /// Appends one object, without a line feed behind it.
  public func append(toJSON out: inout [UInt8]) {
    var json = JSONWriting(appendingTo: out)
    out = []
    json.object { json in
      json.key("schema")
      json.value("heard-verification/1")
      json.key("summary")
      json.value(summary.name)
      json.key("notes")
      json.value(notes.name)
      json.key("claims")
      json.array(verification.claims) { append($1, to: &$0) }
      json.key("leftOut")
      json.array(verification.leftOut) { append($1, to: &$0) }
    }
    out = json.finished()
  }

  private func append(_ claim: Verification.Checked, to json: inout JSONWriting) {
    json.object { json in
      json.key("answer")
      json.value(claim.answer.rawValue)
      json.key("text")
      json.value(claim.text)
      append(claim.span, summary, to: &json)
      json.key("places")
      json.array(claim.places) { json, span in
        json.object { json in
          json.key("text")
          json.value(VerificationOutput.words(span, of: notes))
          append(span, notes, to: &json)
        }
      }
      json.key("faults")
      json.array(claim.faults) { json, fault in
        json.object { json in
          json.key("kind")
          json.value(fault.kind.rawValue)
          json.key("message")
          json.value(fault.message)
          json.key("words")
          json.value(fault.words)
        }
      }
    }
  }

  private func append(_ omitted: Verification.Omitted, to json: inout JSONWriting) {
    json.object { json in
      json.key("kind")
      if case .action = omitted.subject { json.value("action") } else { json.value("decision") }
      json.key("part")
      json.value(omitted.part.rawValue)
      json.key("text")
      json.value(omitted.text)
      json.key("owners")
      json.array(omitted.owners) { $0.value($1) }
      append(omitted.span, notes, to: &json)
    }
  }

  private func append(_ span: Span, _ report: Report, to json: inout JSONWriting) {
    json.key("line")
    json.value(report.line(span))
    json.key("start")
    json.value(span.start)
    json.key("end")
    json.value(span.end)
  }
}
