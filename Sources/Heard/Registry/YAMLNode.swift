/// A value of a YAML file with its place.
struct YAMLNode: Sendable {
  enum Value: Sendable {
    /// - Parameter isPlain: written without quotes, so that it may mean a number or nothing.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  struct Pair: Sendable {
    var key: YAMLNode
    var value: YAMLNode
  }

  var value: Value
  /// Of a scalar the whole, of a sequence or mapping its first byte.
  var span: Span

  /// What it is, for saying what was found.
  var kind: String {
    switch value {
    case .scalar(let text, let isPlain):
      if YAMLNode.isNull(text, isPlain) { return "nothing" }
      if isPlain, text == "true" || text == "false" { return "the truth value \(text)" }
      return isNumber ? "the number \(text)" : "the text \(YAMLNode.quoted(text))"
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    }
  }

  var isNull: Bool {
    if case .scalar(let text, let isPlain) = value { return YAMLNode.isNull(text, isPlain) }
    return false
  }

  /// The words, where it is text: no number, truth value or nothing.
  var text: String? {
    guard case .scalar(let text, let isPlain) = value else { return nil }
    if isPlain, isNumber || text == "true" || text == "false" { return nil }
    return isNull || !text.utf8.contains { $0 > 0x20 } ? nil : text
  }

  private var isNumber: Bool {
    guard case .scalar(let text, true) = value, let first = text.utf8.first else { return false }
    let digits = first == 0x2D || first == 0x2B ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      && digits.contains { $0 != 0x2E }
  }

  private static func isNull(_ text: String, _ isPlain: Bool) -> Bool {
    isPlain && (text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL")
  }

  /// In quotation marks, cut where it is long.
  static func quoted(_ text: String) -> String {
    let line = text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    guard line.count > 60 else { return "“" + TextDecoding.string(line) + "”" }
    var end = 57
    while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
    return "“" + TextDecoding.string(line[..<end]) + "…”"
  }
}
