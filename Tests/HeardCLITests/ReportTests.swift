/// What `heard` prints for notes, in every format.
import Foundation
import Testing

@Suite struct ReportTests {
  private let folder: TemporaryFolder
  private let kickoff: String

  init() throws {
    folder = try TemporaryFolder()
    kickoff = try folder.write(Notes.kickoff, to: "kickoff.md")
  }

  @Test func aReportSaysWhoDoesWhatAndWhereThatStands() throws {
    let run = try CommandRun([kickoff])
    #expect(run.status == 0)
    #expect(run.errors == [])
    #expect(run.text.contains("send the budget"))
    #expect(run.text.contains("Ana · no due date · 3:"))
    #expect(run.text.contains("Decisions (1)"))
    #expect(run.text.contains("Open questions (1)"))
  }

  @Test func standardInputIsReadForADashAndForNothing() throws {
    for arguments in [["-"], [], ["report", "-"]] {
      let run = try CommandRun(arguments, input: Notes.kickoff)
      #expect(run.status == 0)
      #expect(run.text.contains("send the budget"))
      #expect(run.text.contains("Ana · no due date · 3:"))
    }
  }

  @Test("notes without anything to hear say so", arguments: ["", "\n\n", Notes.silent])
  func silenceIsSaid(notes: String) throws {
    let text = try CommandRun(["-"], input: notes)
    #expect(text.status == 0)
    #expect(text.text.contains("Nothing heard"))
    let markdown = try CommandRun(["--format", "markdown"], input: notes)
    #expect(markdown.status == 0)
    #expect(markdown.text.contains("Nothing heard"))
    let json = try #require(try CommandRun(["--format", "json"], input: notes).json() as? [String: Any])
    for key in ["people", "actions", "decisions", "questions"] { #expect((json[key] as? [Any])?.isEmpty == true) }
  }

  @Test func oneFileIsOneObject() throws {
    let run = try CommandRun(["--format", "json", kickoff])
    let object = try #require(try run.json() as? [String: Any])
    #expect(object["schema"] as? String == "heard/1")
    #expect((object["notes"] as? [String: Any])?["name"] as? String == kickoff)
    let action = try #require((object["actions"] as? [[String: Any]])?.first)
    #expect((action["text"] as? String)?.hasSuffix("send the budget") == true)
    #expect(action["owners"] as? [String] == ["Ana"])
    #expect((action["span"] as? [String: Any])?["line"] as? Int == 3)
  }

  @Test func severalFilesAreAnArrayOrALineEach() throws {
    let second = try folder.write(Notes.kickoff, to: "second.md")
    let array = try #require(try CommandRun(["--format", "json", kickoff, second]).json() as? [Any])
    #expect(array.count == 2)
    #expect(try CommandRun(["--format", "jsonl", kickoff, second]).jsonLines().count == 2)
    let both = try CommandRun([kickoff, second]).text
    #expect(both.contains("\(kickoff):3") && both.contains("\(second):3"))
  }

  @Test func aFolderIsAnArrayEvenOfOne() throws {
    let array = try #require(try CommandRun(["--format", "json", folder.url.path]).json() as? [Any])
    #expect(array.count == 1)
  }

  @Test func aFolderIsReadInTheOrderOfItsNamesWithoutWhatIsNoNotes() throws {
    for name in ["b/2.md", "b/1.txt", "c.md", "a.md", ".git/x.md", ".hidden.md", "picture.png", "binary.md"] {
      try folder.write(name == "binary.md" ? "a\0b" : Notes.kickoff, to: "tree/" + name)
    }
    let root = folder.url.appendingPathComponent("tree").path
    let lines = try CommandRun(["--format", "jsonl", root]).jsonLines()
    let names = lines.compactMap { (($0 as? [String: Any])?["notes"] as? [String: Any])?["name"] as? String }
    #expect(names == ["a.md", "b/1.txt", "b/2.md", "c.md"].map { root + "/" + $0 })
  }

  @Test("one kind is printed alone", arguments: ["actions", "decisions", "questions", "people"])
  func oneKindIsPrintedAlone(kind: String) throws {
    let kinds = ["actions", "decisions", "questions", "people"]
    let words = ["actions": "send the budget", "decisions": "the pilot", "questions": "Who signs", "people": "Ana"]
    for format in ["text", "markdown", "json", "jsonl"] {
      let run = try CommandRun([kind, "--format", format, kickoff])
      #expect(run.status == 0)
      #expect(run.text.contains(words[kind] ?? "?"), "\(format)")
      for other in kinds where other != kind && other != "people" {
        #expect(!run.text.contains(words[other] ?? "?"), "\(kind) as \(format) holds \(other)")
      }
      if format == "json" || format == "jsonl" {
        let keys = (try run.json() as? [String: Any])?.keys.filter { kinds.contains($0) }
        #expect(keys.map { Array($0) } == [kind])
      }
    }
  }

  @Test func theDayOfTheMeetingCanBeGiven() throws {
    let object = try CommandRun(["--format", "json", "--date", "2026-11-20", kickoff]).json() as? [String: Any]
    #expect((object?["meeting"] as? [String: Any])?["date"] as? String == "2026-11-20")
  }

  @Test(
    "an option says the same whether the parser reads the command line or not, which -- makes it do",
    arguments: [
      ["--format", "json"], ["--format", "jsn"], ["--color", "always"], ["--from", "text"], ["--date", "2026-11-20"], ["--date", "soon"],
      ["--dialect", "uk"], ["--expect", "none.yml"], ["--grammar", "none"], ["--min-confidence", "0.99"], ["--min-confidence", "2"],
      ["--max-size", "1"], ["--max-size", "1Q"], ["--format", "json", "--format", "markdown"], ["--nonsense", "1"],
    ])
  func plainOptions(options: [String]) throws {
    for command in [[], ["report"], ["reflect"], ["actions"], ["people"]] {
      let plain = try CommandRun(command + options + [kickoff])
      let parsed = try CommandRun(command + options + ["--", kickoff])
      #expect(plain.output == parsed.output)
      #expect(plain.errors == parsed.errors)
      #expect(plain.status == parsed.status)
    }
  }

  @Test func stagesPrintThemselves() throws {
    let meeting = try CommandRun(["show", "meeting", kickoff])
    #expect(meeting.status == 0)
    #expect(meeting.text.contains("action 3:"))
    let document = try CommandRun(["show", "document", kickoff])
    #expect(document.status == 0)
    #expect(!document.output.isEmpty)
  }

  @Test func anExplanationNamesTheCuesOfALine() throws {
    let run = try CommandRun(["explain", kickoff + ":3"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("\(kickoff):3: ACTION: Ana to send the budget"))
    #expect(run.text.contains("heard action “"))
    #expect(run.text.contains("+"))
    #expect(try CommandRun(["explain", kickoff + ":2"]).text.contains("Nothing heard on this line."))
    #expect(try CommandRun(["explain", "-:3"], input: Notes.kickoff).text.contains("heard action"))
  }
}
