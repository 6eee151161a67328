/// Findings as a JUnit report, which continuous integration shows as failed tests: a suite a notes, a case a finding.
///
/// An expectation that was met is a case without a failure, so that a report of nothing still says what was checked.
public struct JUnitOutput {
  private var out: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var suites: [UInt8] = []
  private var cases = 0
  private var failures = 0

  public init() {}

  /// Adds the findings of one notes.
  ///
  /// - Parameter checked: names of the expectations that the notes were held against.
  public mutating func append(_ report: Report, checked: [String]) {
    let name = report.name ?? "standard input"
    let unmet = Set(report.findings.map(\.expectation))
    let met = checked.filter { !unmet.contains($0) }
    let count = report.findings.count + met.count
    suites.append(contentsOf: "  <testsuite name=\"".utf8)
    JUnitOutput.append(name, to: &suites)
    suites.append(contentsOf: "\" tests=\"\(count)\" failures=\"\(report.findings.count)\" errors=\"0\">\n".utf8)
    for expectation in met {
      open(expectation, of: name)
      suites.append(contentsOf: "\"/>\n".utf8)
    }
    for finding in report.findings { append(finding, of: report, name) }
    suites.append(contentsOf: "  </testsuite>\n".utf8)
    cases += count
    failures += report.findings.count
  }

  /// The whole report.
  public consuming func finished() -> [UInt8] {
    out.append(contentsOf: "<testsuites name=\"heard\" tests=\"\(cases)\" failures=\"\(failures)\" errors=\"0\">\n".utf8)
    out.append(contentsOf: suites)
    out.append(contentsOf: "</testsuites>\n".utf8)
    return out
  }

  private mutating func open(_ test: String, of notes: String) {
    suites.append(contentsOf: "    <testcase classname=\"".utf8)
    JUnitOutput.append(notes, to: &suites)
    suites.append(contentsOf: "\" name=\"".utf8)
    JUnitOutput.append(test, to: &suites)
  }

  private mutating func append(_ finding: Finding, of report: Report, _ name: String) {
    let place = FindingPlace(finding.span, in: report)
    open("\(finding.expectation) (line \(place.line))", of: name)
    suites.append(contentsOf: "\">\n      <failure type=\"\(finding.severity.rawValue)\" message=\"".utf8)
    JUnitOutput.append(finding.message, to: &suites)
    suites.append(contentsOf: "\">".utf8)
    JUnitOutput.append("\(name):\(place.line):\(place.column)", to: &suites)
    if let question = finding.question {
      suites.append(0x0A)
      JUnitOutput.append((question.to.map { "Ask \($0): " } ?? "Ask: ") + question.text, to: &suites)
    }
    suites.append(contentsOf: "</failure>\n    </testcase>\n".utf8)
  }

  /// Characters that XML has no place for are spelled out by now.
  private static func append(_ text: String, to out: inout [UInt8]) {
    var bytes: [UInt8] = []
    VisibleText.append(text, to: &bytes)
    // U+FFFE and U+FFFF are text in UTF-8 and an error in XML.
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x26: out.append(contentsOf: "&amp;".utf8)
      case 0x3C: out.append(contentsOf: "&lt;".utf8)
      case 0x3E: out.append(contentsOf: "&gt;".utf8)
      case 0x22: out.append(contentsOf: "&quot;".utf8)
      case 0xBE...0xBF where index >= 2 && bytes[index - 2] == 0xEF && bytes[index - 1] == 0xBF: out.append(0xBD)
      default: out.append(byte)
      }
    }
  }
}
