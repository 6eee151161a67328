/// What a registry's bytes must keep to before any parser sees them, so that none is led astray.
struct YAMLLimits {
  static let bytes = 1 << 20
  static let depth = 64
  /// Visited nodes: what an alias stands for counts each time.
  static let nodes = 100_000
  /// Keys that are no plain words: parsers compare them whole, which aliases make endless.
  private static let oddKeys = 64

  struct Fault: Error {
    var offset: Int
    var fault: String
    var remedy: String
  }

  /// The first limit that the bytes break.
  static func fault(in bytes: [UInt8]) -> Fault? {
    guard bytes.count <= YAMLLimits.bytes else {
      return Fault(
        offset: 0, fault: "the file is larger than 1 MiB", remedy: "a registry holds people, areas and dates, no more")
    }
    return encoding(bytes) ?? marks(bytes) ?? amount(bytes)
  }

  private static func encoding(_ bytes: [UInt8]) -> Fault? {
    if let zero = bytes.firstIndex(of: 0) {
      return Fault(offset: zero, fault: "a NUL byte, where text was expected", remedy: "save the file as UTF-8")
    }
    let wrong = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var index = 0
      while index < bytes.count {
        let length = bytes[index] < 0x80 ? 1 : TextDecoding.sequenceLength(bytes, index)
        guard length > 0 else { return index }
        index += length
      }
      return nil
    }
    return wrong.map { Fault(offset: $0, fault: "a byte that is not UTF-8", remedy: "save the file as UTF-8") }
  }

  /// Runs of accents on one letter.
  private static func marks(_ bytes: [UInt8]) -> Fault? {
    var run = 0
    for index in bytes.indices {
      switch bytes[index] {
      case 0xCC, 0xCD:
        run += 1
        guard run > TextDecoding.combiningMarks else { continue }
        return Fault(
          offset: index, fault: "more than \(TextDecoding.combiningMarks) accents on one letter",
          remedy: "write the letter with its own accents")
      case 0x80...0xBF: continue
      default: run = 0
      }
    }
    return nil
  }

  /// Counts what can begin a node, and keys that are no plain words beside aliases.
  private static func amount(_ bytes: [UInt8]) -> Fault? {
    var count = 0
    var odd = 0
    var firstOdd = 0
    var aliases = 0
    var before: UInt8 = 0x0A
    for index in bytes.indices {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      switch byte {
      case 0x2C, 0x5B, 0x7B: count += 1
      case 0x3A, 0x2D, 0x3F:
        guard isSpace(next) else { break }
        count += 1
        if byte == 0x3F, isSpace(before) || before == 0x2C || before == 0x5B || before == 0x7B { odd += 1 }
      case 0x2A where isSpace(before) || isOpening(before): aliases += 1
      default: break
      }
      if byte == 0x3A, closesOddKey(bytes, at: index) { odd += 1 }
      if odd == 1, firstOdd == 0 { firstOdd = index }
      before = byte
      guard count <= nodes * 2 else {
        return Fault(offset: index, fault: "more than \(nodes) values", remedy: "a registry holds far less; shorten it")
      }
    }
    guard odd > oddKeys || odd > 0 && aliases > 0 else { return nil }
    return Fault(
      offset: firstOdd, fault: "a key that is no plain word", remedy: "write keys as plain words, as in “name:”")
  }

  /// A colon behind a bracket or an alias: `[a, b]: c`, `*a : c`.
  private static func closesOddKey(_ bytes: [UInt8], at colon: Int) -> Bool {
    var index = colon - 1
    while index >= 0, bytes[index] == 0x20 || bytes[index] == 0x09 { index -= 1 }
    guard index >= 0 else { return false }
    if bytes[index] == 0x5D || bytes[index] == 0x7D { return true }
    // An anchor's name may hold anything but spaces and brackets; a longer look back is not worth its time.
    var length = 0
    while index >= 0, length < 64, !isSpace(bytes[index]), !isOpening(bytes[index]) {
      index -= 1
      length += 1
    }
    return length == 64 || bytes[index + 1] == 0x2A
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x5B || byte == 0x7B || byte == 0x3A || byte == 0x3F || byte == 0x2D
  }
}
