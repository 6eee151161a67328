/// Takes lists and sentences that hasty typing made something else for what they are.
import HeardGrammar

extension Leaves {
  /// Code that is a list which was set in too far: each of its lines begins with a bullet. Behind a sign that no program has, a line may
  /// go on in the next one, and a fence may stand above it, as around what was taken from a printed page.
  func isBulleted(_ index: Int) -> Bool {
    let block = document.blocks[index]
    guard block.kind == .code, document.format == .markdown, block.stop - block.start < Leaves.longestBulleted,
      mayBeBulleted(block)
    else { return false }
    let (text, tokens) = (leaf(index).text, leaf(index).tokens.tokens)
    guard tokens.count > 2 else { return false }
    if text.isBullet(tokens[0]) { return true }
    return tokens.indices.allSatisfy { index in
      guard tokens[index].flags.contains(.lineStart) else { return true }
      guard index + 1 < tokens.count, tokens[index].mark == 0x2A || tokens[index].mark == 0x2D else {
        return index > 0 && goesOn(tokens, index)
      }
      let next = tokens[index + 1]
      return tokens[index].range.count == 1 && [.word, .handle, .url].contains(next.kind) && next.flags.contains(.spaceBefore)
    }
  }

  /// Code that is sentences which were set in too far: many words and no sign that programs have, up to the end of a sentence.
  func isProse(code index: Int) -> Bool {
    let block = document.blocks[index]
    guard document.format == .markdown, block.stop - block.start < Leaves.longestBulleted,
      let first = document.notes[Int(block.start)..<Int(block.stop)].first(where: { $0 > 0x20 }), 0x41...0x5A ~= first
    else { return false }
    let tokens = leaf(index).tokens.tokens
    guard let last = tokens.last, [0x2E, 0x3F, 0x21, 0x3A].contains(last.mark) else { return false }
    var small = 0
    for token in tokens {
      switch token.kind {
      case .word: if !token.flags.contains(.capitalized) { small += 1 }
      case .punctuation where Leaves.signsOfProse.contains(token.mark): break
      case .number, .handle, .url, .reference: break
      default: return false
      }
    }
    return small >= Leaves.fewestWords && small * 2 > tokens.count
  }

  /// . , ? ! : ; ( ) - ' "
  private static let signsOfProse: [UInt8] = [0x2E, 0x2C, 0x3F, 0x21, 0x3A, 0x3B, 0x28, 0x29, 0x2D, 0x27, 0x22]
  private static let fewestWords = 6

  /// A line of prose below a bullet: its first tokens are plain words or end a sentence, unlike "image: lamp" and other settings.
  private func goesOn(_ tokens: Window<Token>, _ index: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    for next in index + 1..<min(index + 3, tokens.count) where !tokens[next].flags.contains(.lineStart) {
      let isWord = tokens[next].kind == .word && tokens[next].flags.contains(.spaceBefore)
      // . , )
      if !isWord, ![0x2E, 0x2C, 0x29].contains(tokens[next].mark) { return false }
    }
    return true
  }

  /// The first byte of most code tells that it is no list.
  private func mayBeBulleted(_ block: Block) -> Bool {
    let bytes = document.notes[Int(block.start)..<Int(block.stop)]
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
    if bytes[start] == 0x60 || bytes[start] == 0x7E {
      let behind = bytes[start...].drop { $0 != 0x0A }.first { $0 > 0x20 } ?? 0
      return behind >= Leaves.firstOfSigns
    }
    return bytes[start] == 0x2A || bytes[start] == 0x2D || bytes[start] >= Leaves.firstOfSigns
  }

  /// The byte that "•" and its like begin with.
  private static let firstOfSigns: UInt8 = 0xE2
  /// In bytes.
  private static let longestBulleted = 4000
}
