/// Links and images.
extension InlineReader {
  mutating func openBracket(isImage: Bool) {
    let token = add(.literal, to: index + (isImage ? 2 : 1))
    if let last = work.brackets.indices.last { work.brackets[last].hasBracketAfter = true }
    work.brackets.append(
      .init(token: token, index: index, isImage: isImage, delimiter: work.lastDelimiter))
  }

  mutating func closeBracket() {
    guard let bracket = work.brackets.popLast() else {
      index += 1
      return
    }
    let isInactive = !bracket.isImage && work.brackets.count < work.inactiveBrackets
    work.inactiveBrackets = min(work.inactiveBrackets, work.brackets.count)
    guard !isInactive, let link = linkTail(of: bracket) else {
      index += 1
      return
    }
    let close = add(.gap, to: link.end)
    work.tokens[bracket.token].kind = .gap
    work.matches.append(
      .init(
        kind: bracket.isImage ? .image : .link, open: bracket.token, close: close, value: link.value,
        isValueInNotes: link.isValueInNotes))
    matchDelimiters(above: bracket.delimiter)
    // A link holds no other link.
    if !bracket.isImage { work.inactiveBrackets = work.brackets.count }
  }

  private typealias Tail = (value: Range<Int>, isValueInNotes: Bool, end: Int)

  private func linkTail(of bracket: InlineWork.Bracket) -> Tail? {
    let syntax = LinkSyntax(bytes: text)
    if let (destination, end) = syntax.inlineTail(at: index + 1) { return (destination, false, end) }
    guard !definitions.isEmpty else { return nil }
    // A label that is blank is none: then the text itself is the label.
    let labelEnd = syntax.labelEnd(at: index + 1)
    if let labelEnd, labelEnd > index + 3, let key = syntax.normalizedLabel((index + 2)..<(labelEnd - 1)) {
      return definitions[key].map { (Self.range($0), true, labelEnd) }
    }
    guard !bracket.hasBracketAfter, index - bracket.index <= 999,
      let key = syntax.normalizedLabel(bracket.index..<index), let found = definitions[key]
    else { return nil }
    return (Self.range(found), true, labelEnd == index + 3 ? index + 3 : index + 1)
  }

  private static func range(_ narrow: Range<Int32>) -> Range<Int> {
    Int(narrow.lowerBound)..<Int(narrow.upperBound)
  }
}
