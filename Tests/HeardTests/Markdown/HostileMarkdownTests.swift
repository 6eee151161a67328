/// Markdown made to hang or kill a reader is read like any other.
import Testing

@testable import Heard

struct HostileMarkdownTests {
  /// Patterns that are slow in some reader; `count` says how often the essential part comes.
  static let patterns: [(name: String, page: @Sendable (_ count: Int) -> String)] = [
    ("nested quotes", { String(repeating: "> ", count: $0) + "a" }),
    ("nested quotes over lines", { String(repeating: String(repeating: ">", count: 99) + "\n", count: $0 / 100 + 1) }),
    ("nested lists in a line", { String(repeating: "- ", count: $0) + "a" }),
    ("deeper lists", { count in (0..<count.squareRoot).map { String(repeating: "  ", count: $0) + "* a\n" }.joined() }),
    ("blank lines in deep lists", { String(repeating: "- ", count: 99) + "x" + String(repeating: "\n", count: $0) }),
    ("blank lines", { String(repeating: "\n", count: $0) }),
    ("nested brackets", { String(repeating: "[", count: $0) + "a" + String(repeating: "]", count: $0) }),
    ("openers of links", { String(repeating: "[a", count: $0) }),
    ("images in links", { String(repeating: "![[]()", count: $0) }),
    ("destinations without end", { String(repeating: "[](", count: $0) }),
    ("angled destinations", { String(repeating: "[a](<b", count: $0) }),
    ("titles without end", { String(repeating: "[a](b \"", count: $0) }),
    ("emphasis openers", { String(repeating: "*a ", count: $0) + String(repeating: "a* ", count: $0) }),
    ("emphasis of all kinds", { String(repeating: "*_~~**a", count: $0) }),
    ("emphasis that never closes", { String(repeating: "a**b", count: $0) + String(repeating: "c* ", count: $0) }),
    ("runs of strokes", { "x" + String(repeating: "~", count: $0) + " " + String(repeating: "~a~~", count: $0) }),
    ("backticks", { count in (1...count.squareRoot).map { "e" + String(repeating: "`", count: $0) }.joined() }),
    ("instructions", { "x" + String(repeating: " <?", count: $0) }),
    ("declarations", { "x" + String(repeating: " <!A", count: $0) }),
    ("sections", { "x" + String(repeating: " <![CDATA[", count: $0) }),
    ("comments", { "x" + String(repeating: " <!--", count: $0) }),
    ("tags", { "x" + String(repeating: " <a b='", count: $0) }),
    ("attributes", { "x <a" + String(repeating: " a", count: $0) }),
    ("tags that do not close", { String(repeating: "x<b><i>", count: $0) + String(repeating: "</s>", count: $0) }),
    (
      "definitions",
      { count in (0..<count).map { "[\($0)]: /u\n" }.joined() + "\n" + String(repeating: "[0] ", count: count) }
    ),
    ("paragraphs of definitions", { String(repeating: "[a]: /u\n\nb\n\n", count: $0) }),
    ("definitions without end", { String(repeating: "[a]: u (\n", count: $0) }),
    ("one label often", { "[a]: /u\n\n" + String(repeating: "[a][a] ", count: $0) }),
    (
      "a wide table",
      {
        let row = String(repeating: "|-", count: $0)
        return "\(row)|\n\(row)|\n\(row)|\n"
      }
    ),
    ("many tables", { String(repeating: "a\n|-\n\n", count: $0) }),
    ("delimiter rows", { String(repeating: "|-|-|\n", count: $0) }),
    ("escaped pipes", { "|a|\n|-|\n|" + String(repeating: "\\|", count: $0) + "|\n" }),
    ("addresses", { String(repeating: "www._", count: $0) }),
    (
      "addresses with brackets",
      { "http://a.b/" + String(repeating: "(", count: $0) + String(repeating: ")", count: $0 * 2) }
    ),
    ("addresses with entities", { "http://a.b/" + String(repeating: "&a;", count: $0) }),
    ("mail", { String(repeating: "a@", count: $0) + String(repeating: "a.", count: $0) }),
    ("references", { String(repeating: "&", count: $0) + String(repeating: "&a", count: $0) }),
    ("rules that are none", { String(repeating: "* ", count: $0) + "a" }),
    ("underlines", { String(repeating: "a\n=", count: $0) }),
    ("fences", { String(repeating: "```\n", count: $0) }),
    ("front matter without end", { "---\n" + String(repeating: "a: b\n", count: $0) }),
    ("attribute lines", { String(repeating: "a\n{: .b}\n", count: $0) }),
    ("a long line", { String(repeating: "a", count: $0) }),
    ("carriage returns", { String(repeating: "a\r", count: $0) }),
  ]

  @Test(arguments: patterns.map(\.name))
  func `patterns that are slow elsewhere are read to the end`(_ name: String) throws {
    let pattern = try #require(Self.patterns.first { $0.name == name })
    let sentinel = "\n\n\n# heard to the end\n"
    for count in [10, 1_000, 30_000] {
      var document = Document(notes: Array((pattern.page(count) + sentinel).utf8), format: .markdown)
      MarkdownReader.read(into: &document)
      var text = BlockText()
      var last = ""
      for block in document.blocks where block.isLeaf {
        document.text(of: block, into: &text)
        last = String(decoding: text.bytes, as: UTF8.self)
      }
      #expect(last.hasSuffix("heard to the end"))
    }
  }

  @Test
  func `what a guard leaves as text is said`() {
    for marker in ["> ", "- ", "1. "] {
      let deepest = Guards.markdownContainers
      for (count, isGuarded) in [(deepest, false), (deepest + 1, true), (deepest * 100, true)] {
        var document = Document(notes: Array((String(repeating: marker, count: count) + "a").utf8), format: .markdown)
        MarkdownReader.read(into: &document)
        #expect(document.omissions.isEmpty != isGuarded)
        #expect(document.blocks.count { $0.kind == .item || $0.kind == .quote } == min(count, deepest))
        #expect(document.blocks.last?.kind == .paragraph)
      }
    }
  }

  @Test(.enabled(if: MarkdownInputs.isShared, "needs the folder shared"))
  func `every hostile page is read`() {
    var blocks = 0
    for page in MarkdownInputs.hostile.values.joined() {
      var document = Document(notes: page.bytes, format: .markdown)
      MarkdownReader.read(into: &document)
      blocks += document.blocks.count
    }
    #expect(blocks > 1_000)
  }
}

extension Int {
  fileprivate var squareRoot: Int { Int(Double(self).squareRoot()) }
}
