@testable import Heard

/// Shows for a document read from HTML that every byte of its text comes from where it says.
struct SpanProof {
  let document: Document

  /// What is wrong; empty if nothing is.
  var faults: [String] { blockFaults + textFaults }

  private var blockFaults: [String] {
    var faults: [String] = []
    let blocks = document.blocks
    for (index, block) in blocks.enumerated() {
      if block.start < 0 || block.start > block.stop || block.stop > document.notes.count {
        faults.append("block \(index) \(block.kind) spans \(block.span)")
      }
      if block.end <= index || block.end > blocks.count { faults.append("block \(index) ends at \(block.end)") }
      guard block.parent >= 0 else { continue }
      let parent = blocks[Int(block.parent)]
      if block.parent >= index || parent.end < block.end { faults.append("block \(index) is not in its parent") }
      if parent.start > block.start || parent.stop < block.stop {
        faults.append("block \(index) \(block.kind) \(block.span) is not within \(parent.kind) \(parent.span)")
      }
    }
    return faults
  }

  private var textFaults: [String] {
    var faults: [String] = []
    var text = BlockText()
    var last: Int32 = 0
    for block in document.blocks where block.isLeaf {
      text.removeAll()
      document.piecesText(of: block, into: &text)
      if block.segments.isEmpty { continue }
      for (index, run) in text.runs.enumerated() {
        let end = index + 1 < text.runs.count ? Int(text.runs[index + 1].text) : text.bytes.count
        let bytes = text.bytes[Int(run.text)..<end]
        let source = document.notes[Int(run.start)..<Int(run.end)]
        if run.start < last || run.start < block.start || run.end > block.stop {
          faults.append("run \(run) is out of place in \(block.kind) \(block.span)")
        }
        last = run.end
        if run.isLiteral ? !bytes.elementsEqual(source) : !isFair(bytes, for: source) {
          faults.append("run \(run) reads \(TextDecoding.string(bytes)) for \(TextDecoding.string(source))")
        }
      }
      for mark in text.marks where mark.range.upperBound > text.bytes.count || mark.range.lowerBound < 0 {
        faults.append("mark \(mark) is beyond its text")
      }
    }
    return faults
  }

  /// A reference, white space, or a line break for markup.
  private func isFair(_ bytes: ArraySlice<UInt8>, for source: ArraySlice<UInt8>) -> Bool {
    if source.first == UInt8(ascii: "&") {
      // A number without a semicolon still is a reference.
      return source.last == UInt8(ascii: ";") || source.dropFirst().first == UInt8(ascii: "#")
    }
    let isSpace = source.allSatisfy { $0 == 0x20 || 0x09...0x0D ~= $0 }
    if bytes.elementsEqual([0x20]) { return isSpace && !source.isEmpty }
    if bytes.elementsEqual([0x0A]) { return isSpace || source.contains(UInt8(ascii: "<")) }
    return false
  }
}
