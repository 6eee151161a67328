/// Nothing in notes comes out live, in whatever format it is printed.
import Foundation
import Testing

@Suite struct HostileTests {
  private static let formats = ["text", "markdown", "json", "jsonl"]

  /// Sentences in which something is heard, around text that tries to get out.
  private static let payloads = [
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{9B}31m", "\u{202E}gnp.exe", "\u{2066}a\u{2069}", "a\u{2028}b\u{2029}c",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://evil.example/p.png)",
    "[x](javascript:alert(1))", "@everyone and @channel", "fixes #12", "`code` ``` **x** __y__ ~~z~~", "a | b | c",
    "\\\" }, {\"x\": \"", "&lt;b&gt; &#60;b&#62;", "$x^2$", "1. one", "# heading", "- item", "> quote", "+ plus", "===",
    "\u{E0041}\u{E0042}", "\u{FEFF}x", "\u{0}nul", "\u{7F}del",
  ]

  private static func notes(_ payload: String) -> String {
    """
    # \(payload) Weekly

    ACTION: Ana to \(payload) send \(payload)
    DECISION: \(payload) we go \(payload)

    - \(payload) who signs \(payload) the contract?

    """
  }

  @Test("text that tries to get out stays text", arguments: payloads)
  func payloadStaysText(payload: String) throws {
    for format in Self.formats {
      let run = try CommandRun(["--format", format, "-"], input: Self.notes(payload))
      #expect(!run.isKilled)
      #expect(run.status == 0)
      #expect(Notes.fault(in: run.output) == nil, "\(format)")
      if format == "markdown" { Self.expectTame(run.text) }
      if format == "json" { #expect(try run.json() is [String: Any]) }
    }
    for command in [["show", "meeting"], ["show", "document"]] {
      let run = try CommandRun(command, input: Self.notes(payload))
      #expect(run.status == 0)
      #expect(Notes.fault(in: run.output) == nil, "\(command)")
    }
  }

  /// The lines are ours, and what Markdown and chats obey is escaped.
  private static func expectTame(_ markdown: String) {
    for line in markdown.split(separator: "\n") {
      #expect(
        ["## ", "### ", "**", "- ", "Nothing heard", "Did I get that right?"].contains { line.hasPrefix($0) }
          || line.prefix { $0.isNumber }.count == 1 && line.dropFirst().hasPrefix(". "), "\(line)")
    }
    var last: Unicode.Scalar = " "
    let scalars = Array(markdown.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar == "<" || scalar == "`" { #expect(last == "\\", "\(markdown)") }
      if scalar == "@" { #expect(next == "\u{2060}", "\(markdown)") }
      if scalar == "(" { #expect(last != "]" || (index > 1 && scalars[index - 2] == "\\"), "\(markdown)") }
      last = scalar
    }
  }

  @Test(.enabled(if: Notes.shared != nil)) func injectionsOfOthersStayTextInEveryFormat() throws {
    let archive = try #require(Notes.shared).appendingPathComponent("hostile/inputs.tar.xz").path
    let folder = try TemporaryFolder()
    let unpacking = try CommandRun(
      shell: "tar xJf '\(archive)' --wildcards '*/output-injection/*' && ls -d */output-injection | grep -v yaml",
      in: folder.url)
    let folders = unpacking.text.split(separator: "\n").map(String.init)
    #expect(folders.count >= 3)
    for name in folders {
      for format in Self.formats {
        let run = try CommandRun(["--format", format, name], in: folder.url)
        #expect(!run.isKilled && (run.status == 0 || run.status == 2), "\(name) \(format): \(run.status)")
        #expect(Notes.fault(in: run.output) == nil, "\(name) \(format)")
        #expect(Notes.fault(in: run.errors) == nil, "\(name) \(format)")
        #expect(!run.output.isEmpty)
        if format == "jsonl" { #expect(try run.jsonLines().count > 20) }
        if format == "json" { #expect(try run.json() is [Any]) }
        if format == "markdown" { Self.expectTame(run.text) }
      }
    }
  }
}
