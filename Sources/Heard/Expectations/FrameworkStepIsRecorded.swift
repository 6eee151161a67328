/// A conflict takes the way that the partners agreed on.
extension Expectation {
  static let frameworkStepIsRecorded = Expectation(
    "framework-step-is-recorded", .conflict, .warning, needs: [.framework],
    "Where people differ, the notes tell which step of the partners' conflict framework they are at."
  ) { check in
    let disagreements = check.meeting.remarks.enumerated().filter { $0.element.kind == .disagreement }
    guard let first = disagreements.first else { return }
    let words = Registry.words(TextDecoding.string(check.document.notes[...]))
    guard !check.registry.framework.contains(where: { Registry.holds(words, phrase: $0.name) }) else { return }
    let step = check.registry.framework[0].name
    check.report(
      .remark(first.offset), at: first.element.span, about: first.element.text,
      "no step of the conflict framework is recorded for \(check.quote(first.element.text)); the first is “\(step)”",
      asks: Finding.Asked(text: "Have you taken the step “\(step)”?", to: first.element.by ?? check.meeting.chair))
  }
}
