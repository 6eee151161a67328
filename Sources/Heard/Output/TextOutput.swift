/// A report for the terminal: what was heard, then under it who, when and where.
public struct TextOutput {
  let report: Report
  var layout: TextLayout

  /// Under a title that names the notes a place is `12:3`; among several notes each names its own, so that a terminal can open it.
  private let namesNotes: Bool

  /// Appends the report, or one part of it without headings.
  ///
  /// - Parameter isOneOfSeveral: other notes are printed too.
  public static func append(
    _ report: Report, _ part: Report.Part = .everything, _ style: TextStyle = TextStyle(), isOneOfSeveral: Bool = false,
    to out: inout [UInt8]
  ) {
    let namesNotes = isOneOfSeveral || part != .everything
    var output = TextOutput(report, TextLayout(style, appendingTo: out), namesNotes)
    out = []
    output.write(part)
    out = output.layout.finished()
  }

  private init(_ report: Report, _ layout: TextLayout, _ namesNotes: Bool) {
    (self.report, self.layout, self.namesNotes) = (report, layout, namesNotes)
  }

  private mutating func write(_ part: Report.Part) {
    let all = part == .everything
    if all || part == .reflection || part == .clarifying { writeTitle() }
    if report.isEmpty(part) { layout.line("", [StyledText(report.silence(part), .faint)]) }
    if let reflection = report.reflection, all || part == .reflection || part == .clarifying {
      write(reflection, questionsAlone: part == .clarifying)
    }
    if all, !report.meeting.people.isEmpty { writeAttendance() }
    if part == .people { for person in report.meeting.people { write(person) } }
    let meeting = report.meeting
    if all || part == .decisions { section("Decisions", meeting.decisions, all) { $0.write($1) } }
    if all || part == .actions { section("Actions", meeting.actions, all) { $0.write($1) } }
    if all || part == .questions {
      section("Open questions", meeting.questions.filter { !$0.isAnswered }, all) { $0.write($1) }
      section("Answered questions", meeting.questions.filter(\.isAnswered), all) { $0.write($1) }
    }
    guard all else { return }
    for kind in Wording.remarkKinds {
      section(Wording.title(kind), meeting.remarks.filter { $0.kind == kind }, true) { $0.write($1) }
    }
    section("Not read", report.omissions, true) { output, omission in
      output.layout.line("  ", [StyledText(omission.message)])
      output.details([], at: omission.span)
    }
  }

  private mutating func writeTitle() {
    let title = report.meeting.title ?? report.name ?? "Notes"
    var parts = [StyledText(title, .strong)]
    if let date = report.meeting.date, !TextOutput.holds(title, "\(date)") { parts.append(StyledText("· \(date)")) }
    if report.meeting.title != nil, let name = report.name { parts.append(StyledText("· \(name)", .faint)) }
    layout.line("", parts)
  }

  /// Byte by byte: the library's search makes tables of characters first, which takes longer than reading a page.
  private static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    return part.count <= text.count && (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  private mutating func writeAttendance() {
    heading("People", report.meeting.people.count)
    let groups: [(String, Person.Presence)] = [("present", .present), ("absent", .absent), ("mentioned", .mentioned)]
    for (title, presence) in groups {
      let people = report.people(presence)
      guard !people.isEmpty else { continue }
      let lead = "  " + title + String(repeating: " ", count: 11 - title.count)
      layout.line(lead, [StyledText(people.map(Wording.person).joined(separator: ", "))])
    }
  }

  private mutating func section<Item>(
    _ title: String, _ items: [Item], _ hasHeading: Bool, _ write: (inout TextOutput, Item) -> Void
  ) {
    guard !items.isEmpty else { return }
    if hasHeading { heading(title, items.count) }
    for item in items { write(&self, item) }
  }

  private mutating func heading(_ title: String, _ count: Int) {
    layout.blank()
    layout.line("", [StyledText("\(title) (\(count))", .strong)])
  }

  // MARK: Items

  private mutating func write(_ person: Person) {
    layout.line("  ", [StyledText(Wording.person(person))])
    var notes = [StyledText(person.presence.rawValue)]
    if !person.aliases.isEmpty { notes.append(StyledText("also " + person.aliases.joined(separator: ", "))) }
    details(notes, at: person.span)
  }

  private mutating func write(_ decision: Decision) {
    layout.line("  ", [StyledText(decision.text)])
    if let reason = Wording.reason(decision) { layout.line("    ", [StyledText("why:", .faint), StyledText(reason)]) }
    details(Wording.circumstances(decision).map { StyledText($0) }, at: decision.span, decision.repeats)
  }

  private mutating func write(_ action: Action) {
    layout.line(action.status == .done ? "  [x] " : "  [ ] ", [StyledText(action.text)])
    var notes = [
      StyledText(Wording.owners(action), action.owners.isEmpty ? .warning : .good),
      StyledText(Wording.due(action.due), action.due == nil ? .faint : .plain),
    ]
    if action.status == .done { notes.append(StyledText("done")) }
    if let firmness = Wording.firmness(action) { notes.append(StyledText(firmness, .warning)) }
    if action.isCarriedOver { notes.append(StyledText("carried over")) }
    details(notes, at: action.span, action.repeats, indent: "      ")
  }

  private mutating func write(_ question: Question) {
    layout.line("  ", [StyledText(question.text)])
    if let answer = question.answer { layout.line("    ", [StyledText("answer:", .faint), StyledText(answer)]) }
    details(Wording.parties(question).map { StyledText($0) }, at: question.span, question.repeats)
  }

  private mutating func write(_ remark: Remark) {
    layout.line("  ", [StyledText(remark.text)])
    details(remark.by.map { [StyledText("by " + $0)] } ?? [], at: remark.span)
  }

  /// `kickoff.md:17:5`
  private func place(_ span: Span) -> String {
    let position = report.lines.position(of: report.clamped(span).start)
    let place = "\(position.line):\(position.column)"
    guard namesNotes, let name = report.name else { return place }
    return name + ":" + place
  }

  /// `Ana Silva · by Friday (2026-11-27) · kickoff.md:17:5`
  private mutating func details(
    _ notes: [StyledText], at span: Span, _ repeats: [Span] = [], indent: String = "    "
  ) {
    var parts: [StyledText] = []
    for note in notes {
      if !parts.isEmpty { parts.append(StyledText("·", .faint)) }
      parts.append(note)
    }
    if !parts.isEmpty { parts.append(StyledText("·", .faint)) }
    parts.append(StyledText(place(span), .faint))
    if let again = Wording.again(repeats, in: report) {
      parts.append(StyledText("·", .faint))
      parts.append(StyledText(again, .faint))
    }
    layout.line(indent, parts)
  }
}
