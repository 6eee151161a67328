/// Takes lists that hasty typing made something else for the lists that they are.
import HeardGrammar

extension Hearing {
  /// Code that is a list which was set in too far: each of its lines begins with a bullet, and no fence stands above it.
  func isBulleted(_ index: Int) -> Bool {
    let block = document.blocks[index]
    guard document.format == .markdown, block.stop - block.start < Hearing.longestBulleted else { return false }
    let tokens = leaves.leaf(index).tokens.tokens
    guard tokens.count > 2 else { return false }
    for index in tokens.indices where tokens[index].flags.contains(.lineStart) {
      guard index + 1 < tokens.count, tokens[index].mark == 0x2A || tokens[index].mark == 0x2D,
        tokens[index].range.count == 1, tokens[index + 1].kind == .word || tokens[index + 1].kind == .handle,
        tokens[index + 1].flags.contains(.spaceBefore)
      else { return false }
    }
    var start = Int(block.start)
    while start > 0, document.notes[start - 1] == 0x20 || document.notes[start - 1] == 0x09 { start -= 1 }
    while start > 0, document.notes[start - 1] <= 0x20 { start -= 1 }
    let line = document.notes[..<start].suffix(Hearing.longestFence)
    return !line.contains(0x60) && !line.contains(0x7E)
  }

  /// In bytes.
  private static let longestBulleted = 4000
  private static let longestFence = 16
}
