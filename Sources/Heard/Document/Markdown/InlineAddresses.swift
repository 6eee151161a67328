/// Addresses and handles that stand in the text without markup.
extension InlineReader {
  /// `https://…` at its colon.
  mutating func readAddress() {
    let colon = index
    index += 1
    guard text[colon + 1] == 0x2F, text[colon + 2] == 0x2F, work.brackets.isEmpty else { return }
    var start = colon
    while start > literalStart, colon - start < 6, text[start - 1].isLetter { start -= 1 }
    let isKnown =
      switch colon - start {
      case 3: text.holdsIgnoringCase("ftp", at: start)
      case 4: text.holdsIgnoringCase("http", at: start)
      case 5: text.holdsIgnoringCase("https", at: start)
      default: false
      }
    guard isKnown, let host = hostEnd(from: colon + 3, needsDot: false) else { return }
    addMarked(.link, start, addressEnd(start, from: host), markers: 0)
  }

  /// `www.…` at its first full stop.
  mutating func readShortAddress() {
    let start = index - 3
    index += 1
    guard start >= literalStart, text.holds("www.", at: start), work.brackets.isEmpty else { return }
    let before = start > 0 ? text[start - 1] : 0x20
    guard before.isSpace || before == 0x2A || before == 0x5F || before == 0x7E || before == 0x28,
      let host = hostEnd(from: start, needsDot: true)
    else { return }
    addMarked(.link, start, addressEnd(start, from: host), markers: 0)
  }

  private func hostEnd(from start: Int, needsDot: Bool) -> Int? {
    var place = start
    var dots = 0
    var (underscores, underscoresBefore) = (0, 0)
    guard text[start].isAlphanumeric || text[start] >= 0x80 else { return nil }
    // No host is longer; without a limit each of many addresses in one would look through all of it.
    while place < text.count, place - start < 255 {
      let byte = text[place]
      if byte == 0x2E {
        (underscores, underscoresBefore) = (0, underscores)
        dots += 1
      } else if byte == 0x5F {
        underscores += 1
      } else if !byte.isAlphanumeric, byte < 0x80, byte != 0x2D {
        break
      }
      place += 1
    }
    guard underscores == 0, underscoresBefore == 0, !needsDot || dots > 0 else { return nil }
    return place
  }

  /// Where an address ends whose host ends at `host`: before space, and before punctuation of the sentence.
  private func addressEnd(_ start: Int, from host: Int) -> Int {
    var end = host
    while end < text.count, !text[end].isSpace, text[end] != 0x3C { end += 1 }
    var surplus = 0
    for place in start..<end {
      if text[place] == 0x28 { surplus -= 1 } else if text[place] == 0x29 { surplus += 1 }
    }
    while end > host {
      switch text[end - 1] {
      case 0x21, 0x22, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3F, 0x5F, 0x7E: end -= 1
      case 0x29 where surplus > 0:
        surplus -= 1
        end -= 1
      case 0x3B:
        var place = end - 1
        while place > host, text[place - 1].isLetter { place -= 1 }
        let isReference = place < end - 1 && place > host && text[place - 1] == 0x26
        end = isReference ? place - 1 : end - 1
      default: return end
      }
    }
    while end > start, text[end - 1] == 0x2E { end -= 1 }
    return end
  }

  /// `name@host` or `@handle` at its sign.
  mutating func readAt() {
    let at = index
    index += 1
    var start = at
    while start > literalStart, isNameByte(text[start - 1]) || text[start - 1] == 0x2B { start -= 1 }
    if start < at {
      if let end = mailEnd(from: at + 1) { addMarked(.link, start, end, markers: 0) }
      return
    }
    if at > 0, text[at - 1] >= 0x80 ? isLetter(before: at) : text[at - 1].isAlphanumeric { return }
    if let end = handleEnd(from: at + 1) { addMarked(.mention, at, end, markers: 0) }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  private func mailEnd(from start: Int) -> Int? {
    var end = start
    var dots = 0
    while end < text.count, isNameByte(text[end]) {
      if text[end] == 0x2E {
        guard text[end + 1].isAlphanumeric else { break }
        dots += 1
      }
      end += 1
    }
    return dots > 0 && text[end] != 0x40 && text[end - 1].isLetter ? end : nil
  }

  private func handleEnd(from start: Int) -> Int? {
    var end = start
    while end < text.count {
      let byte = text[end]
      if byte >= 0x80 {
        guard let scalar = text.scalar(at: end), scalar.properties.isAlphabetic else { break }
        end += scalar.utf8.count
      } else if byte.isAlphanumeric {
        end += 1
      } else if byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x2F, end > start, text[end + 1].isAlphanumeric {
        end += 1
      } else {
        break
      }
    }
    return end > start ? min(end, text.count) : nil
  }

  private func isLetter(before index: Int) -> Bool {
    var start = index - 1
    while start > 0, index - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    return text.scalar(at: start)?.properties.isAlphabetic ?? true
  }
}
