/// Findings as text for people who work on heard: one a line with its place, what else bears on it, and what it asks.
public enum FindingsDump {
  public static func append(_ findings: [Finding], of report: Report, to out: inout [UInt8]) {
    func line(_ text: String) {
      VisibleText.append(text, to: &out)
      out.append(0x0A)
    }
    for finding in findings {
      let place = EvidenceText.place(finding.span, in: report)
      line("\(finding.severity.rawValue) \(finding.expectation) \(place) \(finding.message)")
      for related in finding.related {
        line("  also \(EvidenceText.place(related.span, in: report)) \(related.message)")
      }
      if let question = finding.question { line("  asks \(question.to ?? "somebody"): \(question.text)") }
      line("  " + finding.fingerprint)
    }
  }
}
