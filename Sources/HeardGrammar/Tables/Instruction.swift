/// One step of a compiled pattern: what to do in the low seven bits, a number above; kept as tables have it packed.
@frozen
public struct Instruction: Sendable {
  @frozen
  public enum Operation: UInt8, Sendable {
    /// The pattern has matched.
    case match
    /// This word.
    case word
    /// A member of this list.
    case list
    case slotStart, slotEnd
    /// One or more tokens, as few as the rest allows.
    case text
    /// The same where the rest may be empty: then to the end of the range.
    case openText
    /// Everything to the end of the range, one token at least.
    case lastText
    case person, people, date, anyWord, number, handle
    /// As few tokens as the rest allows, up to so many.
    case gap
    case rangeStart, utteranceStart, rangeEnd
    // The number of these tells how far behind it "elsewhere" is.
    /// Goes on, and elsewhere if that fails.
    case split
    case jump
    /// Goes on to a ``notEnd``; where that is reached, fails; where it is not, goes on elsewhere.
    case notAhead
    case notEnd
    /// One of so many words, which follow as a ``word`` each.
    case anyOf
  }

  public let raw: UInt32

  @inlinable public init(raw: UInt32) { self.raw = raw }
  init(_ operation: Operation, _ operand: Int = 0) {
    raw = PackedValues.packed(UInt32(operation.rawValue) | UInt32(truncatingIfNeeded: operand & 0x1F_FFFF) << 7)
  }

  /// The number that stands for it in tables.
  var number: UInt32 { PackedValues.unpacked(raw) }

  @inlinable public var operation: Operation {
    // A call for every step otherwise: the library's own way in cannot be inlined into other modules.
    let code = UInt8(truncatingIfNeeded: raw & 0x7F)
    return code <= Instruction.lastOperation ? unsafeBitCast(code, to: Operation.self) : .match
  }
  @usableFromInline static let lastOperation: UInt8 = 23

  @inlinable
  @inline(__always)
  public var operand: Int {
    // Most numbers are small.
    let high = raw >> 8
    return high < 0x80 ? Int(high) : Int(PackedValues.unpacked(raw) >> 7)
  }

  /// The instruction that takes a word.
  @inlinable
  @inline(__always)
  public static func word(_ word: Int32) -> UInt32 { PackedValues.packed(UInt32(bitPattern: word) << 7 | 1) }
}

/// How a pattern begins, which saves most tries, and its cue's kind and language, which say first of all whether it counts.
///
/// Kept as tables have it packed: kind, language and beginnings have a byte each.
@frozen
public struct PatternTraits: Sendable {
  public var bits: UInt32

  @inlinable public init(bits: UInt32) { self.bits = bits }

  static let startsAtRange = PatternTraits(bits: 1 << 16)
  static let startsWithPerson = PatternTraits(bits: 2 << 16)
  static let startsWithPeople = PatternTraits(bits: 4 << 16)
  static let startsWithDate = PatternTraits(bits: 8 << 16)
  static let startsUtterance = PatternTraits(bits: 16 << 16)

  @inlinable public var startsAtRange: Bool { bits & 1 << 16 != 0 }
  @inlinable public var startsWithPerson: Bool { bits & 2 << 16 != 0 }
  @inlinable public var startsWithPeople: Bool { bits & 4 << 16 != 0 }
  @inlinable public var startsWithDate: Bool { bits & 8 << 16 != 0 }
  @inlinable public var startsUtterance: Bool { bits & 16 << 16 != 0 }
  @inlinable public var kind: UInt8 { UInt8(truncatingIfNeeded: bits & 0x7F) }
  @inlinable public var language: Int32 { Int32(bits >> 8 & 0x7F) }

  init(_ start: PatternTraits, kind: Cue.Kind, language: Int) {
    bits = start.bits | UInt32(kind.rawValue) | UInt32(language & 0x3F) << 8
  }

  /// The number that stands for it in tables.
  var number: UInt32 { PackedValues.unpacked(bits) }
}
