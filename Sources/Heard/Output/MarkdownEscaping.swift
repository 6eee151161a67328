/// Text from notes as Markdown that shows exactly that text: no markup, no link, no mention of anybody comes out live.
enum MarkdownEscaping {
  private static let joiner: [UInt8] = [0xE2, 0x81, 0xA0]

  /// Appends text as inlines of one line.
  ///
  /// - Parameter opensLine: the text stands where Markdown looks for the start of a block.
  static func append(_ text: String, opensLine: Bool, to out: inout [UInt8]) {
    var bytes: [UInt8] = []
    VisibleText.append(text, to: &bytes)
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex
    let end = (bytes.lastIndex { $0 != 0x20 } ?? start - 1) + 1
    var index = start
    if opensLine { index = appendOpening(of: bytes, start, end, to: &out) }
    while index < end {
      append(bytes, index, start, end, to: &out)
      index += 1
    }
  }

  /// What would open a block at the start of a line: a heading, quote, list, rule, fence or underline.
  private static func appendOpening(of bytes: [UInt8], _ start: Int, _ end: Int, to out: inout [UInt8]) -> Int {
    guard start < end else { return start }
    switch bytes[start] {
    case 0x2B, 0x2D, 0x3D, 0x3E:
      out.append(contentsOf: [0x5C, bytes[start]])
      return start + 1
    case 0x30...0x39:
      var index = start
      while index < end, 0x30...0x39 ~= bytes[index] {
        out.append(bytes[index])
        index += 1
      }
      guard index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else { return index }
      out.append(contentsOf: [0x5C, bytes[index]])
      return index + 1
    default: return start
    }
  }

  private static func append(_ bytes: [UInt8], _ index: Int, _ start: Int, _ end: Int, to out: inout [UInt8]) {
    let byte = bytes[index]
    let next = index + 1 < end ? bytes[index + 1] : 0x20
    switch byte {
    case 0x5C, 0x60, 0x2A, 0x5B, 0x5D, 0x3C, 0x7C, 0x7E, 0x24: out.append(contentsOf: [0x5C, byte])
    case 0x5F:
      // Inside a word an underscore is just one.
      let isInside = index > start && isWord(bytes[index - 1]) && isWord(next)
      out.append(contentsOf: isInside ? [byte] : [0x5C, byte])
    case 0x26: out.append(contentsOf: next == 0x23 || isWord(next) ? [0x5C, byte] : [byte])
    case 0x23:
      out.append(contentsOf: [0x5C, byte])
      if isWord(next) { out.append(contentsOf: joiner) }
    case 0x40:
      out.append(byte)
      out.append(contentsOf: joiner)
    default: out.append(byte)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
