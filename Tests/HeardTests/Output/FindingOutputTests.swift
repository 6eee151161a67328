/// Findings say their place in the units of each format, and what they quote cannot break out of it.
import Testing

@testable import Heard

@Suite struct FindingOutputTests {
  /// A finding over the words between the marks, one `«»` pair.
  private func report(_ marked: String, message: String = "Nobody is named", name: String? = "a b,c:%.md") throws -> Report {
    let bytes = Array(marked.utf8)
    let open = Array("«".utf8)
    let close = Array("»".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: open) })
    let end = try #require(bytes.indices.first { bytes[$0...].starts(with: close) })
    let notes = Array(bytes[..<start] + bytes[(start + open.count)..<end] + bytes[(end + close.count)...])
    let span = Span(start, end - open.count)
    let finding = Finding(
      expectation: "action-has-owner", severity: .warning, message: message, span: span,
      related: [.init(span: Span(0, 1), message: "first said here")],
      question: .init(text: "Who will?", to: "Ana"), fingerprint: "f00d")
    let document = Document(reading: notes, name: "x.md")
    return Report(name: name, document: document, meeting: Meeting(), findings: [finding])
  }

  private func text(_ body: (inout [UInt8]) -> Void) -> String {
    var out: [UInt8] = []
    body(&out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test func theCaretStandsUnderTheWords() throws {
    let report = try report("# Été\r\n\r\n  - à faire: «send 日本 now» please\r\n")
    let shown = text { FindingOutput.append(report, to: &$0) }
    #expect(
      shown == """
        a b,c:%.md
          3:15 warning Nobody is named [action-has-owner]
             3 | - à faire: send 日本 now please
               |            ^^^^^^^^^^^^^
            1:1 first said here
            ask Ana: Who will?


        """)
  }

  @Test func aLongLineIsShownAroundTheWords() throws {
    let long = String(repeating: "word ", count: 200)
    let report = try report(long + "«send it»" + long)
    let lines = text { FindingOutput.append(report, TextStyle(width: 60), to: &$0) }.split(separator: "\n")
    #expect(lines.contains { $0.contains("send it") && $0.contains("…") })
    #expect(lines.allSatisfy { $0.count < 80 })
    let shown = try #require(lines.firstIndex { $0.contains("send it") })
    let caret = lines[shown + 1].prefix { $0 != "^" }.count
    #expect(lines[shown].dropFirst(caret).hasPrefix("send it"))
  }

  @Test func aFindingOverSeveralLinesShowsItsFirst() throws {
    let report = try report("- «send it\n  to Ben»\n")
    let shown = text { FindingOutput.append(report, to: &$0) }
    #expect(shown.contains("1 | - send it\n       |   ^^^^^^^\n"), "\(shown)")
  }

  @Test func annotationsEscapeWhatWouldEndThem() throws {
    let report = try report("é «x»", message: "50 %, a::b\nc\u{1B}[2J")
    #expect(
      text { GitHubOutput.append(report, to: &$0) }
        == "::warning file=a b%2Cc%3A%25.md,line=1,endLine=1,col=3,endColumn=4,title=action-has-owner"
        + "::50 %25, a::b c^[[2J%0AAsk Ana: Who will?\n")
  }

  @Test func compilerLinesCountBytes() throws {
    let report = try report("é «x»", name: "notes.md")
    #expect(
      text { GCCOutput.append(report, to: &$0) }
        == "notes.md:1:4: warning: Nobody is named [action-has-owner]\nnotes.md:1:1: note: first said here\n")
  }

  @Test func junitHoldsNothingThatXMLForbids() throws {
    let report = try report("«x»", message: "<a & \"b\" \u{0}\u{FFFE}\u{1B}>", name: "<&>.md")
    var junit = JUnitOutput()
    junit.append(report, checked: ["action-has-owner", "question-is-answered"])
    let xml = String(decoding: junit.finished(), as: UTF8.self)
    #expect(xml.contains("message=\"&lt;a &amp; &quot;b&quot; ^@\u{FFFD}^[&gt;\""))
    #expect(xml.contains("<testsuites name=\"heard\" tests=\"2\" failures=\"1\" errors=\"0\">"))
    #expect(xml.contains("<testcase classname=\"&lt;&amp;&gt;.md\" name=\"question-is-answered\"/>"))
  }

  @Test func sarifNamesFilesAsURIs() throws {
    let report = try report("é 𝒳 «x»\n", name: "notes/Åse 1%.md")
    var sarif = SARIFOutput(version: "1.2.3")
    sarif.append(report, path: report.name)
    let json = String(decoding: sarif.finished(), as: UTF8.self)
    #expect(json.contains("\"uri\":\"notes/%C3%85se%201%25.md\""))
    #expect(
      json.contains(
        "\"startLine\":1,\"startColumn\":6,\"endLine\":1,\"endColumn\":7,\"byteOffset\":8,\"byteLength\":1"))
  }
}
