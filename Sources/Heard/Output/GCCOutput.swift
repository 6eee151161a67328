/// Findings as compilers print errors, a line each, which editors jump to: `notes.md:17:3: warning: … [action-has-owner]`.
public enum GCCOutput {
  /// Appends the findings of one notes. Lines and columns count from 1, columns in UTF-8 bytes.
  public static func append(_ report: Report, to out: inout [UInt8]) {
    for finding in report.findings {
      line(finding.span, of: report, finding.severity, "\(finding.message) [\(finding.expectation)]", to: &out)
      for related in finding.related { line(related.span, of: report, .note, related.message, to: &out) }
    }
  }

  private static func line(
    _ span: Span, of report: Report, _ severity: Severity, _ message: String, to out: inout [UInt8]
  ) {
    let place = FindingPlace(span, in: report)
    VisibleText.append(report.name ?? "<stdin>", to: &out)
    out.append(contentsOf: ":\(place.line):\(place.column): \(severity.rawValue): ".utf8)
    VisibleText.append(message, to: &out)
    out.append(0x0A)
  }
}
