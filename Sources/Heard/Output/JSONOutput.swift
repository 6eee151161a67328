/// A report as one JSON object on one line, as `schema/heard-1.schema.json` describes it.
public enum JSONOutput {
  public static let schema = "heard/1"

  /// Appends one object, without a line feed behind it.
  public static func append(_ report: Report, _ part: Report.Part = .everything, to out: inout [UInt8]) {
    var json = JSONWriting(appendingTo: out)
    out = []
    json.object { json in
      json.key("schema")
      json.value(schema)
      json.key("notes")
      append(notes: report, to: &json)
      json.key("meeting")
      json.object { json in
        json.key("title")
        json.value(report.meeting.title)
        json.key("date")
        json.value(report.meeting.date?.description)
      }
      append(parts: report, part, to: &json)
      json.key("omissions")
      json.array(report.omissions) { json, omission in
        json.object { json in
          json.key("message")
          json.value(omission.message)
          append(omission.span, of: report, to: &json)
        }
      }
    }
    out = json.finished()
  }

  private static func append(notes report: Report, to json: inout JSONWriting) {
    json.object { json in
      json.key("name")
      json.value(report.name)
      json.key("format")
      json.value(report.document.format.rawValue)
      json.key("language")
      json.value(report.meeting.language)
    }
  }

  private static func append(parts report: Report, _ part: Report.Part, to json: inout JSONWriting) {
    let all = part == .everything
    if all || part == .people { append(peopleOf: report, to: &json) }
    if all { append(topicsOf: report, to: &json) }
    if all || part == .decisions {
      json.key("decisions")
      json.array(report.meeting.decisions) { append($1, of: report, to: &$0) }
    }
    if all || part == .actions {
      json.key("actions")
      json.array(report.meeting.actions) { append($1, of: report, to: &$0) }
    }
    if all || part == .questions {
      json.key("questions")
      json.array(report.meeting.questions) { append($1, of: report, to: &$0) }
    }
    if let reflection = report.reflection, all || part == .reflection || part == .clarifying {
      append(reflection, of: report, to: &json)
    }
    if all || part == .findings {
      json.key("findings")
      json.array(report.findings) { append($1, of: report, to: &$0) }
    }
    if all {
      json.key("remarks")
      json.array(report.meeting.remarks) { append($1, of: report, to: &$0) }
    }
  }

  private static func append(peopleOf report: Report, to json: inout JSONWriting) {
    json.key("people")
    json.array(report.meeting.people) { json, person in
      json.object { json in
        json.key("name")
        json.value(person.name)
        json.key("aliases")
        json.array(person.aliases) { $0.value($1) }
        json.key("organisation")
        json.value(person.organisation)
        json.key("presence")
        json.value(person.presence.rawValue)
        append(person.span, of: report, to: &json)
      }
    }
  }

  private static func append(topicsOf report: Report, to json: inout JSONWriting) {
    json.key("topics")
    json.array(report.meeting.topics) { json, topic in
      json.object { json in
        json.key("title")
        json.value(topic.title)
        append(topic.span, of: report, to: &json)
      }
    }
  }
}
