/// Findings as members of the JSON object.
extension JSONOutput {
  static func append(_ finding: Finding, of report: Report, to json: inout JSONWriting) {
    json.object { json in
      json.key("expectation")
      json.value(finding.expectation)
      json.key("severity")
      json.value(finding.severity.rawValue)
      json.key("message")
      json.value(finding.message)
      append(finding.span, of: report, to: &json)
      json.key("related")
      json.array(finding.related) { json, related in
        json.object { json in
          json.key("message")
          json.value(related.message)
          append(related.span, of: report, to: &json)
        }
      }
      json.key("question")
      append(finding.question, to: &json)
      json.key("fingerprint")
      json.value(finding.fingerprint)
    }
  }

  private static func append(_ question: Finding.Asked?, to json: inout JSONWriting) {
    guard let question else { return json.null() }
    json.object { json in
      json.key("to")
      json.value(question.to)
      json.key("text")
      json.value(question.text)
    }
  }
}
