/// The sample partnership's notes are held against its registry, and what is printed is the golden beside them.
import Foundation
import Testing

@Suite struct PartnershipTests {
  private static let samples = Notes.package.appendingPathComponent("Samples")

  private static func run() throws -> CommandRun {
    try CommandRun(["check", "Samples/Partnership", "--level", "note"], in: Notes.package)
  }

  private static let findings = (try? run())?.text ?? ""

  @Test func itsFindingsAreThoseOfTheGolden() throws {
    let golden = Self.samples.appendingPathComponent("Partnership/findings.golden")
    let run = try Self.run()
    #expect(run.status == 1 && run.errorText == "")
    if ProcessInfo.processInfo.environment["HEARD_UPDATE"] == "1" { try Data(run.output).write(to: golden) }
    #expect(run.text == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test(
    "what is unclear between the partners is found",
    arguments: [
      ("action-has-owner", "“Find a second fridge for the depot"), ("action-has-one-owner", "has 2 owners: Farida"),
      ("owner-is-a-person", "a group, “The team”"), ("owner-was-present", "Owen Pryce was not there"),
      ("owner-fits-role", "Ingrid"), ("owner-is-known", "knows no “Dagny”"),
      ("due-date-fits-milestone", "2026-10-30"), ("due-date-is-ahead", "before the meeting"),
      ("due-date-is-exact", "“in November”"), ("decision-has-reason", "labels"), ("question-is-answered", "ribbons"),
      ("setback-has-action", "failed on Sunday"), ("disagreement-is-settled", "fee"),
      ("area-has-accountable", "both Owen Pryce and Jules Achterberg"),
      ("commitment-is-firm", "winter routes"), ("decision-has-decider", "without Owen Pryce"),
      ("win-is-acknowledged", "went really well"), ("assignment-is-accepted", "check the temperature logs"),
      ("consulted-was-asked", "Owen Pryce"), ("goal-is-touched", "none of the goals"),
      ("newcomer-is-introduced", "Bettina Graf"), ("everyone-is-heard", "Tomasz Wrona"),
    ])
  func itIsFound(expectation: String, words: String) {
    let lines = Self.findings.split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix("[\(expectation)]") && $0.contains(words) })
  }

  @Test(
    "what is clear is not asked about",
    arguments: [
      "deliver on Fridays", "label proof", "Fridays", "hang the poster", "rota for the farm stand", "winter sizes",
      "new batteries", "delivery window", "link by noon", "hill street", "We did not settle this” stays",
    ])
  func itIsSilent(words: String) {
    #expect(!(Self.findings.split(separator: "\n").contains { $0.hasSuffix("]") && $0.contains(words) }))
  }
}
