/// One can tell why something went wrong.
extension Expectation {
  static let setbackIsExplained = Expectation(
    "setback-is-explained", .transparency, .note, yields: ["setback-has-action"],
    "Where something went wrong, the notes say why."
  ) { check in
    for (index, remark) in check.meeting.remarks.enumerated() where remark.kind == .setback {
      // The reason often stands in the sentence behind it.
      let around = Span(remark.span.start, min(remark.span.end + 160, check.document.notes.count))
      guard check.signs(.reason, in: around).isEmpty else { continue }
      check.report(
        .remark(index), at: remark.span, about: remark.text, "the notes do not say why: \(check.quote(remark.text))",
        asks: Finding.Asked(
          text: "What was behind it: \(check.quote(remark.text))?", to: remark.by ?? check.meeting.chair))
    }
  }
}
