/// Makes text from notes safe to show on one line: what would steer a terminal or turn the reading direction is spelled out.
public enum VisibleText {
  /// Appends text; line breaks and tabs become one space each.
  public static func append(_ text: String, to out: inout [UInt8]) {
    append(text.utf8, to: &out)
  }

  /// Appends UTF-8.
  public static func append(_ text: some Sequence<UInt8>, to out: inout [UInt8]) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { append($0, to: &out) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { append($0, to: &out) } }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      // Nearly all text is ASCII without any control byte.
      var end = index
      while end < bytes.count, bytes[end] &- 0x20 < 0x5F { end += 1 }
      out.append(contentsOf: bytes[index..<end])
      guard end < bytes.count else { return }
      var scalars = Unicode.UTF8.ForwardParser()
      var rest = bytes[end...].makeIterator()
      switch scalars.parseScalar(from: &rest) {
      case .emptyInput: return
      case .error(let length):
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index = end + max(1, length)
      case .valid(let encoded):
        append(Unicode.UTF8.decode(encoded), encoded, to: &out)
        index = end + encoded.count
      }
    }
  }

  /// The text as it is shown.
  public static func string(_ text: String) -> String {
    var out: [UInt8] = []
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func append(
    _ scalar: Unicode.Scalar, _ encoded: Unicode.UTF8.EncodedScalar, to out: inout [UInt8]
  ) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: out.append(0x20)
    case ..<0x20: out.append(contentsOf: [0x5E, UInt8(truncatingIfNeeded: scalar.value) + 0x40])
    case 0x7F: out.append(contentsOf: [0x5E, 0x3F])
    case let value where isHidden(value):
      out.append(contentsOf: "\\u{\(String(value, radix: 16, uppercase: true))}".utf8)
    default: out.append(contentsOf: encoded)
    }
  }

  /// C1 controls, marks that set the direction of text, and tags that nobody sees.
  private static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F: true
    default: false
    }
  }
}
