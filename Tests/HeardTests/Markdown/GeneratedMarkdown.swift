/// Markdown made of fragments by chance, the same at each run.
struct GeneratedMarkdown {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Starts of lines and pieces of text that mean something to Markdown.
  static let fragments = [
    "- ", "* ", "1. ", "2) ", "> ", ">", "# ", "## ", "    ", "\t", "  ", " ", "\n", "\n", "\n\n", "```\n", "~~~ x\n",
    "---\n", "***\n", "===\n", "| a | b |\n|-|-|\n", "| c \\| d |", "|", "[ ] ", "[x] ", "<div>\n", "<!-- x\n", "-->",
    "foo", "bar baz", "é", "…", "*", "**", "_", "__", "~~", "`", "``", "[", "]", "](u)", "](<v> 't')", "![", "[foo]",
    "[foo]: /url 'x'\n", "&amp;", "&#8211;", "\\*", "\\", "  \n", "\\\n", "<br>", "<del>", "</del>", "<http://x.y>",
    "https://a.b/c.", "www.d.e", "a@b.c", "@ana", "{: .x}\n", "\r\n", "\r", "\u{0}", "<b", "='", "\"", "<?", "<!A",
  ]

  mutating func page(_ fragments: [String] = Self.fragments, count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += Array(fragments[next(fragments.count)].utf8) }
    return bytes
  }

  /// Bytes without any sense, many of them no UTF-8.
  mutating func noise(count: Int) -> [UInt8] {
    let signs = Array("\n\n \t-*#>|`~<>[]()!&;\\:.@_ab1".utf8) + [0x00, 0x0D, 0x80, 0xC3, 0xA9, 0xF0, 0xFF]
    return (0..<count).map { _ in signs[next(signs.count)] }
  }

  private mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }
}
