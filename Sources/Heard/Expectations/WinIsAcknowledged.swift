/// A win is somebody's, and gets a word of thanks.
extension Expectation {
  static let winIsAcknowledged = Expectation(
    "win-is-acknowledged", .recognition, .note, "Where something went well, somebody is thanked or named for it."
  ) { check in
    for (index, remark) in check.meeting.remarks.enumerated() where remark.kind == .win {
      let around = Span(remark.span.start, min(remark.span.end + 240, check.document.notes.count))
      guard check.signs(.thanks, in: around).isEmpty else { continue }
      check.report(
        .remark(index), at: remark.span, about: remark.text, "nobody is thanked for \(check.quote(remark.text))",
        asks: Finding.Asked(
          text: "Whose doing was this: \(check.quote(remark.text))?", to: remark.by ?? check.meeting.chair))
    }
  }
}
