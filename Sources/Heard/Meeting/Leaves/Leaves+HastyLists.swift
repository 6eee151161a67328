/// Takes lists that hasty typing made something else for the lists that they are.
import HeardGrammar

extension Leaves {
  /// Code that is a list which was set in too far: its lines begin with bullets, and no fence stands above it. Behind a sign that no
  /// program has, a line may go on in the next one.
  func isBulleted(_ index: Int) -> Bool {
    let block = document.blocks[index]
    guard block.kind == .code, document.format == .markdown, block.stop - block.start < Leaves.longestBulleted else {
      return false
    }
    // The first byte tells of nearly all code that it is none: "*", "-", or a sign.
    let first = document.notes[Int(block.start)..<Int(block.stop)].first { $0 > 0x20 } ?? 0
    guard first == 0x2A || first == 0x2D || first >= 0xE2 else { return false }
    let (text, tokens) = (leaf(index).text, leaf(index).tokens.tokens)
    guard tokens.count > 2 else { return false }
    let isSigned = text.isBullet(tokens[0])
    for index in tokens.indices where tokens[index].flags.contains(.lineStart) {
      if isSigned { break }
      guard index + 1 < tokens.count, tokens[index].mark == 0x2A || tokens[index].mark == 0x2D,
        tokens[index].range.count == 1, tokens[index + 1].kind == .word || tokens[index + 1].kind == .handle,
        tokens[index + 1].flags.contains(.spaceBefore)
      else { return false }
    }
    return !isFenced(block)
  }

  private func isFenced(_ block: Block) -> Bool {
    var start = Int(block.start)
    while start > 0, document.notes[start - 1] == 0x20 || document.notes[start - 1] == 0x09 { start -= 1 }
    while start > 0, document.notes[start - 1] <= 0x20 { start -= 1 }
    let line = document.notes[..<start].suffix(Leaves.longestFence)
    return line.contains(0x60) || line.contains(0x7E)
  }

  /// In bytes.
  private static let longestBulleted = 4000
  private static let longestFence = 16
}
