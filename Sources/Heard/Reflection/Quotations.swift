/// Looks for words within words, and for what stands in quotation marks.
enum Quotations {
  /// A quotation mark, and how many bytes it takes.
  private enum Mark {
    case opening, low, closing, both

    /// “ ends what „ began, and begins what nothing else did.
    static func at(_ index: Int, in bytes: [UInt8]) -> (mark: Mark, count: Int)? {
      if bytes[index] == 0xC2, index + 1 < bytes.count {
        return bytes[index + 1] == 0xAB ? (.opening, 2) : bytes[index + 1] == 0xBB ? (.closing, 2) : nil
      }
      guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
      return switch bytes[index + 2] {
      case 0x9C: (.both, 3)
      case 0x9D: (.closing, 3)
      case 0x9E: (.low, 3)
      default: nil
      }
    }
  }

  /// What stands between “ and ”, „ and “, « and »: the outermost.
  static func all(in text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return [] }
    let bytes = Array(text.utf8)
    var found: [String] = []
    var (index, depth, start, isLow) = (0, 0, 0, false)
    while index < bytes.count {
      guard let (mark, count) = Mark.at(index, in: bytes) else {
        index += 1
        continue
      }
      if mark == .closing && depth > 0 || mark == .both && depth > 0 && isLow {
        depth -= 1
        if depth == 0 { found.append(trimmed(bytes[start..<index])) }
      } else if mark != .closing {
        if depth == 0 { (start, isLow) = (index + count, mark == .low) }
        depth += 1
      }
      index += count
    }
    return found
  }

  /// The bytes that stand in no quotation marks.
  static func outside(_ text: String) -> [UInt8] {
    all(in: text).reduce(Array(text.utf8)) { rest, quoted in
      let quoted = Array(quoted.utf8)
      return start(of: quoted, in: rest).map { Array(rest[..<$0] + [0x20] + rest[($0 + quoted.count)...]) } ?? rest
    }
  }

  /// Without the spaces, narrow ones too, that French puts inside its marks.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let spaces: [[UInt8]] = [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]]
    var bytes = bytes
    while let space = spaces.first(where: { bytes.starts(with: $0) }) { bytes = bytes.dropFirst(space.count) }
    while let space = spaces.first(where: { bytes.suffix($0.count).elementsEqual($0) }) { bytes = bytes.dropLast(space.count) }
    return TextDecoding.string(bytes)
  }

  /// Whether some words stand in others, byte for byte.
  static func hold(_ place: String, _ words: String) -> Bool {
    var (place, words) = (place, words)
    return words.isEmpty || place.withUTF8 { place in words.withUTF8 { start(of: $0, in: place) != nil } }
  }

  /// A text without the first place where some words stand in it.
  static func without(_ words: String, _ text: String) -> String {
    var bytes = Array(text.utf8)
    let words = Array(words.utf8)
    guard let start = start(of: words, in: bytes) else { return text }
    bytes.removeSubrange(start..<(start + words.count))
    return TextDecoding.string(bytes)
  }

  static func start(of words: [UInt8], in text: [UInt8]) -> Int? {
    text.withUnsafeBufferPointer { text in words.withUnsafeBufferPointer { start(of: $0, in: text) } }
  }

  private static func start(of words: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = words.first, words.count <= text.count else { return nil }
    var start = 0
    while start <= text.count - words.count {
      if text[start] == first {
        var same = 1
        while same < words.count, text[start + same] == words[same] { same += 1 }
        if same == words.count { return start }
      }
      start += 1
    }
    return nil
  }
}
