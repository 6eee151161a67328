/// One step of a compiled pattern: what to do in the low six bits, a number above.
package struct Instruction: Sendable {
  package enum Operation: UInt8, Sendable {
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
  }

  package let raw: UInt32

  @inline(__always) package init(raw: UInt32) { self.raw = raw }
  init(_ operation: Operation, _ operand: Int = 0) {
    raw = UInt32(operation.rawValue) | UInt32(truncatingIfNeeded: operand & 0x3F_FFFF) << 6
  }

  @inline(__always) package var operation: Operation { Operation(rawValue: UInt8(raw & 0x3F)) ?? .match }
  @inline(__always) package var operand: Int { Int(raw >> 6) }
}

/// How a pattern begins, which saves most tries.
package struct PatternTraits: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  package static let startsAtRange = PatternTraits(rawValue: 1)
  package static let startsWithPerson = PatternTraits(rawValue: 2)
  package static let startsWithPeople = PatternTraits(rawValue: 4)
  package static let startsWithDate = PatternTraits(rawValue: 8)
}
