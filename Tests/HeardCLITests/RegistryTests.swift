/// The registry is found, named, read once, and told where it is wrong, whatever command hears the notes.
import Foundation
import Testing

@Suite struct RegistryTests {
  static let registry = """
    people:
      - {name: Zoë Brandt, handle: zoe}
      - {name: Max Weber}
    areas:
      - {name: Payments, accountable: Zoë Brandt, covers: [refund*]}
    severities: {topic-has-outcome: off}

    """
  private static let notes =
    "# Weekly\nPresent: Zoe, Max\n\n## Actions\n- Max will send the refund list by 2026-12-01\n"

  private static func folder(_ registry: String = registry) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(registry, to: "expectations.yml")
    try folder.write(notes, to: "notes/2026/a.md")
    return folder
  }

  @Test func itIsFoundAboveTheNotes() throws {
    let folder = try Self.folder()
    let run = try CommandRun(["check", "notes"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.text.contains("Max Weber is to do “send the refund list”") && run.text.contains("[owner-fits-role]"))
    #expect(run.text.contains("ask Zoë Brandt:"))
  }

  @Test func standardInputStandsInTheWorkingFolder() throws {
    let folder = try Self.folder()
    let place = folder.url.appendingPathComponent("notes")
    #expect(try CommandRun(["check"], input: Self.notes, in: place).text.contains("[owner-fits-role]"))
  }

  @Test func theNearestCounts() throws {
    let folder = try Self.folder()
    try folder.write("severities: {next-meeting-is-set: off}\n", to: "notes/expectations.yml")
    #expect(try !CommandRun(["check", "notes"], in: folder.url).text.contains("[owner-fits-role]"))
    let run = try CommandRun(["check", "--expect", "expectations.yml", "notes"], in: folder.url)
    #expect(run.text.contains("[owner-fits-role]"))
  }

  @Test(
    "every command that hears knows the declared people",
    arguments: [["report"], ["actions"], ["people"], ["show", "meeting"]])
  func everyCommandKnowsThePeople(command: [String]) throws {
    let folder = try Self.folder()
    let run = try CommandRun(command + ["notes/2026/a.md"], in: folder.url)
    #expect(run.status == 0)
    #expect(run.text.contains("Max Weber"))
  }

  @Test("errors are told all at once and end the run", arguments: [["check"], ["report"], ["actions"], ["explain"]])
  func errorsAreStatusTwo(command: [String]) throws {
    let folder = try Self.folder("poeple: []\nareas:\n  - {name: Payments, accountable: Ana}\n")
    let place = command == ["explain"] ? "notes/2026/a.md:5" : "notes"
    let run = try CommandRun(command + [place], in: folder.url)
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errorLines.count == 2)
    #expect(run.errorLines.first?.hasPrefix("heard: expectations.yml:1:1: unknown key “poeple”") == true)
    #expect(run.errorLines.last?.hasPrefix("heard: expectations.yml:3:35: “Ana” is not declared") == true)
  }

  @Test func aRegistryThatIsNotThereIsTold() throws {
    let run = try CommandRun(["check", "--expect", "none.yml"], input: Self.notes)
    #expect(run.status == 2)
    #expect(run.errorLines == ["heard: none.yml: there is no such file or folder; check the name"])
  }

  @Test func watchingSeesTheRegistryChange() throws {
    let folder = try Self.folder("severities: {action-has-due-date: off}\n")
    try folder.write(Self.registry, to: "new.yml")
    try folder.write("poeple: []\n", to: "broken.yml")
    let run = try CommandRun(
      shell: """
        said() { for i in {1..300}; do grep -q "$1" out && return; sleep 0.1; done; return 1; }
        "$HEARD" check --watch notes > out 2>&1 & pid=$!
        said 'in 1 file' && cp broken.yml expectations.yml && said poeple && cp new.yml expectations.yml && said owner-fits-role
        kill -INT $pid; wait $pid; status=$?
        cat out; exit $status
        """, in: folder.url)
    #expect(run.status == 130)
    let places = ["in 1 file", "expectations.yml:1:1: unknown key", "owner-fits-role"].map {
      run.text.range(of: $0)?.lowerBound
    }
    #expect(!places.contains(nil) && places.compactMap { $0 }.sorted() == places.compactMap { $0 })
  }
}
