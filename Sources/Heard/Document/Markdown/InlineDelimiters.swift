/// Emphasis, strong emphasis and strike-through.
extension InlineReader {
  private enum Neighbour { case space, punctuation, other }

  mutating func readDelimiters(_ sign: UInt8) {
    var end = index
    while text[end] == sign, end < text.count { end += 1 }
    let before = neighbour(before: index)
    let after = neighbour(at: end)
    let length = end - index
    let isLeft = after != .space && (after != .punctuation || before != .other)
    let isRight = before != .space && (before != .punctuation || after != .other)
    var canOpen = isLeft
    var canClose = isRight
    if sign == 0x5F {
      canOpen = isLeft && (!isRight || before == .punctuation)
      canClose = isRight && (!isLeft || after == .punctuation)
    }
    guard canOpen || canClose, sign != 0x7E || length <= 2 else {
      index = end
      return
    }
    let token = add(.literal, to: end)
    let previous = work.lastDelimiter
    work.delimiters.append(
      .init(
        token: token, sign: sign, length: length, canOpen: canOpen, canClose: canClose, previous: previous, next: -1))
    work.lastDelimiter = work.delimiters.count - 1
    if previous >= 0 { work.delimiters[previous].next = work.lastDelimiter }
  }

  private func neighbour(before index: Int) -> Neighbour {
    guard index > 0 else { return .space }
    var start = index - 1
    while start > 0, index - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    return neighbour(at: start)
  }

  private func neighbour(at index: Int) -> Neighbour {
    guard index < text.count else { return .space }
    let byte = text[index]
    if byte < 0x80 { return byte.isSpace ? .space : byte.isPunctuation ? .punctuation : .other }
    guard let scalar = text.scalar(at: index) else { return .other }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .other
    }
  }

  /// Lets the delimiters behind `bottom` find their partners, and takes them all out of play.
  mutating func matchDelimiters(above bottom: Int) {
    guard work.lastDelimiter > bottom else { return }
    if work.bottoms.isEmpty { work.bottoms = [Int](repeating: -1, count: 14) }
    for place in work.bottoms.indices { work.bottoms[place] = bottom }
    var closer = work.lastDelimiter
    while work.delimiters[closer].previous > bottom { closer = work.delimiters[closer].previous }
    let first = closer
    while closer >= 0 {
      guard work.delimiters[closer].canClose else {
        closer = work.delimiters[closer].next
        continue
      }
      if let opener = opener(for: closer) {
        closer = match(opener, closer)
      } else {
        let next = work.delimiters[closer].next
        work.bottoms[bottomPlace(closer)] = work.delimiters[closer].previous
        if !work.delimiters[closer].canOpen { remove(closer) }
        closer = next
      }
    }
    // The first may be gone, but still knows what came before it.
    work.lastDelimiter = work.delimiters[first].previous
    if work.lastDelimiter >= 0 { work.delimiters[work.lastDelimiter].next = -1 }
  }

  private func bottomPlace(_ closer: Int) -> Int {
    let delimiter = work.delimiters[closer]
    if delimiter.sign == 0x7E { return delimiter.length == 1 ? 12 : 13 }
    return (delimiter.sign == 0x2A ? 0 : 6) + (delimiter.canOpen ? 3 : 0) + delimiter.length % 3
  }

  private func opener(for closer: Int) -> Int? {
    let closing = work.delimiters[closer]
    let bottom = work.bottoms[bottomPlace(closer)]
    var place = closing.previous
    while place > bottom {
      let opening = work.delimiters[place]
      if opening.canOpen, opening.sign == closing.sign, fits(opening, closing) { return place }
      place = opening.previous
    }
    return nil
  }

  private func fits(_ opening: InlineWork.Delimiter, _ closing: InlineWork.Delimiter) -> Bool {
    if opening.sign == 0x7E { return opening.length == closing.length }
    guard closing.canOpen || opening.canClose else { return true }
    return closing.length % 3 == 0 && opening.length % 3 == 0 || (opening.length + closing.length) % 3 != 0
  }

  /// Marks the text between the two; gives the delimiter to go on with.
  private mutating func match(_ opener: Int, _ closer: Int) -> Int {
    let (open, close) = (work.delimiters[opener].token, work.delimiters[closer].token)
    let isDouble = work.tokens[open].length >= 2 && work.tokens[close].length >= 2
    let isStruck = work.delimiters[opener].sign == 0x7E
    let used = isDouble ? 2 : 1
    work.tokens[open].end -= used
    work.tokens[close].start += used
    work.matches.append(.init(kind: isStruck ? .struck : isDouble ? .strong : .emphasis, open: open, close: close))
    work.delimiters[opener].next = closer
    work.delimiters[closer].previous = opener
    if work.tokens[open].length == 0 { remove(opener) }
    guard work.tokens[close].length == 0 else { return closer }
    let next = work.delimiters[closer].next
    remove(closer)
    return next
  }

  private mutating func remove(_ delimiter: Int) {
    let (previous, next) = (work.delimiters[delimiter].previous, work.delimiters[delimiter].next)
    if previous >= 0 { work.delimiters[previous].next = next }
    if next >= 0 { work.delimiters[next].previous = previous }
  }
}

extension InlineWork.Token {
  fileprivate var length: Int { end - start }
}

extension NoteBytes {
  /// The scalar that begins here; nil where the bytes are not UTF-8.
  func scalar(at index: Int) -> Unicode.Scalar? {
    let byte = self[index]
    let (length, bits): (Int, UInt8) =
      byte < 0x80 ? (1, 0x7F) : byte >= 0xF0 ? (4, 0x07) : byte >= 0xE0 ? (3, 0x0F) : (2, 0x1F)
    guard byte < 0x80 || byte >= 0xC2 && byte < 0xF5, index + length <= count else { return nil }
    var value = UInt32(byte & bits)
    for place in (index + 1)..<(index + length) {
      guard self[place] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(self[place] & 0x3F)
    }
    return Unicode.Scalar(value)
  }
}
