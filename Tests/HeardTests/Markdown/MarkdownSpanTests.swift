/// Every block and every word knows where it stands in the notes.
import Testing

@testable import Heard

struct MarkdownSpanTests {
  @Test(.enabled(if: MarkdownInputs.isShared, "needs the folder shared"))
  func `spans of real notes are exact`() {
    #expect(!MarkdownInputs.corpus.isEmpty)
    for page in MarkdownInputs.corpus { check(page.bytes, page.name) }
  }

  @Test(.enabled(if: MarkdownInputs.isShared, "needs the folder shared"))
  func `spans of hostile notes are exact`() {
    #expect(MarkdownInputs.hostile.count > 5)
    for page in MarkdownInputs.hostile.values.joined() { check(page.bytes, page.name) }
  }

  @Test(arguments: [UInt64](1...40))
  func `spans of generated notes are exact`(_ seed: UInt64) {
    var generated = GeneratedMarkdown(seed: seed)
    for count in 1...60 {
      check(generated.page(count: count), "page \(count) of seed \(seed)")
      check(generated.noise(count: count * 4), "noise \(count) of seed \(seed)")
    }
  }

  private func check(_ notes: [UInt8], _ name: String) {
    var document = Document(notes: notes, format: .markdown)
    MarkdownReader.read(into: &document)
    var fault = blockFault(document)
    var text = BlockText()
    for block in document.blocks where fault == nil && block.isLeaf {
      document.text(of: block, into: &text)
      fault = textFault(text, block, notes)
    }
    #expect(
      fault == nil, "\(name): \(fault ?? "") in \(String(decoding: notes.prefix(300), as: UTF8.self).debugDescription)")
  }

  /// Blocks stand in pre-order, lie within their parents and behind their elder siblings, and hold their segments.
  private func blockFault(_ document: Document) -> String? {
    var open: [Int] = []
    var behind = 0
    var segment = 0
    for (index, block) in document.blocks.enumerated() {
      while let last = open.last, Int(document.blocks[last].end) <= index { open.removeLast() }
      let parent = open.last ?? -1
      let end = Int(block.end)
      if Int(block.parent) != parent { return "block \(index) has parent \(block.parent), not \(parent)" }
      if end <= index || end > document.blocks.count { return "block \(index) ends at \(end)" }
      if block.isLeaf, end != index + 1 { return "leaf \(index) has children" }
      if block.start > block.stop || Int(block.stop) > document.notes.count {
        return "block \(index) spans \(block.span)"
      }
      if parent >= 0 {
        let holder = document.blocks[parent]
        if end > holder.end { return "block \(index) ends behind its parent" }
        if !holder.span.contains(block.span) { return "block \(index) \(block.span) is not in \(holder.span)" }
      }
      if Int(block.start) < behind { return "block \(index) begins before \(behind)" }
      behind = Int(block.isLeaf ? block.stop : block.start)
      for place in block.segments {
        let found = document.segments[Int(place)]
        if Int(place) < segment { return "segment \(place) is in two blocks" }
        if found.start > found.end || found.start < block.start || found.end > block.stop {
          return "segment \(found) is not in block \(index) \(block.span)"
        }
        segment = Int(place) + 1
      }
      open.append(index)
    }
    return nil
  }

  /// Runs follow each other without gaps in the text, lie within the block, and are the notes' bytes where they say so.
  private func textFault(_ text: BlockText, _ block: Block, _ notes: [UInt8]) -> String? {
    var position = Int(block.start)
    for (index, run) in text.runs.enumerated() {
      let start = Int(run.text)
      let end = index + 1 < text.runs.count ? Int(text.runs[index + 1].text) : text.bytes.count
      if index == 0, start != 0 { return "text before the first run" }
      if start > end || Int(run.start) < position || run.start > run.end || run.end > block.stop {
        return "run \(run) within \(block.span)"
      }
      position = Int(run.end)
      if run.isLiteral {
        if text.bytes[start..<end] != notes[Int(run.start)..<Int(run.end)] {
          return "run \(run) is not what the notes say"
        }
        if text.span(of: start..<end) != Span(Int(run.start), Int(run.end)) { return "span of run \(run)" }
      } else if run.start == run.end {
        return "run \(run) stands for nothing"
      }
    }
    if text.runs.isEmpty, !text.bytes.isEmpty { return "text without runs" }
    for mark in text.marks {
      if mark.range.lowerBound < 0 || Int(mark.range.upperBound) > text.bytes.count { return "mark \(mark)" }
      if Int(mark.value.upperBound) > notes.count { return "value of \(mark)" }
    }
    return nil
  }
}
