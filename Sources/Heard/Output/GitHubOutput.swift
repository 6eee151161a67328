/// Findings as workflow commands, which GitHub shows as annotations on the lines of a change.
///
/// Source: GitHub's documentation of workflow commands (`::warning file=…,line=…::message`).
public enum GitHubOutput {
  /// Appends the findings of one notes. Columns are UTF-16 units from 1.
  public static func append(_ report: Report, to out: inout [UInt8]) {
    for finding in report.findings {
      let place = FindingPlace(finding.span, in: report)
      out.append(contentsOf: "::\(command(finding.severity)) ".utf8)
      if let name = report.name {
        out.append(contentsOf: "file=".utf8)
        append(property: name, to: &out)
        out.append(0x2C)
      }
      out.append(contentsOf: "line=\(place.line),endLine=\(place.endLine)".utf8)
      // GitHub takes columns only where a finding stays on its line.
      if place.line == place.endLine { out.append(contentsOf: ",col=\(place.unit),endColumn=\(place.endUnit)".utf8) }
      out.append(contentsOf: ",title=".utf8)
      append(property: finding.expectation, to: &out)
      out.append(contentsOf: "::".utf8)
      append(data: finding.message, to: &out)
      if let question = finding.question {
        out.append(contentsOf: "%0A".utf8)
        append(data: question.to.map { "Ask \($0): \(question.text)" } ?? "Ask: \(question.text)", to: &out)
      }
      out.append(0x0A)
    }
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: "notice"
    }
  }

  private static func append(data text: String, to out: inout [UInt8]) {
    append(text, escaping: [0x25], to: &out)
  }

  private static func append(property text: String, to out: inout [UInt8]) {
    append(text, escaping: [0x25, 0x3A, 0x2C], to: &out)
  }

  /// Line breaks are spaces by now; what is left to escape would end a value.
  private static func append(_ text: String, escaping escaped: [UInt8], to out: inout [UInt8]) {
    var bytes: [UInt8] = []
    VisibleText.append(text, to: &bytes)
    for byte in bytes {
      guard escaped.contains(byte) else {
        out.append(byte)
        continue
      }
      out.append(0x25)
      out.append(contentsOf: String(byte, radix: 16, uppercase: true).utf8)
    }
  }
}
