/// How findings put into words what the notes say.
extension Checking {
  /// The notes' words in quotation marks, cut at a word where they are longer than a line.
  func quote(_ text: String) -> String {
    guard text.utf8.count > 70 else { return "“\(text)”" }
    let head = text.unicodeScalars.prefix(64)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return "“\(String(text.unicodeScalars[..<end]))…”"
  }

  /// An action's task in quotation marks; with the words around it where the task alone ("it", "help") tells nobody what is meant.
  func quote(_ action: Action) -> String {
    guard action.text.utf8.count < 12, action.span.count > action.text.utf8.count, action.span.count < 160 else {
      return quote(action.text)
    }
    let bytes = document.notes[action.span.start..<min(action.span.end, document.notes.count)]
    // Marks of the format are no words.
    let marks = Array("*_`[]<>|\\\n\r\t#".utf8)
    return bytes.contains { marks.contains($0) } ? quote(action.text) : quote(TextDecoding.string(bytes))
  }

  /// A question that ends with quoted words; it needs no mark of its own where those are a question.
  func asking(_ lead: String, _ text: String) -> String {
    let quoted = quote(text)
    return "\(lead) \(quoted)" + (quoted.hasSuffix("?”") ? "" : "?")
  }
}

extension [String] {
  /// "Ana", "Ana and Ben", "Ana, Ben and Carla".
  func listed(_ word: String = "and") -> String {
    guard count > 1, let last else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) \(word) \(last)"
  }
}

extension String {
  /// How many words spaces part.
  var wordCount: Int {
    var (count, isInWord) = (0, false)
    for byte in utf8 {
      if byte != 0x20, !isInWord { count += 1 }
      isInWord = byte != 0x20
    }
    return count
  }
}

extension Evidence {
  /// The cue is of this kind.
  func isOf(_ kind: String) -> Bool {
    guard let stroke = cue.utf8.firstIndex(of: 0x2F) else { return false }
    let name = cue.utf8[cue.utf8.index(after: stroke)...]
    return name.starts(with: kind.utf8) && name.dropFirst(kind.utf8.count).first == 0x2F
  }

  /// Where something stands speaks, and no cue.
  var isOfPlace: Bool { cue.utf8.starts(with: "place/".utf8) }
}
