@testable import Heard

/// Blocks as lines of text, for goldens: kind, properties, and text with its marks.
struct BlockDump {
  let document: Document

  var lines: [String] {
    var lines: [String] = []
    var ends: [Int32] = []
    for (index, block) in document.blocks.enumerated() {
      while let end = ends.last, end <= Int32(index) { ends.removeLast() }
      lines += describe(block, indent: String(repeating: "  ", count: ends.count))
      ends.append(block.end)
    }
    lines += document.omissions.map { "omission \($0.span.start)..<\($0.span.end): \($0.message)" }
    return lines
  }

  private func describe(_ block: Block, indent: String) -> [String] {
    var words = ["\(indent)\(block.kind)"]
    if block.kind == .heading || block.kind == .cell { words.append("\(block.level)") }
    if block.flags.contains(.ordered) { words.append("ordered from \(block.number)") }
    for (flag, name) in [
      (Block.Flags.header, "header"), (.unticked, "unticked"), (.ticked, "ticked"), (.struck, "struck"),
    ] where block.flags.contains(flag) {
      words.append(name)
    }
    if !block.classes.isEmpty { words.append("." + string(block.classes)) }
    if !block.label.isEmpty { words.append("«\(string(block.label))»") }
    words.append("\(block.start)..<\(block.stop)")
    guard block.isLeaf else { return [words.joined(separator: " ")] }
    var text = BlockText()
    document.piecesText(of: block, into: &text)
    words.append(TextDecoding.string(text.bytes).debugDescription)
    return [words.joined(separator: " ")]
      + text.marks.map { mark in
        let words = TextDecoding.string(text.bytes[Int(mark.range.lowerBound)..<Int(mark.range.upperBound)])
        let value = mark.value.isEmpty ? "" : " → " + string(mark.value)
        return "\(indent)  · \(mark.kind) \(words.debugDescription)\(value)"
      }
  }

  private func string(_ range: Range<Int32>) -> String {
    TextDecoding.string(document.notes[Int(range.lowerBound)..<Int(range.upperBound)])
  }
}

extension Document {
  /// Notes read as HTML.
  init(html notes: [UInt8]) {
    self.init(notes: notes, format: .html)
    HTMLReader.read(into: &self)
  }
}
