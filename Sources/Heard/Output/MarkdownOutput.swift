/// A report as Markdown, ready to be pasted into a team's channel.
public struct MarkdownOutput {
  let report: Report
  private var out: [UInt8]

  /// Appends the report, or one part of it without headings.
  public static func append(_ report: Report, _ part: Report.Part = .everything, to out: inout [UInt8]) {
    var output = MarkdownOutput(report, out)
    out = []
    output.write(part)
    out = output.out
  }

  private init(_ report: Report, _ out: [UInt8]) { (self.report, self.out) = (report, out) }

  private mutating func write(_ part: Report.Part) {
    let all = part == .everything
    if all { writeTitle() }
    if report.isEmpty(part) {
      text(report.silence(part))
      put("\n")
    }
    if let reflection = report.reflection, all || part == .reflection || part == .clarifying {
      write(reflection, questionsAlone: part == .clarifying)
      if all { put("\n") }
    }
    if all { writeAttendance() }
    if part == .people { writePeople() }
    if all || part == .decisions { writeDecisions(heading: all) }
    if all || part == .actions { writeActions(heading: all) }
    if all || part == .questions {
      writeQuestions("Open questions", report.meeting.questions.filter { !$0.isAnswered }, heading: all)
      writeQuestions("Answered questions", report.meeting.questions.filter(\.isAnswered), heading: all)
    }
    if all {
      for kind in Wording.remarkKinds { writeRemarks(kind) }
      writeOmissions()
    }
  }

  private mutating func writeTitle() {
    put("## ")
    text(report.meeting.title ?? report.name ?? "Notes", opensLine: true)
    if let date = report.meeting.date { put(" — " + date.description) }
    put("\n\n")
  }

  private mutating func writeAttendance() {
    let groups: [(String, Person.Presence)] = [("Present", .present), ("Absent", .absent), ("Mentioned", .mentioned)]
    var isFirst = true
    for (title, presence) in groups {
      let people = report.people(presence)
      guard !people.isEmpty else { continue }
      put(isFirst ? "**\(title):** " : "\n**\(title):** ")
      list(people.map(Wording.person))
      put("\n")
      isFirst = false
    }
  }

  private mutating func writePeople() {
    for person in report.meeting.people {
      put("- ")
      text(Wording.person(person), opensLine: true)
      put(" — " + person.presence.rawValue)
      if !person.aliases.isEmpty {
        put("; also ")
        list(person.aliases)
      }
      put("\n")
    }
  }

  private mutating func writeDecisions(heading: Bool) {
    guard !report.meeting.decisions.isEmpty else { return }
    if heading { put("\n### Decisions\n\n") }
    for decision in report.meeting.decisions {
      put("- ")
      text(decision.text, opensLine: true)
      if let reason = Wording.reason(decision) {
        put(" — why: ")
        text(reason)
      }
      details(Wording.circumstances(decision))
      place(decision.span, decision.repeats)
    }
  }

  private mutating func writeActions(heading: Bool) {
    guard !report.meeting.actions.isEmpty else { return }
    if heading { put("\n### Actions\n\n") }
    for action in report.meeting.actions {
      put(action.status == .done ? "- [x] " : "- [ ] ")
      put(action.owners.isEmpty ? "*" : "**")
      text(Wording.owners(action))
      put(action.owners.isEmpty ? "*" : "**")
      put(": ")
      text(action.text)
      if let due = action.due {
        put(" — ")
        text(Wording.due(due))
      }
      var notes = Wording.firmness(action).map { [$0] } ?? []
      if action.isCarriedOver { notes.append("carried over") }
      details(notes)
      place(action.span, action.repeats)
    }
  }

  private mutating func writeQuestions(_ title: String, _ questions: [Question], heading: Bool) {
    guard !questions.isEmpty else { return }
    if heading { put("\n### \(title)\n\n") }
    for question in questions {
      put("- ")
      text(question.text, opensLine: true)
      if let answer = question.answer {
        put(" — answer: ")
        text(answer)
      }
      details(Wording.parties(question))
      place(question.span, question.repeats)
    }
  }

  private mutating func writeRemarks(_ kind: Remark.Kind) {
    let remarks = report.meeting.remarks.filter { $0.kind == kind }
    guard !remarks.isEmpty else { return }
    put("\n### \(Wording.title(kind))\n\n")
    for remark in remarks {
      put("- ")
      text(remark.text, opensLine: true)
      details(remark.by.map { ["by " + $0] } ?? [])
      place(remark.span, [])
    }
  }

  private mutating func writeOmissions() {
    guard !report.omissions.isEmpty else { return }
    put("\n### Not read\n\n")
    for omission in report.omissions {
      put("- ")
      text(omission.message, opensLine: true)
      place(omission.span, [])
    }
  }

  // MARK: Pieces of a line

  /// ` (a; b)`
  private mutating func details(_ notes: [String]) {
    guard !notes.isEmpty else { return }
    put(" (")
    for (index, note) in notes.enumerated() {
      if index > 0 { put("; ") }
      text(note)
    }
    put(")")
  }

  private mutating func place(_ span: Span, _ repeats: [Span]) {
    put(" · line \(report.line(span))")
    if let again = Wording.again(repeats, in: report) { put(", " + again) }
    put("\n")
  }

  private mutating func list(_ items: [String]) {
    for (index, item) in items.enumerated() {
      if index > 0 { put(", ") }
      text(item)
    }
  }

  mutating func put(_ string: String) { out.append(contentsOf: string.utf8) }

  mutating func text(_ string: String, opensLine: Bool = false) {
    MarkdownEscaping.append(string, opensLine: opensLine, to: &out)
  }
}
