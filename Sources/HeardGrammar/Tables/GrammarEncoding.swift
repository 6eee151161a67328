/// Carries a compiled grammar through a string literal: into the Swift file that the build writes, and out of it.
public enum GrammarEncoding {
  public static func bytes(of grammar: Grammar) -> [UInt8] { Array(grammar.tables.encoding) }

  /// The grammar that a literal holds; it is read in place.
  ///
  /// - Returns: nil where the bytes are not an encoding of this version.
  public static func grammar(in literal: StaticString) -> Grammar? {
    guard literal.hasPointerRepresentation else { return nil }
    let bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    return GrammarTables(constant: bytes).map(Grammar.init)
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
