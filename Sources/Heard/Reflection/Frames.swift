import HeardGrammar

/// The sentences of the Grammar that heard says itself, filled with the words of the notes.
struct Frames {
  /// What stands in a frame's slots; an empty text is nothing.
  typealias Words = [String: String]

  private var said: [String: String] = [:]
  /// Frames that are said in the language asked for.
  private var own: Set<String> = []

  /// - Parameter language: a folder of the grammar; a frame that it lacks is said in English.
  init(_ grammar: Grammar, language: String) {
    let own = grammar.languages.firstIndex(of: language).map { Int32($0) } ?? 0
    for cue in grammar.cues where cue.kind == .frame && (cue.language == own || cue.language == 0) {
      let name = cue.name
      if cue.language == own { self.own.insert(name) }
      if cue.language == own || said[name] == nil { said[name] = cue.says }
    }
  }

  /// Whether the language has a frame of its own.
  func has(_ name: String) -> Bool { own.contains(name) }

  /// The sentence of a frame; empty where the grammar has none of that name.
  func sentence(_ name: String, _ words: Words = [:]) -> String {
    var filling = Filling(template: Array((said[name] ?? "").utf8), words: words)
    return filling.filled()
  }
}

/// What is said in one sentence, and the part of it that the notes say; nil: all of it.
struct Said {
  var text: String
  var claim: String?
}

extension Frames {
  /// The sentence of a frame with what it claims: the notes' words in its slots.
  func said(_ name: String, _ words: Words) -> Said {
    let text = sentence(name, words)
    return name.hasPrefix("takes on") ? Said(text: text) : Said(text: text, claim: claim(name, words))
  }

  private func claim(_ name: String, _ words: Words) -> String {
    // A request claims nothing of whoever was asked: the frame says that it is one.
    if words["task"] != nil || name.hasPrefix("asked of") { return "" }
    if let quote = words["quote"], !quote.isEmpty { return quote }
    guard let text = words["words"], !text.isEmpty else { return "" }
    let owners = words["owners"].flatMap { $0.isEmpty ? nil : $0 + ": " } ?? ""
    return owners + text + (words["due"].flatMap { $0.isEmpty ? nil : ", " + $0 } ?? "")
  }
}

/// Fills one frame.
private struct Filling {
  let template: [UInt8]
  let words: Frames.Words
  private var out: [UInt8] = []
  private var index = 0

  init(template: [UInt8], words: Frames.Words) { (self.template, self.words) = (template, words) }

  mutating func filled() -> String {
    while index < template.count {
      switch template[index] {
      case 0x5B:
        let start = out.count
        index += 1
        if !fill(until: 0x5D) { out.removeSubrange(start...) }
      case 0x7B: _ = slot()
      default: append(template[index])
      }
    }
    return TextDecoding.string(out)
  }

  /// - Returns: whether every slot on the way had words.
  private mutating func fill(until close: UInt8) -> Bool {
    var isWhole = true
    while index < template.count, template[index] != close {
      if template[index] == 0x7B { isWhole = slot() && isWhole } else { append(template[index]) }
    }
    index += 1
    return isWhole
  }

  private mutating func slot() -> Bool {
    let end = template[index...].firstIndex(of: 0x7D) ?? template.count - 1
    let name = String(decoding: template[(index + 1)..<max(index + 1, end)], as: UTF8.self)
    index = end + 1
    let text = words[name] ?? ""
    out += text.utf8
    return !text.isEmpty
  }

  /// A full stop behind words that end in a mark of their own would be one too many.
  private mutating func append(_ byte: UInt8) {
    index += 1
    if byte == 0x2E, Filling.isFinal(out[..<Filling.withoutQuotationMark(out)].last) { return }
    out.append(byte)
  }

  private static func isFinal(_ byte: UInt8?) -> Bool { byte == 0x2E || byte == 0x3F || byte == 0x21 }

  /// The end of the words in front of a closing ” “ or ».
  private static func withoutQuotationMark(_ bytes: [UInt8]) -> Int {
    let end = bytes.count
    if end > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0x9D || bytes[end - 1] == 0x9C {
      return end - 3
    }
    guard end > 3, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xBB else { return end }
    return bytes[end - 3] == 0x20 ? end - 3 : end - 2
  }
}
