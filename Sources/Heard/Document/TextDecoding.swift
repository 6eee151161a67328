/// From the bytes that notes come in to UTF-8, and from spans of notes to strings.
///
/// Bytes stay where they are as far as can be, so that spans count the bytes of the file. Only UTF-16 is rewritten.
public enum TextDecoding {
  /// How notes were written.
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
  }

  /// The most combining marks that may follow each other in a string: the limit of Unicode's stream-safe text.
  ///
  /// Comparing and hashing strings takes time that grows with the square of such a run.
  static let combiningMarks = Guards.combiningMarks

  /// The notes as UTF-8.
  ///
  /// UTF-16 is known by its byte order mark or by its NULs, and is transcoded without the mark. Anything else stays
  /// byte for byte, a UTF-8 mark included; its bytes that are not UTF-8 are read as Windows-1252 by ``string(_:)``.
  public static func utf8(
    _ bytes: [UInt8]
  ) -> (notes: [UInt8], encoding: Encoding, omissions: [Document.Omission]) {
    if let order = utf16(bytes) {
      let notes = transcode(bytes, bigEndian: order.isBig, from: order.start)
      var omissions: [Document.Omission] = []
      if bytes.count % 2 == 1 {
        let message = "The last byte of UTF-16 notes is half a character and was not read"
        omissions.append(.init(message: message, span: Span(max(0, notes.count - 3), notes.count)))
      }
      return (notes, order.isBig ? .utf16BigEndian : .utf16LittleEndian, omissions)
    }
    return (bytes, isMostlyUTF8(bytes) ? .utf8 : .windows1252, [])
  }

  /// How many bytes of a byte order mark the notes begin with.
  static func markLength(_ notes: [UInt8]) -> Int {
    notes.count >= 3 && notes[0] == 0xEF && notes[1] == 0xBB && notes[2] == 0xBF ? 3 : 0
  }

  private static func utf16(_ bytes: [UInt8]) -> (isBig: Bool, start: Int)? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return (false, 2) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return (true, 2) }
    // Without a mark: Western text in UTF-16 has a NUL in nearly every pair, hardly ever on the other side.
    let pairs = min(bytes.count / 2, 512)
    guard pairs >= 2 else { return nil }
    var high = 0
    var low = 0
    for pair in 0..<pairs {
      if bytes[2 * pair] == 0 { high += 1 }
      if bytes[2 * pair + 1] == 0 { low += 1 }
    }
    if high * 10 <= pairs, low * 10 >= pairs * 7 { return (false, 0) }
    if low * 10 <= pairs, high * 10 >= pairs * 7 { return (true, 0) }
    return nil
  }

  private static func transcode(_ bytes: [UInt8], bigEndian: Bool, from start: Int) -> [UInt8] {
    var notes: [UInt8] = []
    notes.reserveCapacity(bytes.count)
    var i = start
    func unit(_ at: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    while i + 1 < bytes.count {
      var scalar = unit(i)
      i += 2
      if scalar & 0xF800 == 0xD800 {
        let next = i + 1 < bytes.count ? unit(i) : 0
        if scalar < 0xDC00, next & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + next & 0x3FF
          i += 2
        } else {
          scalar = 0xFFFD
        }
      }
      append(scalar, to: &notes)
    }
    if i < bytes.count { append(0xFFFD, to: &notes) }
    return notes
  }

  /// Appends a scalar value in UTF-8; what is none becomes U+FFFD.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    let scalar = scalar > 0x10FFFF || scalar & 0xFFFF_F800 == 0xD800 ? 0xFFFD : scalar
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(tail(0))
    case ..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(tail(12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    }
  }

  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var (valid, stray) = (0, 0)
      var i = 0
      let raw = UnsafeRawBufferPointer(bytes)
      while i < bytes.count {
        if i &+ 8 <= bytes.count, EightBytes(raw, i).isASCII {
          i &+= 8
          continue
        }
        if bytes[i] < 0x80 {
          i += 1
          continue
        }
        let length = sequenceLength(bytes, i)
        if length > 0 { valid += 1 } else { stray += 1 }
        i += max(1, length)
      }
      return valid >= stray
    }
  }

  /// The length of the well-formed UTF-8 sequence at an offset, or 0.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    func tail(_ at: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool { at < bytes.count && range ~= bytes[at] }
    switch bytes[i] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return tail(i + 1) ? 2 : 0
    case 0xE0: return tail(i + 1, 0xA0...0xBF) && tail(i + 2) ? 3 : 0
    case 0xED: return tail(i + 1, 0x80...0x9F) && tail(i + 2) ? 3 : 0
    case 0xE1...0xEF: return tail(i + 1) && tail(i + 2) ? 3 : 0
    case 0xF0: return tail(i + 1, 0x90...0xBF) && tail(i + 2) && tail(i + 3) ? 4 : 0
    case 0xF1...0xF3: return tail(i + 1) && tail(i + 2) && tail(i + 3) ? 4 : 0
    case 0xF4: return tail(i + 1, 0x80...0x8F) && tail(i + 2) && tail(i + 3) ? 4 : 0
    default: return 0
    }
  }
}
