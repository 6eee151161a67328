import Foundation
import Testing

@testable import Heard

struct HTMLHazardTests {
  @Test(.enabled(if: Shared.hostile != nil))
  func `Hostile HTML is read with true spans`() {
    let files = Shared.files(in: Shared.hostile?.appendingPathComponent("html"))
    #expect(files.count > 7000)
    for file in files {
      let document = Document(html: Shared.bytes(file))
      let faults = SpanProof(document: document).faults
      #expect(faults == [], Comment(rawValue: file.path))
    }
  }

  @Test(.enabled(if: Shared.hostile != nil))
  func `Anything at all is read as HTML with true spans`() {
    for folder in ["text", "markdown", "vtt"] {
      for file in Shared.files(in: Shared.hostile?.appendingPathComponent(folder)) {
        let document = Document(html: Shared.bytes(file))
        let faults = SpanProof(document: document).faults
        #expect(faults == [], Comment(rawValue: file.path))
      }
    }
  }

  static let size = 100_000
  static let hazards: [(String, String)] = [
    ("deep divs", String(repeating: "<div>", count: size)),
    ("deep lists", String(repeating: "<ul><li>a", count: size)),
    ("deep quotes", String(repeating: "<blockquote>q", count: size)),
    ("deep tables", String(repeating: "<table><tr><td>c", count: size)),
    ("crossed tags", String(repeating: "<b></i>", count: size)),
    ("unmatched ends", String(repeating: "</p></b></div>", count: size)),
    ("tag of tags", String(repeating: "<a ", count: size) + ">"),
    ("many attributes", "<p " + (0..<size).map { "a\($0)=1" }.joined(separator: " ") + ">"),
    ("long attribute", "<p title='" + String(repeating: "x", count: 20 * size) + "'>"),
    ("long name", "<" + String(repeating: "x", count: size) + ">"),
    ("long text", String(repeating: "word ", count: 20 * size)),
    ("long word", String(repeating: "x", count: 20 * size)),
    ("references", String(repeating: "&amp;", count: size)),
    ("broken references", String(repeating: "&#0;&x;&", count: size)),
    ("less-than signs", String(repeating: "< ", count: size)),
    ("many items", "<ul>" + String(repeating: "<li>a", count: size) + "</ul>"),
    ("many cells", "<table><tr>" + String(repeating: "<td rowspan=9>a", count: size) + "</table>"),
    ("many bolds", "<p>" + String(repeating: "<b>a</b>", count: size)),
    ("bolds around paragraphs", String(repeating: "<b>", count: 400) + String(repeating: "<p>a</p>", count: size)),
    ("empty paragraphs", String(repeating: "<p>&nbsp;</p>", count: size)),
    ("breaks", String(repeating: "a<br>", count: size)),
    ("bare comments", String(repeating: "<!---->", count: size)),
    ("odd declarations", String(repeating: "<!x><?y>", count: size)),
    ("second bodies", String(repeating: "<body><html>", count: size)),
    ("unclosed comment", "<!-- never closed "),
    ("unclosed tag", "<p class='never closed >"),
    ("unclosed declaration", "<!never closed "),
    ("unclosed script", "<script>never closed "),
    ("unclosed nav", "<nav>never closed "),
    ("unclosed instruction", "<?never closed "),
    ("unclosed end", "</p never closed "),
    ("NUL", "a\0b<p\0>c"),
    ("script with a tag", "<script>if (a<b) { '<p>' }</script>"),
    ("a text of twelve megabytes", String(repeating: "twelve bytes", count: 1_000_000)),
  ]

  /// The hazards behind which something is not read.
  static let stops: Set<String> = [
    "deep divs", "deep lists", "deep quotes", "deep tables", "crossed tags", "tag of tags", "many attributes",
    "unclosed comment", "unclosed tag", "unclosed script", "unclosed nav",
  ]

  // By name: a run's log prints every argument, and these are megabytes.
  @Test(arguments: hazards.map(\.0))
  func `What follows a hazard is read, and whatever is not read is reported`(name: String) throws {
    let hazard = try #require(Self.hazards.first { $0.0 == name }).1
    let sentinel = "SENTINEL will send the budget"
    let document = Document(html: Array("<h1>Notes</h1>\(hazard)<p>\(sentinel)</p>".utf8))
    let dump = BlockDump(document: document).lines
    #expect(dump.contains { $0.contains(sentinel) } || !document.omissions.isEmpty)
    #expect(document.omissions.isEmpty == !Self.stops.contains(name))
    #expect(SpanProof(document: document).faults.prefix(5) == [])
  }

  @Test(arguments: ["<!never closed", "a <?never closed", "a</b never closed", "<!", "x <!-- y", "<p title=\"x", "<a"])
  func `An end within markup is reported`(html: String) {
    #expect(Document(html: Array("<p>a</p>\(html)".utf8)).omissions.count == 1)
  }

  @Test func `Generated HTML keeps every span`() {
    let parts = [
      "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<table>", "<tr>", "<td>", "<th rowspan=2>", "</table>", "<dl>",
      "<dt>", "<dd>", "</dl>", "<b>", "</b>", "<a href=x>", "</a>", "<h2>", "</h2>", "<pre>\n", "</pre>", "<br>",
      "<hr>",
      "<blockquote>", "</blockquote>", "<div class=c>", "</div>", "word", " two words ", "&amp;", "&#246;", "&apos;",
      "&",
      "<", "\n  ", "@ana ", "ö", "\u{FFFD}", "\0", "<!-- c -->", "<script>x<y</script>",
      "<input type=checkbox checked>",
      "<time datetime=2024>", "</time>", "<s>", "</s>", "<title>", "</title>", "<nav>", "</nav>", "<body>", "&nbsp;",
      "\r\n",
      "<p hidden>", "<li class=checked>", "</html>", "<span style='display:none'>", "</span>", "<thead>", "<!x>",
    ]
    var random = SplitMix(state: 42)
    for _ in 0..<5_000 {
      let html = (0..<Int.random(in: 1...24, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
      let faults = SpanProof(document: Document(html: Array(html.joined().utf8))).faults
      #expect(faults == [], Comment(rawValue: html.joined().debugDescription))
    }
  }

  @Test func `Random bytes around markup never stop the reading`() {
    var random = SplitMix(state: 7)
    let page = Array(
      "<table class=a><tr><td>x &ouml; <b>y</b><ul><li>z</ul></table><p>é</p><!-- c --><pre>\n l\r\n</pre>".utf8)
    for _ in 0..<5_000 {
      var bytes = page
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let faults = SpanProof(document: Document(html: bytes)).faults
      #expect(faults == [], Comment(rawValue: TextDecoding.string(bytes)))
    }
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
