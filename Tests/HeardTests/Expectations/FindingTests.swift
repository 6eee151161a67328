/// What findings are told, allowed, folded and gathered, and that they keep their fingerprints.
import Testing

@testable import Heard

@Suite struct FindingTests {
  private func findings(_ notes: String, _ registry: String? = nil, from format: Format = .markdown) throws -> [Finding] {
    let registry = try registry.map { try Registry(reading: Array($0.utf8), name: "expectations.yml") } ?? Registry()
    let document = Document(reading: Array(notes.utf8), from: format)
    var options = HearingOptions()
    options.date = Day(iso: "2026-11-20")
    return registry.findings(in: Meeting(heardIn: document, .builtIn, options), document: document)
  }

  private func names(_ notes: String, _ registry: String? = nil) throws -> [String] {
    try findings(notes, registry).filter { $0.severity >= .warning }.map(\.expectation)
  }

  private static let allow = "<!-- heard: allow action-has-owner — the chair assigns it on Monday -->"

  // MARK: Allowances

  @Test func aCommentReachesTheItemBehindIt() throws {
    let notes =
      "# Actions\n\n- [ ] Ana to call the bank by Friday\n\n\(Self.allow)\n- [ ] Draft the agreement by Friday\n- [ ] Print the posters by Friday\n"
    let found = try findings(notes).filter { $0.expectation == "action-has-owner" }
    #expect(found.map(\.message) == ["nobody is named for “Print the posters”"])
  }

  @Test func aCommentBeforeAHeadingReachesItsSectionAndNoFurther() throws {
    let notes = """
      \(Self.allow)

      # Actions

      - [ ] Draft the agreement by Friday

      ## More of them

      - [ ] Order the readers by Friday

      # Action items

      - [ ] Print the posters by Friday

      """
    let found = try findings(notes).filter { $0.expectation == "action-has-owner" }
    #expect(found.map(\.message) == ["nobody is named for “Print the posters”"])
    let below = "# Actions\n\n\(Self.allow)\n\n- [ ] Draft the agreement by Friday\n\n# Action items\n\n- [ ] Print the posters by Friday\n"
    #expect(try findings(below).filter { $0.expectation == "action-has-owner" }.count == 1)
  }

  @Test func aCommentInCodeAllowsNothing() throws {
    let notes = "```\n\(Self.allow)\n```\n\n# Actions\n\n- [ ] Draft the agreement by Friday\n"
    #expect(try names(notes) == ["action-has-owner"])
  }

  @Test func oneCommentMayNameSeveral() throws {
    let notes = "# Actions\n\n<!-- heard: allow action-has-owner, action-has-due-date — Monday -->\n- [ ] Draft the agreement\n"
    // Without an owner nothing is said of the day, and so there is nothing of that name to allow.
    #expect(try names(notes).filter { $0 != "allowance-is-used" } == [])
  }

  @Test func theRegistryAllowsByNameAndByWords() throws {
    let notes = "# Actions\n\n- [ ] Draft the agreement by Friday\n- [ ] Print the posters by Friday\n"
    let words = "allow:\n  - expectation: action-has-owner\n    text: posters\n    reason: the printer does it\n"
    #expect(try findings(notes, words).filter { $0.severity >= .warning }.map(\.message) == ["nobody is named for “Draft the agreement”"])
    let all = "allow:\n  - expectation: action-has-owner\n    reason: the chair assigns them\n"
    #expect(try names(notes, all) == [])
  }

  // MARK: One cause, one finding

  @Test func manyOfOneKindAreToldAsOneUnlessTheRegistryNamesIt() throws {
    let notes = "# Actions\n\n- [ ] Ana to print the posters\n- [ ] Ana to book the room\n- [ ] Ana to call the bank\n"
    let found = try findings(notes).filter { $0.expectation == "action-has-due-date" }
    #expect(found.map(\.message) == ["3 actions have no due date, among them “print the posters”"])
    #expect(found.first?.related.count == 2)
    #expect(try names(notes, "severities: {action-has-due-date: warning}\n").count == 3)
  }

  @Test func whatAnotherFindingSaysIsNotSaidAgain() throws {
    let notes = "# Actions\n\n- [ ] Draft the agreement\n"
    #expect(try names(notes) == ["action-has-owner"])
    let named = "severities: {action-has-due-date: warning}\n"
    #expect(try names(notes, named).sorted() == ["action-has-due-date", "action-has-owner"])
  }

  // MARK: Fingerprints

  @Test func editsAboveLeaveFingerprintsAsTheyAre() throws {
    let notes = "# Actions\n\n- [ ] Draft the agreement by Friday\n- [ ] Ana to book the room\n"
    let before = try findings(notes).filter { $0.severity >= .warning }
    let after = try findings("# Scope\n\nThe pilot covers one line.\n\n" + notes).filter { $0.severity >= .warning }
    #expect(before.count == 2)
    #expect(before.map(\.fingerprint) == after.map(\.fingerprint))
    #expect(before.map(\.span.start) != after.map(\.span.start))
  }

  @Test func theSameWordsTwiceHaveTwoFingerprints() throws {
    let notes = "# Actions\n\n- [ ] Ana to book the room\n\n# Action items\n\n- [ ] Ben to book the room\n"
    let prints = try findings(notes, "severities: {action-has-due-date: warning}\n")
      .filter { $0.expectation == "action-has-due-date" }.map(\.fingerprint)
    #expect(prints.count == 2)
    #expect(prints.count == Set(prints).count)
  }

  // MARK: Questions that were left, and others

  private func questions(_ notes: String) throws -> [String] {
    try findings(notes).filter { $0.expectation == "question-is-answered" }.map(\.message)
  }

  @Test func whatOthersSpeakToWasNotLeft() throws {
    let talk = "Ana: How do we pay for the second reader?\n\nBen: The first one costs too much already.\n"
    #expect(try questions(talk) == [])
    let left = "Ben: The first one costs too much.\n\nAna: How do we pay for the second reader?\n"
    #expect(try questions(left) == ["“How do we pay for the second reader?” stays without an answer"])
  }

  @Test func whatIsPutOffWasLeft() throws {
    let talk = "Ana: How do we pay for the second reader?\n\nBen: Let's look at it next week.\n"
    #expect(try questions(talk) == ["“How do we pay for the second reader?” stays without an answer"])
  }

  @Test func whatTheFloorIsAskedWantsNoAnswer() throws {
    #expect(
      try questions("# Scope\n\n- Is there anything else for today?\n- Any other business?\n- Shall we move on to the budget?\n") == [])
  }
}
