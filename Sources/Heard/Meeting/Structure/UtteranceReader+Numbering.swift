/// Knows the signs that begin a line within a paragraph: bullets, arrows, numbers, an ellipsis.
extension UtteranceReader {
  func isBullet(_ index: Int) -> Bool {
    guard index + 1 < tokens.tokens.count else { return false }
    guard let mark = single(index) else {
      return text.isBullet(tokens.tokens[index]) && tokens.tokens[index + 1].flags.contains(.spaceBefore)
    }
    return (mark == 0x2D || mark == 0x2A || mark == 0x2B) && tokens.tokens[index + 1].flags.contains(.spaceBefore)
  }

  /// "->", "=>" or "→" in front of a line within a paragraph: what came of the lines above.
  func isArrow(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind != .word, token.flags.contains(.lineStart) else { return false }
    let bytes = text.bytes[Int(token.start)..<min(Int(token.start) + 2, text.bytes.count)]
    return isRightArrow(token) || bytes.elementsEqual([0x2D, 0x3E]) || bytes.elementsEqual([0x3D, 0x3E])
  }

  /// "b)" or "2." in front of a line within a paragraph.
  func isNumbering(_ index: Int) -> Bool {
    guard index + 2 < tokens.tokens.count else { return false }
    return isClauseNumber(index) || isBareNumber(index) || isMarkedNumber(index)
  }

  /// A letter or a number, and its mark: "b)", "2.".
  private func isMarkedNumber(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard token.end - token.start <= 2, token.kind == .word && token.end - token.start == 1 || token.kind == .number,
      !tokens.tokens[index + 1].flags.contains(.spaceBefore), tokens.tokens[index + 2].flags.contains(.spaceBefore)
    else { return false }
    let mark = single(index + 1)
    return mark == 0x29 || mark == 0x2E && (token.kind == .number || isCountedLetter(index))
  }

  /// "a. Collect the spoons" above "b. Count them": a small letter that the next such line, or the one above, counts on. With a capital it may
  /// be somebody's first name.
  private func isCountedLetter(_ index: Int) -> Bool {
    countsOn(index) { lineLetter(at: $0) }
  }

  private func lineLetter(at index: Int) -> Int? {
    guard tokens.tokens[index].flags.contains(.lineStart) || index == 0, index + 1 < tokens.tokens.count, single(index + 1) == 0x2E,
      let letter = single(index), Ascii.isLower(letter)
    else { return nil }
    return Int(letter)
  }

  /// "1 Collect the spoons" above "2 Count them": a number without a mark in front of a line, which the next such line, or the one above,
  /// counts on.
  func isBareNumber(_ index: Int) -> Bool {
    countsOn(index) { lineNumber(at: $0) }
  }

  /// Whether the next line that has a number is the one after this, or the last such line the one before.
  private func countsOn(_ index: Int, _ number: (Int) -> Int?) -> Bool {
    guard let own = number(index) else { return false }
    let next = (index + 1..<min(tokens.tokens.count, index + UtteranceReader.reach)).lazy.compactMap(number).first
    if next == own + 1 { return true }
    let before = (max(0, index - UtteranceReader.reach)..<index).reversed().lazy.compactMap(number).first
    return before == own - 1
  }

  /// In tokens, to the number of the next line and of the one before.
  private static let reach = 120

  private func lineNumber(at index: Int) -> Int? {
    let token = tokens.tokens[index]
    guard token.kind == .number, token.flags.contains(.lineStart), token.range.count <= 2, index + 1 < tokens.tokens.count else {
      return nil
    }
    let next = tokens.tokens[index + 1]
    guard next.kind == .word, next.flags.contains(.capitalized), next.flags.contains(.spaceBefore), !next.flags.contains(.lineStart) else {
      return nil
    }
    return Int(String(decoding: text.bytes[token.range], as: UTF8.self))
  }

  /// "4.3. The council …": the number of a clause in front of a line.
  func isClauseNumber(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .number, token.range.count <= 6, text.bytes[token.range].contains(0x2E) else { return false }
    let next = single(index + 1) == 0x2E && !tokens.tokens[index + 1].flags.contains(.spaceBefore) ? index + 2 : index + 1
    guard next < tokens.tokens.count, !tokens.tokens[next].flags.contains(.lineStart) else { return false }
    return tokens.tokens[next].flags.contains(.spaceBefore) && tokens.tokens[next].flags.contains(.capitalized)
  }

  /// Behind "4.3", "4.3.", "b)", "2." or "(b)" in front of a line; nil: none of these stands there.
  func behindNumbering(at index: Int) -> Int? {
    guard index + 2 < tokens.tokens.count else { return nil }
    if isClauseNumber(index) { return single(index + 1) == 0x2E ? index + 2 : index + 1 }
    if single(index) == 0x28, single(index + 2) == 0x29, tokens.tokens[index + 1].range.count <= 2, index + 3 < tokens.tokens.count {
      return index + 3
    }
    return isMarkedNumber(index) ? index + 2 : nil
  }

  func isEllipsis(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    let first = text.bytes[Int(token.start)]
    if first == 0xE2, token.end - token.start == 3 {
      return text.bytes[Int(token.start) + 1] == 0x80 && text.bytes[Int(token.start) + 2] == 0xA6
    }
    guard first == 0x2E, token.end - token.start >= 2 else { return false }
    return text.bytes[Int(token.start)..<Int(token.end)].allSatisfy { $0 == 0x2E }
  }
}
