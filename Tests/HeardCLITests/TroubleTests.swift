/// What the command says, and how it ends, where something is wrong.
import Foundation
import Testing

@Suite struct TroubleTests {
  private let folder: TemporaryFolder
  private let kickoff: String

  init() throws {
    folder = try TemporaryFolder()
    kickoff = try folder.write(Notes.kickoff, to: "kickoff.md")
  }

  /// One line on standard error with these words, status 2, and the good notes were still printed.
  private func expectOneLine(_ words: [String], from arguments: [String], input: String = "") throws {
    let run = try CommandRun(arguments + [kickoff], input: input)
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1, "\(run.errorText)")
    #expect(run.errorText.hasPrefix("heard: "))
    for word in words { #expect(run.errorText.contains(word), "\(run.errorText)") }
    #expect(run.text.contains("send the budget"))
  }

  @Test func aMissingFileIsToldAndTheOthersAreDone() throws {
    try expectOneLine(["nowhere.md", "no such file"], from: [folder.url.path + "/nowhere.md"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func anUnreadableFileIsToldAndTheOthersAreDone() throws {
    let secret = try folder.write("x", to: "secret.md")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: secret)
    try expectOneLine(["secret.md", "may not be read"], from: [secret])
  }

  @Test func aCircleOfLinksIsTold() throws {
    let link = folder.url.appendingPathComponent("circle.md").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: link)
    try expectOneLine(["circle.md"], from: [link])
  }

  @Test func aFolderWithoutNotesIsTold() throws {
    try folder.write("x", to: "empty/picture.png")
    try expectOneLine(["empty", "holds no notes"], from: [folder.url.appendingPathComponent("empty").path])
  }

  @Test func whatIsNoFileIsTold() throws {
    let pipe = folder.url.appendingPathComponent("pipe.md").path
    #expect(mkfifo(pipe, 0o600) == 0)
    try expectOneLine(["pipe.md", "not a regular file"], from: [pipe])
    try expectOneLine(["/dev/null", "not a regular file"], from: ["/dev/null"])
  }

  @Test func whatIsTooLargeIsTold() throws {
    let large = try folder.write(String(repeating: "x", count: 5000), to: "large.md")
    try expectOneLine(["large.md", "larger than 4 KB", "--max-size"], from: ["--max-size", "4K", large])
    let input = String(repeating: "x", count: 5000)
    try expectOneLine(["standard input", "larger"], from: ["--max-size", "4K", "-"], input: input)
    #expect(try CommandRun(["--max-size", "5000", large]).status == 0)
  }

  @Test(
    "a wrong option is one line that says what is right",
    arguments: [
      (["--format", "jsno"], "did you mean 'json'?"), (["--format", "xyz"], "write one of text, markdown"),
      (["--from", "markdwon"], "did you mean 'markdown'?"), (["--date", "2026-02-30"], "no such day"),
      (["--date", "tomorrow"], "YYYY-MM-DD"), (["--min-confidence", "2"], "from 0 to 1"),
      (["--min-confidence", "nan"], "from 0 to 1"), (["--max-size", "99999999999999999999G"], "up to 1G"),
      (["--max-size", "0"], "up to 1G"), (["--color", "alway"], "did you mean 'always'?"),
      (["--dialect", "fr"], "us, uk"), (["--fromat", "json"], "--from"),
      (["show", "meting"], "did you mean 'meeting'?"),
      (["explain", "kickoff.md"], "NOTES:LINE"), (["explain", "kickoff.md:0"], "NOTES:LINE"),
      (["explain", "kickoff.md:99999999999999999999"], "NOTES:LINE"),
    ])
  func aWrongOptionIsOneLine(arguments: [String], words: String) throws {
    let isExplain = arguments.first == "explain"
    let run = try CommandRun(arguments + (isExplain ? [] : ["kickoff.md"]), in: folder.url)
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(run.errorLines.count == 1, "\(run.errorText)")
    #expect(run.errorText.contains(words), "\(run.errorText)")
  }

  @Test func aLineThatIsNotThereIsTold() throws {
    let run = try CommandRun(["explain", kickoff + ":400"])
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains("has only"))
  }

  @Test func aBrokenGrammarIsToldWithItsPlaces() throws {
    let file = try folder.write("action \"broken\n  match\n", to: "cues/en/team.cues")
    let cues = folder.url.appendingPathComponent("cues").path
    let run = try CommandRun(["--grammar", cues, kickoff])
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(!run.errorLines.isEmpty)
    for line in run.errorLines { #expect(line.hasPrefix("heard: \(file):"), "\(line)") }
  }

  @Test func aGrammarThatIsNotThereIsTold() throws {
    for path in [folder.url.path + "/nowhere", kickoff, folder.url.path] {
      let run = try CommandRun(["--grammar", path, kickoff])
      #expect(run.status == 2)
      #expect(run.output == [])
      #expect(run.errorLines.count == 1, "\(run.errorText)")
    }
  }

  @Test func machineOutputIsAloneOnStandardOutput() throws {
    let missing = folder.url.path + "/nowhere.md"
    for arguments in [[missing, kickoff], [kickoff, missing], [missing, missing]] {
      let run = try CommandRun(["--format", "json"] + arguments)
      #expect(run.status == 2)
      #expect(try run.json() is [Any])
      let lines = try CommandRun(["--format", "jsonl"] + arguments)
      #expect(try lines.jsonLines().count == arguments.filter { $0 == kickoff }.count)
    }
    let alone = try CommandRun(["--format", "json", missing])
    #expect(alone.status == 2)
    #expect(alone.output == [])
  }

  @Test func nothingInTheArgumentsSteersTheTerminal() throws {
    for arguments in [["\u{1B}[2Jx.md"], ["--\u{1B}]0;x\u{7}"], ["--format", "\u{9B}2J"], ["explain", "\u{202E}:3"]] {
      let run = try CommandRun(arguments)
      #expect(run.status == 2)
      #expect(Notes.fault(in: run.errors) == nil)
      #expect(!run.errors.isEmpty)
    }
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    for name in 0..<400 { try folder.write(Notes.kickoff, to: "many/\(name).md") }
    let run = try CommandRun(
      shell: "\"$HEARD\" --format jsonl many | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}", in: folder.url)
    #expect(run.text == "0\n")
    #expect(run.errors == [])
  }

  @Test func aFullDiskIsTold() throws {
    let run = try CommandRun(shell: "\"$HEARD\" kickoff.md > /dev/full", in: folder.url)
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains("no space left"))
  }

  @Test func anInterruptEndsItWithItsOwnStatus() throws {
    let run = try CommandRun(
      shell: "set -m; sleep 20 | \"$HEARD\" - & job=$!; sleep 0.5; kill -INT $job; wait $job; echo $?")
    #expect(run.text == "130\n")
  }

  @Test func helpAndVersionGoToStandardOutput() throws {
    for arguments in [["--help"], ["--version"], ["actions", "--help"]] {
      let run = try CommandRun(arguments)
      #expect(run.status == 0)
      #expect(run.errors == [])
      #expect(!run.output.isEmpty)
    }
  }
}
