/// The strings of a JSON object, however deep they lie, by their paths: `choices/0/message/content`.
struct JSONStrings {
  private var values: [String: String] = [:]
  private var scanner: JSONScanner
  private var frames: [Frame] = []

  /// Objects and lists in each other; no answer that is wanted has more.
  private static let depthLimit = 32

  /// An object or list that is open, and which of its members is read.
  private struct Frame {
    /// Nil in a list.
    var key: String?
    var index = 0
    var step: String { key ?? String(index) }
  }

  subscript(path: String) -> String? { values[path] }

  /// Whether there is a string at a path or below it.
  func holds(_ path: String) -> Bool { values.keys.contains { $0 == path || $0.hasPrefix(path + "/") } }

  /// Nil where the text is no JSON object, or is nested too deeply.
  init?(_ text: [UInt8]) {
    scanner = JSONScanner(bytes: text)
    guard text.first(where: { $0 > 0x20 }) == 0x7B else { return nil }
    repeat {
      guard let isOpen = takeValue() else { return nil }
      if !isOpen, !takeEnd() { return nil }
    } while !frames.isEmpty
    guard scanner.isAtEnd else { return nil }
  }

  /// Whether an object or list was opened that has members; nil where there is no value.
  private mutating func takeValue() -> Bool? {
    if let text = scanner.string() {
      values[frames.map(\.step).joined(separator: "/")] = text
      return false
    }
    let isObject = scanner.take("{")
    guard isObject || scanner.take("[") else { return scanner.skipScalar() ? false : nil }
    if scanner.take(isObject ? "}" : "]") { return false }
    guard frames.count < JSONStrings.depthLimit else { return nil }
    frames.append(Frame())
    return isObject && !takeKey() ? nil : true
  }

  private mutating func takeKey() -> Bool {
    guard let key = scanner.string(), scanner.take(":") else { return false }
    frames[frames.count - 1].key = key
    return true
  }

  /// Goes on to the next member behind a value, and closes what ends there.
  private mutating func takeEnd() -> Bool {
    while let frame = frames.last {
      if scanner.take(",") {
        frames[frames.count - 1].index += 1
        return frame.key == nil || takeKey()
      }
      guard scanner.take(frame.key == nil ? "]" : "}") else { return false }
      frames.removeLast()
    }
    return true
  }
}
