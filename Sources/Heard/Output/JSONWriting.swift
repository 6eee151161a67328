/// Writes JSON as bytes, member by member, with every character escaped that a reader or a terminal could trip over.
struct JSONWriting {
  private(set) var out: [UInt8]
  private var needsComma = false

  init(appendingTo out: consuming [UInt8]) { self.out = out }

  consuming func finished() -> [UInt8] { out }

  // MARK: Structure

  mutating func object(_ body: (inout JSONWriting) -> Void) { enclosed(0x7B, 0x7D, body) }

  mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriting, Element) -> Void) {
    enclosed(0x5B, 0x5D) { for element in elements { body(&$0, element) } }
  }

  mutating func key(_ key: StaticString) {
    separate()
    out.append(0x22)
    key.withUTF8Buffer { out.append(contentsOf: $0) }
    out.append(0x22)
    out.append(0x3A)
    needsComma = false
  }

  private mutating func enclosed(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriting) -> Void) {
    separate()
    out.append(open)
    needsComma = false
    body(&self)
    out.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { out.append(0x2C) }
    needsComma = true
  }

  // MARK: Values

  mutating func value(_ text: String?) {
    guard let text else { return literal("null") }
    separate()
    JSONWriting.append(quoted: text, to: &out)
  }

  mutating func value(_ number: Int) {
    separate()
    if number < 0 { out.append(0x2D) }
    var (first, rest) = (out.count, number.magnitude)
    repeat {
      out.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var last = out.count - 1
    while first < last {
      out.swapAt(first, last)
      (first, last) = (first + 1, last - 1)
    }
  }

  mutating func value(_ isTrue: Bool) { literal(isTrue ? "true" : "false") }

  /// A share from 0 to 1 with two digits.
  mutating func value(share: Double) {
    separate()
    let clamped = share > 0 ? min(share, 1) : 0
    let hundredths = Int(exactly: (clamped * 100).rounded()) ?? 0
    if hundredths % 100 == 0 { return out.append(hundredths == 0 ? 0x30 : 0x31) }
    out.append(contentsOf: [0x30, 0x2E, 0x30 + UInt8(hundredths / 10)])
    if hundredths % 10 != 0 { out.append(0x30 + UInt8(hundredths % 10)) }
  }

  mutating func null() { literal("null") }

  private mutating func literal(_ text: StaticString) {
    separate()
    text.withUTF8Buffer { out.append(contentsOf: $0) }
  }

  // MARK: Text

  /// Appends a JSON string: quotes, all controls (C0, DEL, C1), line separators and marks of direction escaped.
  static func append(quoted text: String, to out: inout [UInt8]) {
    out.append(0x22)
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        // Nearly all text is ASCII that stands as it is.
        var end = index
        while end < bytes.count, isPlain(bytes[end]) { end += 1 }
        out.append(contentsOf: bytes[index..<end])
        guard end < bytes.count else { return }
        var rest = bytes[end...].makeIterator()
        var scalars = Unicode.UTF8.ForwardParser()
        guard case .valid(let encoded) = scalars.parseScalar(from: &rest) else { return }
        append(Unicode.UTF8.decode(encoded), encoded, to: &out)
        index = end + encoded.count
      }
    }
    out.append(0x22)
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F && byte != 0x22 && byte != 0x5C }

  private static func append(_ scalar: Unicode.Scalar, _ encoded: Unicode.UTF8.EncodedScalar, to out: inout [UInt8]) {
    switch scalar.value {
    case 0x22, 0x5C:
      out.append(0x5C)
      out.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x0A: out.append(contentsOf: [0x5C, 0x6E])
    case 0x09: out.append(contentsOf: [0x5C, 0x74])
    case ..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      append(escaped: scalar.value, to: &out)
    case 0xE0000...0xE007F:
      append(escaped: 0xD800 + (scalar.value - 0x10000) >> 10, to: &out)
      append(escaped: 0xDC00 + scalar.value & 0x3FF, to: &out)
    default: out.append(contentsOf: encoded)
    }
  }

  private static func append(escaped unit: UInt32, to out: inout [UInt8]) {
    out.append(contentsOf: [0x5C, 0x75])
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8((unit >> shift) & 0xF)
      out.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
