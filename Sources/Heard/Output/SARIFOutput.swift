/// Findings as one SARIF log: what code scanning and editors read.
///
/// Source: Static Analysis Results Interchange Format 2.1.0, OASIS Standard. Columns are UTF-16 units from 1; byte offsets
/// count the notes as they were read.
public struct SARIFOutput {
  private let version: String
  private let expectations: [Expectation]
  private var results: [Located] = []

  private struct Located {
    var finding: Finding
    var uri: String
    var place: FindingPlace
    var related: [(FindingPlace, String)]
  }

  /// - Parameter version: heard's own.
  public init(version: String, expectations: [Expectation] = Expectation.all) {
    (self.version, self.expectations) = (version, expectations)
  }

  /// Adds the findings of one notes.
  ///
  /// - Parameter path: where the notes are, from the folder that the log is about; nil where they came without a name.
  public mutating func append(_ report: Report, path: String?) {
    let uri = SARIFOutput.uri(path)
    for finding in report.findings {
      results.append(
        Located(
          finding: finding, uri: uri, place: FindingPlace(finding.span, in: report),
          related: finding.related.map { (FindingPlace($0.span, in: report), $0.message) }))
    }
  }

  /// The whole log.
  public consuming func finished() -> [UInt8] {
    var json = JSONWriting(appendingTo: [])
    json.object { json in
      json.key("$schema")
      json.value("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      json.key("version")
      json.value("2.1.0")
      json.key("runs")
      json.array([0]) { json, _ in run(to: &json) }
    }
    return json.finished() + [0x0A]
  }

  private func run(to json: inout JSONWriting) {
    json.object { json in
      json.key("tool")
      json.object { json in
        json.key("driver")
        json.object { json in
          json.key("name")
          json.value("heard")
          json.key("semanticVersion")
          json.value(version)
          json.key("rules")
          json.array(expectations) { rule($1, to: &$0) }
        }
      }
      json.key("columnKind")
      json.value("utf16CodeUnits")
      json.key("results")
      json.array(results) { result($1, to: &$0) }
    }
  }

  private func rule(_ expectation: Expectation, to json: inout JSONWriting) {
    json.object { json in
      json.key("id")
      json.value(expectation.name)
      json.key("shortDescription")
      SARIFOutput.message(expectation.claim, to: &json)
      json.key("defaultConfiguration")
      json.object { json in
        json.key("enabled")
        json.value(expectation.severity != .off)
        json.key("level")
        json.value(SARIFOutput.level(expectation.severity))
      }
      json.key("properties")
      json.object { json in
        json.key("tags")
        json.array([expectation.practice.rawValue]) { $0.value($1) }
      }
    }
  }

  private func result(_ result: Located, to json: inout JSONWriting) {
    let finding = result.finding
    json.object { json in
      json.key("ruleId")
      json.value(finding.expectation)
      if let index = expectations.firstIndex(where: { $0.name == finding.expectation }) {
        json.key("ruleIndex")
        json.value(index)
      }
      json.key("level")
      json.value(SARIFOutput.level(finding.severity))
      json.key("message")
      let question = finding.question.map { (($0.to.map { " Ask \($0): " }) ?? " Ask: ") + $0.text } ?? ""
      SARIFOutput.message(finding.message + question, to: &json)
      json.key("locations")
      json.array([result.place]) { SARIFOutput.location($1, result.uri, nil, to: &$0) }
      if !result.related.isEmpty {
        json.key("relatedLocations")
        json.array(result.related) { SARIFOutput.location($1.0, result.uri, $1.1, to: &$0) }
      }
      json.key("partialFingerprints")
      json.object { json in
        json.key("heardFinding/v1")
        json.value(finding.fingerprint)
      }
    }
  }

  private static func message(_ text: String, to json: inout JSONWriting) {
    json.object { json in
      json.key("text")
      json.value(text)
    }
  }

  private static func level(_ severity: Severity) -> String { severity == .off ? "none" : severity.rawValue }

  private static func location(_ place: FindingPlace, _ uri: String, _ text: String?, to json: inout JSONWriting) {
    json.object { json in
      json.key("physicalLocation")
      json.object { json in
        json.key("artifactLocation")
        json.object { json in
          json.key("uri")
          json.value(uri)
        }
        json.key("region")
        region(place, to: &json)
      }
      if let text {
        json.key("message")
        message(text, to: &json)
      }
    }
  }

  private static func region(_ place: FindingPlace, to json: inout JSONWriting) {
    json.object { json in
      json.key("startLine")
      json.value(place.line)
      json.key("startColumn")
      json.value(place.unit)
      json.key("endLine")
      json.value(place.endLine)
      json.key("endColumn")
      json.value(place.endUnit)
      json.key("byteOffset")
      json.value(place.span.start)
      json.key("byteLength")
      json.value(place.span.count)
    }
  }

  /// The name as a URI reference: bytes that a path may not hold are percent-encoded (RFC 3986).
  private static func uri(_ name: String?) -> String {
    guard let name else { return "stdin" }
    var out: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: out.append(byte)
      default:
        out.append(0x25)
        let digits = String(byte, radix: 16, uppercase: true)
        out.append(contentsOf: ((digits.utf8.count == 1 ? "0" : "") + digits).utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
