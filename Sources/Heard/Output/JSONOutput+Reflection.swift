/// A reflection as a member of the JSON object.
extension JSONOutput {
  /// `"reflection": {"summary": […], "restatements": […], "questions": […], "leftOut": […]}`
  static func append(_ reflection: Reflection, of report: Report, to json: inout JSONWriting) {
    json.key("reflection")
    json.object { json in
      json.key("summary")
      json.array(reflection.summary) { json, topic in
        json.object { json in
          json.key("topic")
          json.value(topic.title.isEmpty ? nil : topic.title)
          json.key("hasOutcome")
          json.value(topic.hasOutcome)
          append(topic.sentences, of: report, to: &json)
        }
      }
      json.key("restatements")
      json.array(reflection.restatements) { json, restatement in
        json.object { json in
          json.key("person")
          json.value(restatement.person)
          append(restatement.sentences, of: report, to: &json)
          json.key("closing")
          json.value(restatement.closing)
        }
      }
      json.key("questions")
      json.array(reflection.questions) { append($1, of: report, to: &$0) }
      json.key("leftOut")
      json.array(reflection.leftOut) { append($1, of: report, to: &$0) }
    }
  }

  private static func append(_ question: ClarifyingQuestion, of report: Report, to json: inout JSONWriting) {
    json.object { json in
      json.key("to")
      json.value(question.to)
      json.key("text")
      json.value(question.text)
      json.key("quote")
      json.value(question.quote)
      json.key("why")
      json.value(question.why)
      append(spans: question.spans, of: report, to: &json)
    }
  }

  private static func append(_ sentences: [Sentence], of report: Report, to json: inout JSONWriting) {
    json.key("sentences")
    json.array(sentences) { append($1, of: report, to: &$0) }
  }

  private static func append(_ sentence: Sentence, of report: Report, to json: inout JSONWriting) {
    json.object { json in
      json.key("text")
      json.value(sentence.text)
      append(spans: sentence.spans, of: report, to: &json)
    }
  }

  private static func append(spans: [Span], of report: Report, to json: inout JSONWriting) {
    json.key("spans")
    json.array(spans) { value($1, of: report, to: &$0) }
  }
}
