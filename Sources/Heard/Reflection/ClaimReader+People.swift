/// Reads who is named in a sentence, and who opens it.
import HeardGrammar

extension ClaimReader {
  func member(at index: Int) -> Cast.Member? {
    let range = index..<Int(tokens.personEnd[index])
    let bytes = text.bytes[bytes(of: range)]
    let name = TextDecoding.string(Array(bytes))
    var member = Cast.Member(person: nil, keys: Cast.keys(of: name), text: name)
    switch tagger.mentions[index] {
    case .none: return nil
    case .person(let person): member.person = person
    case .stranger: break
    case .group: member.isGroup = true
    case .ambiguous: member.isAmbiguous = true
    }
    member.span = span(range)
    return member
  }

  /// Who opens a sentence and is not only quoted in it.
  func opener(_ range: Range<Int>) -> Cast.Member? {
    guard let first = range.first(where: { tokens.tokens[$0].kind == .word || tokens.tokens[$0].kind == .handle }),
      tokens.personEnd[first] > 0, let member = member(at: first)
    else { return nil }
    let behind = Int(tokens.personEnd[first])
    guard behind < range.upperBound, !lists.isSaying(tokens.tokens[behind].word), tokens.tokens[behind].mark != 0x27
    else {
      return nil
    }
    return member
  }
}
