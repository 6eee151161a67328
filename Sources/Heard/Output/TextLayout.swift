/// Sets styled words into lines: wraps them at the width, indented under their first line.
struct TextLayout {
  private let style: TextStyle
  private(set) var out: [UInt8]
  private var column = 0
  private var current = TextStyle.Weight.plain

  init(_ style: TextStyle, appendingTo out: consuming [UInt8]) { (self.style, self.out) = (style, out) }

  consuming func finished() -> [UInt8] { out }

  mutating func blank() { out.append(0x0A) }

  /// Writes one paragraph: the first line after `lead`, further lines indented by its width.
  mutating func line(_ lead: String = "", _ parts: [StyledText]) {
    out.append(contentsOf: lead.utf8)
    column = lead.unicodeScalars.count
    let indent = column
    var isStart = true
    var bytes: [UInt8] = []
    for part in parts {
      bytes.removeAll(keepingCapacity: true)
      VisibleText.append(part.text, to: &bytes)
      var next = 0
      while let word = TextLayout.word(in: bytes, from: &next) {
        let length = Self.columns(of: word)
        if !isStart { space(before: length, indent) }
        turn(to: part.weight)
        out.append(contentsOf: word)
        column += length
        isStart = false
      }
      turn(to: .plain)
    }
    out.append(0x0A)
  }

  /// The next word; `next` moves on behind it.
  private static func word(in bytes: [UInt8], from next: inout Int) -> ArraySlice<UInt8>? {
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    let start = next
    while next < bytes.count, bytes[next] != 0x20 { next += 1 }
    return next > start ? bytes[start..<next] : nil
  }

  /// Writes one line as it is, spaces and all; its bytes have been made visible.
  mutating func verbatim(_ lead: String, _ bytes: [UInt8]) {
    out.append(contentsOf: lead.utf8)
    out.append(contentsOf: bytes)
    out.append(0x0A)
  }

  private mutating func space(before length: Int, _ indent: Int) {
    guard let width = style.width, column + 1 + length > width, column > indent else {
      out.append(0x20)
      column += 1
      return
    }
    turn(to: .plain)
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent))
    column = indent
  }

  private mutating func turn(to weight: TextStyle.Weight) {
    guard style.hasColor, weight != current else { return }
    out.append(contentsOf: "\u{1B}[\(weight.rawValue)m".utf8)
    current = weight
  }

  /// Columns on a terminal: marks take none, East Asian wide letters and pictures two.
  static func columns(of word: ArraySlice<UInt8>) -> Int {
    guard word.contains(where: { $0 >= 0x80 }) else { return word.count }
    var columns = 0
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F: break
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        columns += 2
      default: columns += 1
      }
    }
    return columns
  }
}
