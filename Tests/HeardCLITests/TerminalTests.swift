/// Colours, widths and usage on a terminal, which `script` of util-linux stands for.
import Foundation
import Testing

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script of util-linux"))
struct TerminalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      Notes.kickoff + "ACTION: Ana to " + String(repeating: "write and ", count: 30) + "rest\n", to: "kickoff.md")
  }

  /// Runs a line of the shell on a terminal of that many columns.
  private func onTerminal(_ line: String, columns: Int = 60) throws -> CommandRun {
    try CommandRun(
      shell: "TERM=xterm script -qec 'stty cols \(columns); \(line)' /dev/null < /dev/null", in: folder.url)
  }

  @Test func aTerminalGetsColours() throws {
    #expect(try onTerminal("\"$HEARD\" kickoff.md").output.contains(0x1B))
  }

  @Test func noColourIsHeeded() throws {
    #expect(try !onTerminal("NO_COLOR=1 \"$HEARD\" kickoff.md").output.contains(0x1B))
    #expect(try !onTerminal("\"$HEARD\" --color never kickoff.md").output.contains(0x1B))
    #expect(try onTerminal("NO_COLOR= \"$HEARD\" kickoff.md").output.contains(0x1B))
    #expect(try onTerminal("NO_COLOR=1 \"$HEARD\" --color always kickoff.md").output.contains(0x1B))
  }

  @Test func whatIsNoTerminalGetsNoColours() throws {
    let path = folder.url.appendingPathComponent("kickoff.md").path
    #expect(try !CommandRun([path]).output.contains(0x1B))
    #expect(try CommandRun(["--color", "always", path]).output.contains(0x1B))
  }

  @Test func linesFitTheTerminal() throws {
    for columns in [40, 60, 100] {
      let run = try onTerminal("NO_COLOR=1 \"$HEARD\" kickoff.md", columns: columns)
      let lines = run.text.split(whereSeparator: \.isNewline)
      #expect(lines.count > 10)
      #expect(lines.allSatisfy { $0.count <= columns }, "\(columns)")
    }
  }

  @Test func withoutNotesATerminalGetsTheUsage() throws {
    let run = try CommandRun(
      shell: "script -qec '\"$HEARD\" > out 2> err; echo status $?' /dev/null < /dev/null", in: folder.url)
    #expect(run.text.contains("status 2"))
    let errors = try String(contentsOf: folder.url.appendingPathComponent("err"), encoding: .utf8)
    #expect(errors.contains("USAGE: heard"))
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("out")).isEmpty)
  }
}
