/// What the reader makes of shapes that the reference does not know, or has no words for.
import Testing

@testable import Heard

struct MarkdownReaderTests {
  @Test
  func `front matter becomes fields`() {
    let notes =
      "\u{FEFF}---\r\ntitle: \"A: b\"\r\nchairs:\r\n  - Ana\r\n  - Ben\r\ntags: [x, 'y z']\r\nempty:\r\n---\r\n# Hi\r\n"
    #expect(lines(notes) == ["title=A: b", "chairs=Ana", "chairs=Ben", "tags=x", "tags=y z", "empty=", "heading Hi"])
  }

  @Test(arguments: ["---\nno key here\n---\n", "---\nkey: value\n", "---\n- a\n---\n", "--- \n\n---\n"])
  func `what only looks like front matter stays Markdown`(_ notes: String) {
    #expect(blocks(notes).allSatisfy { $0.kind != .field })
    #expect(!blocks(notes).isEmpty)
  }

  @Test
  func `attribute lines are no text`() {
    #expect(lines("# Hi\n{: .a}\n{: #b}\n\nfoo\n{:.c}\nbar\n") == ["heading Hi", "paragraph foo", "paragraph bar"])
    #expect(lines("{: .a}\n\nfoo\n{::x}\n") == ["paragraph {: .a}", "paragraph foo\n{::x}"])
  }

  @Test
  func `boxes are flags of items`() {
    let flags = blocks("- [ ] a\n- [x] b\n1. [X] c\n- [ ]\n- [y] d\n- [x]e\n").filter { $0.kind == .item }.map(\.flags)
    #expect(flags == [.unticked, .ticked, .ticked, .unticked, [], []])
  }

  @Test
  func `cells know their column`() {
    let cells = blocks("| a | b |\n|-|-|\n| c \\| d | `e\\|f` | g |\n").filter { $0.kind == .cell }
    #expect(cells.map(\.level) == [0, 1, 0, 1, 2])
    #expect(cells.map { $0.flags.contains(.header) } == [true, true, false, false, false])
    #expect(lines("| a |\n|-|\n| c \\| d |\n").last == "cell c | d")
  }

  @Test(arguments: [
    ("a **b** _c_ ~~d~~ ~e~", "a b c d e", "strong[b] emphasis[c] struck[d] struck[e]"),
    ("`a` and ``b`c``", "a and b`c", "code[a] code[b`c]"),
    ("[a *b*](<u v> 't') ![i](j)", "a b i", "link[a b]=u v emphasis[b] image[i]=j"),
    ("[@lee][] [x][@lee]\n\n[@lee]: /l", "@lee x", "mention[@lee] link[@lee]=/l link[x]=/l"),
    (
      "<http://x.y> http://a.b/c_d_e. www.f.g a@c.de", "http://x.y http://a.b/c_d_e. www.f.g a@c.de",
      "link[http://x.y]=http://x.y link[http://a.b/c_d_e]=http://a.b/c_d_e link[www.f.g]=www.f.g link[a@c.de]=a@c.de"
    ),
    ("<del>a</del> <s>b</s> <ins>c</ins> <b>d</b>", "a b c d", "struck[a] struck[b] inserted[c] strong[d]"),
    ("by <time datetime=\"2024-06-03\">Monday</time>", "by Monday", "time[Monday]=2024-06-03"),
    ("a<!-- hidden -->b <br/>\nc\\\nd  \ne", "ab \nc\nd\ne", ""),
    (
      "@ana, (@ben-b) x@y \\@c @Jürgen @org/team", "@ana, (@ben-b) x@y @c @Jürgen @org/team",
      "mention[@ana] mention[@ben-b] mention[@Jürgen] mention[@org/team]"
    ),
    ("&amp;&lt;&ngE;&#x2013;&#0;&nope;", "&<\u{2267}\u{0338}\u{2013}\u{FFFD}&nope;", ""),
    ("> a\n> *b\n> c*", "a\nb\nc", "emphasis[b\nc]"),
  ])
  func `inlines become text and marks`(_ notes: String, _ words: String, _ marks: String) {
    var document = Document(notes: Array(notes.utf8), format: .markdown)
    MarkdownReader.read(into: &document)
    var text = BlockText()
    for block in document.blocks where block.kind == .paragraph { document.text(of: block, into: &text) }
    #expect(String(decoding: text.bytes, as: UTF8.self) == words)
    let found = text.marks.map { mark in
      let range = Int(mark.range.lowerBound)..<Int(mark.range.upperBound)
      let value = document.notes[Int(mark.value.lowerBound)..<Int(mark.value.upperBound)]
      let suffix = value.isEmpty ? "" : "=\(String(decoding: value, as: UTF8.self))"
      return "\(mark.kind)[\(String(decoding: text.bytes[range], as: UTF8.self))]\(suffix)"
    }
    #expect(found.joined(separator: " ") == marks)
  }

  @Test
  func `a break stands for the bytes between the words`() throws {
    let notes = "> one  \n>   two &amp; three"
    var document = Document(notes: Array(notes.utf8), format: .markdown)
    MarkdownReader.read(into: &document)
    var text = BlockText()
    document.text(of: try #require(document.blocks.last), into: &text)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "one\ntwo & three")
    #expect(text.span(of: 3..<4) == Span(5, 12))
    #expect(text.span(of: 0..<7) == Span(2, 15))
    #expect(text.span(of: 8..<9) == Span(16, 21))
  }

  @Test
  func `HTML blocks keep their text as it stands`() {
    #expect(lines("<!-- heard: x\n\ny -->\nfoo\n") == ["html <!-- heard: x\n\ny -->", "paragraph foo"])
    #expect(lines("<div>\n  a\n\nfoo\n") == ["html <div>\n  a", "paragraph foo"])
  }

  @Test
  func `link labels are kept`() {
    var document = Document(notes: Array("[A  b]: /u\n[ẞ]: /v\n\n[a B] [SS]\n".utf8), format: .markdown)
    MarkdownReader.read(into: &document)
    #expect(document.linkLabels == [Array("A B".utf8), Array("SS".utf8)])
    #expect(document.blocks.count == 1)
  }

  @Test
  func `all ways to end a line are the same`() {
    let notes = "# a\n\n- b\n  c\n\n```\nd\n\ne\n```\n| f |\n|-|\n| g |\n"
    let expected = lines(notes)
    #expect(expected.count == 5)
    #expect(lines(notes.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")) == expected)
    #expect(lines(notes.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r")) == expected)
  }

  private func blocks(_ notes: String) -> [Block] {
    var document = Document(notes: Array(notes.utf8), format: .markdown)
    MarkdownReader.read(into: &document)
    return document.blocks
  }

  /// Each leaf as its kind, or key, and its text.
  private func lines(_ notes: String) -> [String] {
    var document = Document(notes: Array(notes.utf8), format: .markdown)
    MarkdownReader.read(into: &document)
    var text = BlockText()
    return document.blocks.filter(\.isLeaf).map { block in
      document.text(of: block, into: &text)
      let key = document.notes[Int(block.label.lowerBound)..<Int(block.label.upperBound)]
      let words = String(decoding: text.bytes, as: UTF8.self)
      return block.kind == .field ? "\(String(decoding: key, as: UTF8.self))=\(words)" : "\(block.kind) \(words)"
    }
  }
}
