/// One tag, comment, instruction, declaration or CDATA section within Markdown text.
struct InlineTag {
  enum Kind { case opening, closing, comment, other }
  let kind: Kind
  /// Offset behind it.
  let end: Int
  let name: Range<Int>
  /// The value of the `datetime` attribute, without quotes.
  private(set) var datetime = 0..<0

  /// A tag of no element of HTML with so many attributes, none of which has a value, is prose between angle brackets.
  private static let fewestWords = 3

  /// An opening or closing tag.
  init?(_ bytes: NoteBytes, at start: Int, upTo limit: Int) {
    let isClosing = bytes[start + 1] == 0x2F
    let first = start + (isClosing ? 2 : 1)
    guard first < limit, bytes[first].isLetter else { return nil }
    var index = first
    while index < limit, bytes[index].isAlphanumeric || bytes[index] == 0x2D { index += 1 }
    name = first..<index
    kind = isClosing ? .closing : .opening
    var value = 0..<0
    if !isClosing {
      var bare = 0
      var valued = 0
      while let attribute = HTMLAttribute(bytes, at: index, upTo: limit) {
        if attribute.isDatetime(bytes) { value = attribute.value }
        if attribute.value.isEmpty { bare += 1 } else { valued += 1 }
        index = attribute.end
      }
      // "<Action for Ana to mail Ben>": so many words and not one value are a sentence.
      if valued == 0, bare >= Self.fewestWords, !bytes.hasElement(name) { return nil }
    }
    while index < limit, bytes[index].isSpace { index += 1 }
    if !isClosing, bytes[index] == 0x2F { index += 1 }
    guard index < limit, bytes[index] == 0x3E else { return nil }
    end = index + 1
    datetime = value
  }

  /// A comment or the like that ends at a known place.
  init(_ kind: Kind, end: Int) {
    self.kind = kind
    self.end = end
    name = 0..<0
  }
}

extension NoteBytes {
  /// The name of a form's element, which may have several attributes without values.
  fileprivate func hasElement(_ name: Range<Int>) -> Bool {
    let elements: [StaticString] = ["input", "select", "option", "button", "textarea", "video", "audio", "script"]
    return elements.contains { name.count == $0.utf8CodeUnitCount && holdsIgnoringCase($0, at: name.lowerBound) }
  }
}

/// One attribute of a tag, with the space before it.
private struct HTMLAttribute {
  let name: Range<Int>
  let value: Range<Int>
  let end: Int

  init?(_ bytes: NoteBytes, at start: Int, upTo limit: Int) {
    var index = start
    while index < limit, bytes[index].isSpace { index += 1 }
    let first = index
    guard index > start, index < limit, bytes[index].isLetter || bytes[index] == 0x5F || bytes[index] == 0x3A else {
      return nil
    }
    while index < limit, bytes[index].isAlphanumeric || Self.isNameSign(bytes[index]) { index += 1 }
    name = first..<index
    var after = index
    while after < limit, bytes[after].isSpace { after += 1 }
    guard after < limit, bytes[after] == 0x3D else {
      value = 0..<0
      end = index
      return
    }
    after += 1
    while after < limit, bytes[after].isSpace { after += 1 }
    let quote = bytes[after]
    if quote == 0x22 || quote == 0x27 {
      let close = bytes.firstIndex(of: quote, from: after + 1, to: limit)
      guard close < limit else { return nil }
      value = after + 1..<close
      end = close + 1
    } else {
      let begin = after
      while after < limit, !bytes[after].isSpace, !Self.isForbidden(bytes[after]) { after += 1 }
      guard after > begin else { return nil }
      value = begin..<after
      end = after
    }
  }

  func isDatetime(_ bytes: NoteBytes) -> Bool {
    name.count == 8 && bytes.holdsIgnoringCase("datetime", at: name.lowerBound)
  }

  private static func isNameSign(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte == 0x2E || byte == 0x3A || byte == 0x2D
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60: true
    default: false
    }
  }
}
