/// Turns words of a grammar file into tokens, just as notes are turned into tokens.
enum Literal {
  /// The ways in which a text can be written: the first as it stands; where it has a hyphen inside, also apart and in
  /// one.
  static func spellings(of text: String) -> [[[UInt8]]] {
    let tokens = tokens(of: text)
    let joints = tokens.indices.filter { isJoint($0, tokens) }
    var spellings = [tokens.map(\.folded)]
    guard !joints.isEmpty else { return spellings }
    spellings.append(tokens.indices.filter { !joints.contains($0) }.map { tokens[$0].folded })
    var joined: [[UInt8]] = []
    var isAfterJoint = false
    for (i, token) in tokens.enumerated() {
      if joints.contains(i) {
        isAfterJoint = true
      } else if isAfterJoint, let last = joined.popLast() {
        joined.append(last + token.folded)
        isAfterJoint = false
      } else {
        joined.append(token.folded)
      }
    }
    spellings.append(joined)
    return spellings
  }

  private static func isJoint(_ i: Int, _ tokens: [(folded: [UInt8], isSpaced: Bool)]) -> Bool {
    i > 0 && i + 1 < tokens.count && tokens[i].folded == [0x2D] && !tokens[i].isSpaced && !tokens[i + 1].isSpaced
      && tokens[i - 1].folded != [0x2D] && tokens[i + 1].folded != [0x2D]
  }

  private static func tokens(of text: String) -> [(folded: [UInt8], isSpaced: Bool)] {
    // An ending such as 'll is one token behind a word, and so has to be read behind one.
    if let mark = text.first, mark == "'" || mark == "’", text.count > 1, text.count <= 3,
      !text.dropFirst().contains("'")
    {
      return Array(tokens(of: "x" + text).dropFirst())
    }
    // So is "n'", one token in front of one.
    if let mark = text.last, mark == "'" || mark == "’", text.dropLast().last?.isLetter ?? false {
      return Array(tokens(of: text + "x").dropLast())
    }
    let bytes = Array(text.utf8)
    var tokenizer = Tokenizer(words: .none)
    tokenizer.read(bytes.span)
    let tokens = tokenizer.tokens
    return tokens.indices.map { i in
      var folded = Folding.folded(bytes.span, tokens[i].range)
      if i + 1 < tokens.count, tokens[i].end == tokens[i + 1].start,
        Folding.folded(bytes.span, tokens[i + 1].range) == Array("n't".utf8)
      {
        folded = stems.first { Array($0.0.utf8) == folded }.map { Array($0.1.utf8) } ?? folded
      }
      if folded.count > 2, folded.allSatisfy({ $0 == 0x2E }) { folded = Array("...".utf8) }
      return (folded, tokens[i].flags.contains(.spaceBefore))
    }
  }

  /// Which words the tokenizer takes the rests before n't for.
  private static let stems = [("ca", "can"), ("wo", "will"), ("sha", "shall")]
}
