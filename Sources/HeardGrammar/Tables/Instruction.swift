/// One step of a compiled pattern: what to do in the low six bits, a number above.
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
    raw = UInt32(operation.rawValue) | UInt32(truncatingIfNeeded: operand & 0x3F_FFFF) << 6
  }

  @inlinable public var operation: Operation {
    // A call for every step otherwise: the library's own way in cannot be inlined into other modules.
    let code = UInt8(truncatingIfNeeded: raw & 0x3F)
    return code <= Instruction.lastOperation ? unsafeBitCast(code, to: Operation.self) : .match
  }
  @usableFromInline static let lastOperation: UInt8 = 23
  @inlinable public var operand: Int { Int(raw >> 6) }

  /// The instruction that takes a word.
  @inlinable
  @inline(__always)
  public static func word(_ word: Int32) -> UInt32 { UInt32(bitPattern: word) << 6 | 1 }
}

/// How a pattern begins, which saves most tries.
@frozen
public struct PatternTraits: Sendable {
  public var bits: UInt32

  @inlinable public init(bits: UInt32) { self.bits = bits }

  static let startsAtRange = PatternTraits(bits: 1)
  static let startsWithPerson = PatternTraits(bits: 2)
  static let startsWithPeople = PatternTraits(bits: 4)
  static let startsWithDate = PatternTraits(bits: 8)
  static let startsUtterance = PatternTraits(bits: 16)

  @inlinable public var startsAtRange: Bool { bits & 1 != 0 }
  @inlinable public var startsWithPerson: Bool { bits & 2 != 0 }
  @inlinable public var startsWithPeople: Bool { bits & 4 != 0 }
  @inlinable public var startsWithDate: Bool { bits & 8 != 0 }
  @inlinable public var startsUtterance: Bool { bits & 16 != 0 }
  /// The cue's kind and language, which say first of all whether a pattern counts.
  @inlinable public var kind: UInt8 { UInt8(truncatingIfNeeded: bits >> 8) }
  @inlinable public var language: Int32 { Int32(bits >> 16) }

  init(_ start: PatternTraits, kind: Cue.Kind, language: Int) {
    bits = start.bits | UInt32(kind.rawValue) << 8 | UInt32(language & 0xFF) << 16
  }
}
