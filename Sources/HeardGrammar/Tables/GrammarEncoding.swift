/// Writes a grammar's tables as bytes that a string literal may hold, and reads them back.
///
/// Head and sections are values of 28 bits, each in four bytes of seven bits, lowest first: as ASCII they need no decoding
/// by the compiler, and reading them back is a loop that the compiler makes into vector instructions. The texts follow in UTF-8.
public enum GrammarEncoding {
  private static let version: UInt32 = 1

  public static func bytes(of grammar: Grammar) -> [UInt8] {
    let sections = GrammarTables.Section.allCases.map(grammar.tables.raw)
    var bytes: [UInt8] = []
    func append(_ value: UInt32) {
      for shift: UInt32 in [0, 7, 14, 21] { bytes.append(UInt8(value >> shift & 0x7F)) }
    }
    append(version)
    for section in sections { append(UInt32(section.count)) }
    for section in sections { for value in section { append(value) } }
    bytes += grammar.tables.strings.text
    return bytes
  }

  /// The grammar that a literal of this package holds. Texts stay in the literal.
  ///
  /// - Returns: nil where the bytes are not an encoding of this version.
  public static func grammar(in literal: StaticString) -> Grammar? {
    guard literal.hasPointerRepresentation else { return nil }
    return grammar(inConstant: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  static func grammar(inConstant bytes: UnsafeBufferPointer<UInt8>) -> Grammar? {
    let raw = UnsafeRawBufferPointer(bytes)
    let names = GrammarTables.Section.allCases
    guard raw.count >= 4 * (names.count + 1), value(raw, 0) == version else { return nil }
    var sections: [[UInt32]] = []
    var offset = 4 * (names.count + 1)
    for i in names.indices {
      let count = Int(value(raw, 4 * (i + 1)))
      guard offset + 4 * count <= raw.count else { return nil }
      sections.append(values(raw, offset, count))
      offset += 4 * count
    }
    let text = UnsafeBufferPointer(rebasing: bytes[offset...])
    let starts = sections[GrammarTables.Section.stringStarts.rawValue]
    return Grammar(tables: GrammarTables(sections: sections, strings: StringPool(constant: text, starts: starts)))
  }

  private static func values(_ raw: UnsafeRawBufferPointer, _ offset: Int, _ count: Int) -> [UInt32] {
    Array(unsafeUninitializedCapacity: count) { memory, initialized in
      for i in 0..<count { memory[i] = value(raw, offset &+ 4 &* i) }
      initialized = count
    }
  }

  @inline(__always)
  private static func value(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    let x = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    return x & 0x7F | x >> 1 & 0x3F80 | x >> 2 & 0x1F_C000 | x >> 3 & 0xFE0_0000
  }

  /// A Swift string literal of these bytes, which must be UTF-8.
  public static func literal(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x22]
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      switch byte {
      case 0x00: result += [0x5C, 0x30]
      case 0x09: result += [0x5C, 0x74]
      case 0x0A: result += [0x5C, 0x6E]
      case 0x0D: result += [0x5C, 0x72]
      case 0x22, 0x5C: result += [0x5C, byte]
      case 0x01...0x1F, 0x7F: result += Array("\\u{\(String(byte, radix: 16))}".utf8)
      default: result.append(byte)
      }
    }
    result.append(0x22)
    return result
  }
}
