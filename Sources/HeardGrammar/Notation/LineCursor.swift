/// Walks along one line.
struct LineCursor {
  private let bytes: [UInt8]
  private(set) var i = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var column: Int { i + 1 }
  var isAtEnd: Bool { i >= bytes.count }
  var byte: UInt8 { i < bytes.count ? bytes[i] : 0 }
  var isFollowedBySpace: Bool { i + 1 < bytes.count && bytes[i + 1] == 0x20 }
  var rest: String { String(decoding: bytes[i...], as: UTF8.self) }

  mutating func skipSpaces() { while byte == 0x20 || byte == 0x09 { i += 1 } }

  @discardableResult
  mutating func readWord() -> String {
    let start = i
    while i < bytes.count, bytes[i] != 0x20, bytes[i] != 0x09 { i += 1 }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  /// The words between quotation marks; nil where there are none or they are not closed.
  mutating func readQuoted() -> String? {
    guard byte == 0x22 else { return nil }
    var end = i + 1
    while end < bytes.count, bytes[end] != 0x22 { end += 1 }
    guard end < bytes.count else { return nil }
    defer { i = end + 1 }
    return String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
  }
}
