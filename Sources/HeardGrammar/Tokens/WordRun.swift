/// A run of letters and digits, and how its letters are written.
struct WordRun {
  var end: Int
  var hasLetter = false
  var hasDigit = false
  var isCapitalized = false
  private var capitals = 0
  private var others = 0

  /// The run that begins at `start`; it may be empty. A full stop between two digits belongs to it.
  init(_ bytes: Span<UInt8>, _ start: Int) {
    end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte &- 0x61 < 26 {
        others += 1
        end += 1
      } else if byte &- 0x41 < 26 {
        if end == start { isCapitalized = true }
        capitals += 1
        end += 1
      } else if byte &- 0x30 < 10 {
        hasDigit = true
        end += 1
      } else if byte == 0x5F {
        guard end > start, end + 1 < bytes.count, Address.isLetterOrDigit(bytes[end + 1]) else { break }
        others += 1
        end += 1
      } else if byte == 0x2E {
        guard end > start, bytes[end - 1] &- 0x30 < 10, end + 1 < bytes.count, bytes[end + 1] &- 0x30 < 10 else {
          break
        }
        end += 1
      } else if byte < 0x80 || !readScalar(bytes, start) {
        break
      }
    }
    hasLetter = capitals + others > 0
  }

  private mutating func readScalar(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let scalar = Scalar(bytes, end)
    switch scalar.kind {
    case .letter:
      if scalar.isCapital {
        if end == start { isCapitalized = true }
        capitals += 1
      } else {
        others += 1
      }
    case .joiner: break
    default: return false
    }
    end += scalar.length
    return true
  }

  var isAllCapitals: Bool { capitals >= 2 && others == 0 }

  var flags: Token.Flags {
    var flags: Token.Flags = []
    if isCapitalized { flags.insert(.capitalized) }
    if isAllCapitals { flags.insert(.allCaps) }
    return flags
  }
}
