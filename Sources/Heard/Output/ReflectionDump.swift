/// A reflection as text for people who work on heard: every sentence with its span.
public struct ReflectionDump {
  private let report: Report
  private var out: [UInt8] = []

  /// Appends the reflection of a report that has one.
  public static func append(_ report: Report, to out: inout [UInt8]) {
    guard let reflection = report.reflection else { return }
    var dump = ReflectionDump(report: report)
    dump.write(reflection)
    out += dump.out
  }

  private init(report: Report) { self.report = report }

  private mutating func write(_ reflection: Reflection) {
    for topic in reflection.summary {
      line("topic", topic.title, [], topic.hasOutcome ? "" : " · no outcome")
      for sentence in topic.sentences { line("  sentence", sentence.text, sentence.spans) }
    }
    for sentence in reflection.leftOut { line("left out", sentence.text, sentence.spans) }
    for restatement in reflection.restatements {
      line("restatement", restatement.person, [])
      for sentence in restatement.sentences { line("  sentence", sentence.text, sentence.spans) }
    }
    for question in reflection.questions {
      line("question", question.text, question.spans, " · to \(question.to ?? "nobody") · rank \(question.rank)")
      line("  why", question.why, [])
    }
    ReflectionDump.append(droppedFrom: report, to: &out)
  }

  /// Appends what was not said, and why, and which wordings were not taken.
  public static func append(droppedFrom report: Report, to out: inout [UInt8]) {
    guard let reflection = report.reflection else { return }
    var dump = ReflectionDump(report: report)
    for dropped in reflection.dropped {
      dump.line("not said", dropped.sentence.text, dropped.sentence.spans)
      for fault in dropped.faults {
        dump.line("  " + fault.kind.rawValue, fault.words, fault.span.map { [$0] } ?? [], " · " + fault.message)
      }
    }
    for refusal in reflection.refusals {
      dump.line("not reworded", refusal.sentence.text, refusal.sentence.spans)
      dump.line("  offered", refusal.offered, [])
      for reason in refusal.reasons { dump.line("  because", reason, []) }
    }
    out += dump.out
  }

  private mutating func line(_ kind: String, _ text: String, _ spans: [Span], _ rest: String = "") {
    var line = kind
    for span in spans { line += " " + EvidenceText.place(span, in: report) }
    VisibleText.append(line + " “\(text)”" + rest, to: &out)
    out.append(0x0A)
  }
}
