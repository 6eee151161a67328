/// Finds the ends of web and mail addresses, handles and ticket numbers.
enum Address {
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
  }

  /// The end of a web address whose scheme (or `www`) is `start..<end`.
  static func url(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end - start <= 6, end + 1 < bytes.count, bytes[end] == 0x3A || bytes[end] == 0x2E else { return nil }
    let isWeb =
      isWord(bytes, start, end, "http") || isWord(bytes, start, end, "https") || isWord(bytes, start, end, "ftp")
    if isWeb {
      guard end + 3 < bytes.count, bytes[end] == 0x3A, bytes[end + 1] == 0x2F, bytes[end + 2] == 0x2F else {
        return nil
      }
    } else if isWord(bytes, start, end, "www") {
      guard bytes[end] == 0x2E, isLetterOrDigit(bytes[end + 1]) else { return nil }
    } else {
      guard isWord(bytes, start, end, "mailto"), bytes[end] == 0x3A, isLetterOrDigit(bytes[end + 1]) else { return nil }
    }
    return urlEnd(bytes, end)
  }

  private static func urlEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    var open = 0
    scan: while end < bytes.count {
      switch bytes[end] {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x60, 0x7C, 0x7F: break scan
      case 0x28: open += 1
      case 0x29:
        if open == 0 { break scan }
        open -= 1
      case 0x80...:
        let scalar = Scalar(bytes, end)
        guard scalar.kind == .letter || scalar.kind == .joiner else { break scan }
        end += scalar.length - 1
      default: break
      }
      end += 1
    }
    while end > start + 1, isSentenceMark(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func isSentenceMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x5D, 0x2A, 0x7D: true
    default: false
    }
  }

  private static func isWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ word: StaticString) -> Bool {
    guard end - start == word.utf8CodeUnitCount else { return false }
    for i in start..<end where bytes[i] | 0x20 != word.utf8Start[i - start] { return false }
    return true
  }

  /// The end of `GH-12`: capitals, a hyphen, digits, and nothing that continues them.
  static func ticket(_ bytes: Span<UInt8>, _ start: Int, _ run: WordRun) -> Int? {
    guard run.isAllCapitals, !run.hasDigit, run.end - start <= 10, run.end + 1 < bytes.count else { return nil }
    guard bytes[run.end] == 0x2D else { return nil }
    var end = run.end + 1
    while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end > run.end + 1 else { return nil }
    if end < bytes.count, isLetterOrDigit(bytes[end]) || bytes[end] == 0x2D || bytes[end] == 0x5F { return nil }
    return end
  }

  /// The end of `#123`.
  static func hashNumber(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = start + 1
    while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end > start + 1 else { return nil }
    return end < bytes.count && (isLetterOrDigit(bytes[end]) || bytes[end] == 0x5F) ? nil : end
  }

  /// The end of `@name`; full stops and hyphens inside belong to it.
  static func handle(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = start + 1
    while end < bytes.count {
      let byte = bytes[end]
      if byte < 0x80 {
        let joins = byte == 0x2E || byte == 0x2D
        let continues = joins && end > start + 1 && end + 1 < bytes.count && isLetterOrDigit(bytes[end + 1])
        guard isLetterOrDigit(byte) || byte == 0x5F || continues && bytes[end + 1] < 0x80 else { break }
        end += 1
      } else {
        let scalar = Scalar(bytes, end)
        guard scalar.kind == .letter else { break }
        end += scalar.length
      }
    }
    return end > start + 1 ? end : nil
  }

  /// The end of a mail address's domain, which needs a full stop inside.
  static func domain(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    var hasStop = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x2E || byte == 0x2D {
        guard end > start, end + 1 < bytes.count, isLetterOrDigit(bytes[end + 1]), bytes[end + 1] < 0x80 else { break }
        if byte == 0x2E { hasStop = true }
      } else if !isLetterOrDigit(byte) || byte >= 0x80 {
        break
      }
      end += 1
    }
    return hasStop ? end : nil
  }

  /// What may stand in the local part of a mail address besides letters and digits.
  static func isLocalMark(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2D || byte == 0x2B || byte == 0x5F }
}
