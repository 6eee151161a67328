/// What the outputs make of a meeting in which everything was heard.
import Foundation
import Testing

@testable import Heard

@Suite struct OutputTests {
  private static func printed(_ print: (Report, inout [UInt8]) -> Void, _ words: String = "words") -> String {
    var out: [UInt8] = []
    print(MeetingOfAllKinds.report(words), &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test func textShowsAllSidesOfEverything() {
    #expect(Self.printed { TextOutput.append($0, to: &$1) } == Self.text)
  }

  private static let text = """
    words Weekly · 2026-11-20 · notes.md

    People (3)
      present    Ana Silva (words)
      absent     Ben
      mentioned  words

    Decisions (1)
      We take words
        why: because words
        by Ana Silva · votes: 3 to 1 · against: words are late · 3:1 · again on line 5

    Actions (3)
      [ ] send words
          Ana Silva, Ben · by Friday (2026-11-27) · asked, not yet taken on · 2:1
      [x] find words
          nobody named · no due date · done · carried over · 4:1
      [ ] keep words
          Ben · next week (2026-11-23 to 2026-11-29) · hedged · 4:1

    Open questions (1)
      Which words?
        asked by Ben · to Ana Silva · 5:1

    Answered questions (1)
      Why words?
        answer: Because of words.
        5:1

    Wins (1)
      words went well
        by Ana Silva · 1:1

    Not read (1)
      words were too many
        6:2

    """

  @Test func markdownShowsAllSidesOfEverything() {
    #expect(Self.printed { MarkdownOutput.append($0, to: &$1) } == Self.markdown)
  }

  private static let markdown = """
    ## words Weekly — 2026-11-20

    **Present:** Ana Silva (words)

    **Absent:** Ben

    **Mentioned:** words

    ### Decisions

    - We take words — why: because words (by Ana Silva; votes: 3 to 1; against: words are late) · line 3, again on line 5

    ### Actions

    - [ ] **Ana Silva, Ben**: send words — by Friday (2026-11-27) (asked, not yet taken on) · line 2
    - [x] *nobody named*: find words (carried over) · line 4
    - [ ] **Ben**: keep words — next week (2026-11-23 to 2026-11-29) (hedged) · line 4

    ### Open questions

    - Which words? (asked by Ben; to Ana Silva) · line 5

    ### Answered questions

    - Why words? — answer: Because of words. · line 5

    ### Wins

    - words went well (by Ana Silva) · line 1

    ### Not read

    - words were too many · line 6

    """

  @Test func jsonHasTheSchemasKeys() throws {
    let text = Self.printed { JSONOutput.append($0, to: &$1) }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "schema", "notes", "meeting", "people", "topics", "decisions", "actions", "questions", "findings", "remarks",
        "omissions",
      ])
    let action = try #require((object["actions"] as? [[String: Any]])?.first)
    #expect(
      Set(action.keys) == [
        "id", "text", "owners", "status", "firmness", "due", "carriedOver", "topic", "span", "repeats", "confidence",
        "cues",
      ])
    let due = try #require(action["due"] as? [String: Any])
    #expect(due["date"] as? String == "2026-11-27")
    #expect(due["period"] is NSNull)
    #expect(action["topic"] as? String == "words first")
    #expect(action["confidence"] as? Double == 0.97)
    #expect(action["cues"] as? [String] == ["en/action/x", "en/section/words"])
    let span = try #require(action["span"] as? [String: Int])
    #expect(span == ["start": 2, "end": 4, "line": 2, "column": 1, "endLine": 2, "endColumn": 3])
    let open = try #require((object["actions"] as? [[String: Any]])?[1])
    #expect(open["due"] is NSNull)
    #expect(open["topic"] is NSNull)
  }

  @Test func aDumpShowsWeightsAndPlaces() {
    let text = Self.printed { MeetingDump.append($0, to: &$1) }
    #expect(text.contains("action 2:1-2:3 “send words” · open · asked"))
    #expect(text.contains("  +3.20 en/action/x 2:1-2:3"))
    #expect(text.contains("  -1.05 en/section/words 2:1-2:3"))
  }

  @Test(
    "shares have two digits",
    arguments: [
      (0.0, "0"), (1.0, "1"), (0.97, "0.97"), (0.5, "0.5"), (0.999, "1"), (0.004, "0"), (0.07, "0.07"), (-1, "0"),
      (7, "1"), (.nan, "0"), (.infinity, "1"),
    ])
  func sharesHaveTwoDigits(share: Double, text: String) {
    var json = JSONWriting(appendingTo: [])
    json.value(share: share)
    #expect(String(decoding: json.finished(), as: UTF8.self) == text)
  }

  @Test func whatWouldSteerATerminalIsSpelledOut() {
    #expect(VisibleText.string("a\u{1B}[2J\u{7}\u{7F}\r\n\tb") == "a^[[2J^G^?   b")
    #expect(VisibleText.string("\u{9B}\u{202E}\u{2066}\u{E0041}") == "\\u{9B}\\u{202E}\\u{2066}\\u{E0041}")
    #expect(VisibleText.string("Zoë 👩‍👧 日本") == "Zoë 👩‍👧 日本")
  }

  @Test func anyStringIsTheSameBehindJSON() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let scalars = (0..<40).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x11_0000, using: &random) >> UInt32.random(in: 0...16, using: &random))
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      var out: [UInt8] = []
      JSONWriting.append(quoted: text, to: &out)
      let back = try JSONSerialization.jsonObject(with: Data(out), options: .fragmentsAllowed) as? String
      #expect(back.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
      #expect(!out.contains { $0 < 0x20 || $0 == 0x7F })
    }
  }

  private static let payloads = [
    "# a", "#", "- a", "+ a", "* a", "1. a", "12) a", "> a", "=", "===", "---", "***", "```", "~~~", "    a", "[a](b)",
    "![a](b)", "[a]: b", "<b>a</b>", "<!-- a", "<?a", "| a | b |", "a | b", "**a", "a**", "_a_", "`a", "a`",
    "&lt;a&gt;",
    "\\", "a\\", "a\n# b", "a\n\n- b", "[ ] a", "[x] a", "@ana", "\\@ana", "http://a.example", "<http://a.example>",
    "$a$",
    "~~a~~", "a#", "a ##", "^a^", "\u{2028}# a", ":", "::", "!", "",
  ]

  /// Our own reader is the judge: whatever the words, the blocks stay the same, and so do the words.
  @Test("words stay words in Markdown", arguments: payloads)
  func wordsStayWordsInMarkdown(words: String) {
    func blocks(_ words: String) -> [Block.Kind] {
      let text = Self.printed({ MarkdownOutput.append($0, to: &$1) }, words)
      return Document(reading: Array(text.utf8), name: "x.md", from: .markdown).blocks.map(\.kind)
    }
    #expect(blocks(words) == blocks("words"))
    var out: [UInt8] = Array("- ".utf8)
    MarkdownEscaping.append(words, opensLine: true, to: &out)
    let document = Document(reading: out, name: "x.md", from: .markdown)
    var text = BlockText()
    for block in document.blocks where block.isLeaf { document.text(of: block, into: &text) }
    let shown = String(decoding: text.bytes, as: UTF8.self).filter { $0 != "\u{2060}" }
    let plain = VisibleText.string(words).split(separator: " ").joined(separator: " ")
    #expect(shown.split(separator: " ").joined(separator: " ") == plain)
    #expect(text.marks.allSatisfy { $0.kind == .mention || $0.kind == .link && words.contains("http") })
  }

  @Test func linesAreWrappedAtTheWidthAndIndented() {
    var layout = TextLayout(TextStyle(width: 30), appendingTo: [])
    layout.line("  ", [StyledText("one two three four five six seven eight"), StyledText("日本日本日本日本日本")])
    #expect(
      String(decoding: layout.finished(), as: UTF8.self) == """
          one two three four five six
          seven eight
          日本日本日本日本日本

        """)
  }
}
