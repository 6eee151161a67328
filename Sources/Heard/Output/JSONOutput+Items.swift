/// Actions, decisions, questions and remarks as members of the JSON object.
extension JSONOutput {
  static func append(_ action: Action, of report: Report, to json: inout JSONWriting) {
    json.object { json in
      append(action.id, action.text, to: &json)
      json.key("owners")
      json.array(action.owners) { $0.value($1) }
      json.key("status")
      json.value(action.status.rawValue)
      json.key("firmness")
      json.value(action.firmness.rawValue)
      json.key("due")
      append(action.due, of: report, to: &json)
      json.key("carriedOver")
      json.value(action.isCarriedOver)
      append(action.topic, action.span, action.repeats, of: report, to: &json)
      append(action.confidence, action.evidence, to: &json)
    }
  }

  static func append(_ decision: Decision, of report: Report, to json: inout JSONWriting) {
    json.object { json in
      append(decision.id, decision.text, to: &json)
      json.key("reason")
      json.value(decision.reason)
      json.key("by")
      json.array(decision.by) { $0.value($1) }
      json.key("votes")
      json.value(decision.votes)
      json.key("dissent")
      json.array(decision.dissent) { $0.value($1) }
      append(decision.topic, decision.span, decision.repeats, of: report, to: &json)
      append(decision.confidence, decision.evidence, to: &json)
    }
  }

  static func append(_ question: Question, of report: Report, to json: inout JSONWriting) {
    json.object { json in
      append(question.id, question.text, to: &json)
      json.key("asker")
      json.value(question.asker)
      json.key("to")
      json.value(question.to)
      json.key("answered")
      json.value(question.isAnswered)
      json.key("answer")
      json.value(question.answer)
      append(question.topic, question.span, question.repeats, of: report, to: &json)
      append(question.confidence, question.evidence, to: &json)
    }
  }

  static func append(_ remark: Remark, of report: Report, to json: inout JSONWriting) {
    json.object { json in
      json.key("kind")
      json.value(remark.kind.rawValue)
      json.key("text")
      json.value(remark.text)
      json.key("by")
      json.value(remark.by)
      append(remark.topic, remark.span, nil, of: report, to: &json)
      append(remark.confidence, remark.evidence, to: &json)
    }
  }

  /// `"span": {…}`; the column behind the last byte stands on the last byte's line.
  static func append(_ span: Span, of report: Report, to json: inout JSONWriting) {
    json.key("span")
    value(span, of: report, to: &json)
  }

  static func value(_ span: Span, of report: Report, to json: inout JSONWriting) {
    let span = report.clamped(span)
    let start = report.lines.position(of: span.start)
    let last = report.lines.position(of: max(span.start, span.end - 1))
    json.object { json in
      json.key("start")
      json.value(span.start)
      json.key("end")
      json.value(span.end)
      json.key("line")
      json.value(start.line)
      json.key("column")
      json.value(start.column)
      json.key("endLine")
      json.value(last.line)
      json.key("endColumn")
      json.value(span.isEmpty ? last.column : last.column + 1)
    }
  }

  private static func append(_ id: String, _ text: String, to json: inout JSONWriting) {
    json.key("id")
    json.value(id)
    json.key("text")
    json.value(text)
  }

  private static func append(
    _ topic: Int?, _ span: Span, _ repeats: [Span]?, of report: Report, to json: inout JSONWriting
  ) {
    json.key("topic")
    json.value(report.topic(topic))
    append(span, of: report, to: &json)
    guard let repeats else { return }
    json.key("repeats")
    json.array(repeats) { value($1, of: report, to: &$0) }
  }

  private static func append(_ confidence: Double, _ evidence: [Evidence], to json: inout JSONWriting) {
    json.key("confidence")
    json.value(share: confidence)
    json.key("cues")
    var named: [String] = []
    for item in evidence where !named.contains(item.cue) { named.append(item.cue) }
    json.array(named) { $0.value($1) }
  }

  private static func append(_ due: Due?, of report: Report, to json: inout JSONWriting) {
    guard let due else { return json.null() }
    json.object { json in
      json.key("date")
      json.value(due.date?.description)
      json.key("period")
      if let period = due.period {
        json.object { json in
          json.key("start")
          json.value(period.lowerBound.description)
          json.key("end")
          json.value(period.upperBound.description)
        }
      } else {
        json.null()
      }
      json.key("precision")
      json.value(due.precision.rawValue)
      json.key("text")
      json.value(due.text)
      append(due.span, of: report, to: &json)
    }
  }
}
