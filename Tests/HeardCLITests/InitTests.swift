/// `heard init` writes a registry that heard reads, whatever stands in the notes, and overwrites nothing.
import Foundation
import Testing

@Suite struct InitTests {
  @Test func itWritesWhoAndWhatTheNotesName() throws {
    let notes = """
      # Kickoff
      Present: Ana Silva (Lumen Ferries), Carla Jensen (Northbank Rail), Ana

      ## Money
      ACTION: Carla to send the budget by Friday

      """
    let text = try CommandRun(["init"], input: notes).text
    #expect(text.contains("partners:\n    - Lumen Ferries\n    - Northbank Rail\n"))
    #expect(text.contains("  - name: Carla Jensen\n"))
    #expect(text.contains("    partner: Northbank Rail\n"))
    #expect(text.contains("#   - name: Money\n#     accountable: "))
    #expect(text.split(separator: "\n").count { $0 == "  - name: Ana Silva" } == 1)
    #expect(!text.contains("- name: Ana\n"))
  }

  @Test func aFileThatIsThereStays() throws {
    let folder = try TemporaryFolder()
    try folder.write(Notes.kickoff, to: "a.md")
    let run = try CommandRun(["init", "a.md", "--output", "expectations.yml"], in: folder.url)
    #expect(run.status == 0 && run.output.isEmpty)
    let file = folder.url.appendingPathComponent("expectations.yml")
    let first = try Data(contentsOf: file)
    let again = try CommandRun(["init", "a.md", "-o", "expectations.yml"], in: folder.url)
    #expect(again.status == 2)
    #expect(
      again.errorLines == [
        "heard: expectations.yml: is there already and is left as it is; name another file, or move it away"
      ])
    #expect(try Data(contentsOf: file) == first)
  }

  @Test(
    "any name is read back",
    arguments: [
      "Yes", "No", "Null", "Ana: #1", "O'Neil \\\"Bob\\\" Quist", "- Dash", "1234 Zed", "Ze\u{301}e\u{202E} X",
      "{Brace} [B]*", "@at", "Zoë & Söhne", "*star", "?q", "'quoted'",
      "a\u{7}b", "x\u{85}y", "\u{2028}z", "~", "!tag", "%dir", "| pipe", "> fold", "`tick", "true", "1e3", "0x1F",
      "12:30:00",
    ])
  func anyNameIsReadBack(name: String) throws {
    let folder = try TemporaryFolder()
    let json = try JSONSerialization.data(withJSONObject: [
      ["speaker": name, "text": "I'll send the plan by Friday."], ["speaker": "Ana Silva", "text": "Good."],
    ])
    try folder.write(String(decoding: json, as: UTF8.self), to: "a.json")
    try folder.write(
      "# Weekly\nPresent: Ana Silva, \(name), Ben Okafor (\(name))\n\n## \(name)\n- Ana Silva to send it\n", to: "a.md")
    for notes in ["a.json", "a.md"] {
      let run = try CommandRun(["init", notes], in: folder.url)
      #expect(run.status == 0 && run.text.contains("name: Ana Silva"))
      #expect(Notes.fault(in: run.output) == nil)
      try Self.expectReadable(run.output)
    }
  }

  @Test(arguments: folders)
  func whatItWritesIsReadBack(folder: URL) throws {
    let run = try CommandRun(["init", folder.path])
    #expect(!run.output.isEmpty && !run.isKilled)
    try Self.expectReadable(run.output)
  }

  private static let folders: [URL] =
    ["Meetings", "Partnership", "Regressions", "Expectations"].map {
      Notes.package.appendingPathComponent("Samples/\($0)")
    }
    + (Notes.shared.map { [$0.appendingPathComponent("corpus/docs")] } ?? []).filter {
      FileManager.default.fileExists(atPath: $0.path)
    }

  /// Read without errors; uncommented too, so that the examples in it are right.
  private static func expectReadable(_ registry: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let text = String(decoding: registry, as: UTF8.self)
    let examples = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      guard line.hasPrefix("# ") else { return line }
      let rest = line.dropFirst(2)
      let isKey = rest.prefix { $0.isLetter && $0.isLowercase }.count > 0 && rest.drop { $0.isLowercase }.first == ":"
      return rest.hasPrefix(" ") || isKey ? rest : line
    }
    for version in [text, examples.joined(separator: "\n")] {
      try folder.write(version, to: "expectations.yml")
      let run = try CommandRun(["check", "--expect", "expectations.yml"], input: Notes.silent, in: folder.url)
      #expect(run.status == 0, "\(run.errorText)")
    }
  }
}
