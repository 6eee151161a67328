/// Quotes, lists and items of Markdown: which of them a line continues, opens and closes.
extension MarkdownReader {
  /// Consumes the prefixes of the open containers that this line continues; gives how many frames it continues.
  mutating func matchFrames() -> Int {
    var depth = 1
    while depth < frames.count {
      if line.isBlank {
        // Every item takes a blank line, so that only a quote can refuse it; that keeps blank lines cheap at any depth.
        if let quote = quotes.first(where: { $0 >= depth }) { return quote }
        let top = frames.count - 1
        return frames[top].isQuote || frames[top].hasChild ? frames.count : top
      }
      if frames[depth].isQuote {
        guard line.indent < 4, bytes[line.nonspace] == 0x3E else { return depth }
        takeQuoteMarker()
        frames[depth].stop = line.position
      } else if line.indent >= frames[depth].indent {
        line.advance(columns: frames[depth].indent, bytes)
      } else {
        return depth
      }
      depth += 1
    }
    return depth
  }

  private mutating func takeQuoteMarker() {
    line.take(1, bytes)
    line.advance(columns: 1, bytes)
  }

  /// Opens the quotes and leaves that begin on this line, or continues the paragraph that is open.
  mutating func openBlocks(_ matched: Int, under heading: Int) {
    var depth = matched
    var mayBeLazy = leaf == .paragraph
    while !line.isBlank {
      if line.indent >= 4 {
        if mayBeLazy { break }
        closeFrames(to: depth)
        return openIndentedCode()
      }
      let byte = bytes[line.nonspace]
      guard Self.beginsBlock(byte) else { break }
      let interrupts = mayBeLazy && depth == frames.count
      if byte == 0x7B {
        if takeAttributeLine(under: depth == frames.count ? heading : -1) { return }
        break
      }
      if openLeaf(byte, depth, interrupts: interrupts) { return }
      if byte == 0x3E {
        guard canNest(depth) else { break }
        openQuote(depth)
      } else if let marker = ListMarker(line, bytes, interrupts: interrupts && leaf == .paragraph), canNest(depth) {
        if openItem(marker, depth) { return }
      } else {
        break
      }
      depth = frames.count
      mayBeLazy = false
    }
    addText(depth, mayBeLazy: mayBeLazy)
  }

  private mutating func canNest(_ depth: Int) -> Bool {
    if depth <= Guards.markdownContainers { return true }
    omit("Quotes and lists nested deeper than \(Guards.markdownContainers) are read as text", line.nonspace, line.end)
    return false
  }

  private mutating func openQuote(_ depth: Int) {
    closeFrames(to: depth)
    let block = addBlock(.quote, from: line.nonspace)
    quotes.append(frames.count)
    takeQuoteMarker()
    frames.append(Frame(block: block, isQuote: true, stop: line.position))
  }

  /// Opens an item, and its list where it is the first. Whether the line is wholly read by that.
  private mutating func openItem(_ marker: ListMarker, _ depth: Int) -> Bool {
    closeFrames(to: depth)
    let start = line.nonspace
    let top = frames.count - 1
    if frames[top].list >= 0, frames[top].listMarker == marker.sign {
      if followsBlank, blankQuote <= top { blocks[frames[top].list].flags.insert(.loose) }
    } else {
      let list = addBlock(.list, from: start)
      frames[top].list = list
      frames[top].listMarker = marker.sign
      if marker.isOrdered { blocks[list].flags.insert(.ordered) }
      blocks[list].number = marker.number
    }
    let block = append(.item, from: start, parent: frames[top].list)
    let indent = line.indent + marker.take(&line, bytes)
    frames.append(Frame(block: block, indent: indent, stop: start + marker.length))
    guard let flag = takeTaskBox() else { return false }
    blocks[block].flags.insert(flag)
    frames[frames.count - 1].stop = line.position
    if line.isBlank { return false }
    openParagraph()
    return true
  }

  /// `[ ]` or `[x]` right behind an item's marker, the `[]` of those in a hurry, or round brackets for them.
  private mutating func takeTaskBox() -> Block.Flags? {
    let box = line.nonspace
    guard !line.isBlank, line.indent < 4, bytes[box] == 0x5B || bytes[box] == 0x28 else { return nil }
    let close: UInt8 = bytes[box] == 0x5B ? 0x5D : 0x29
    if box + 2 < line.end, bytes[box + 1] == close, bytes[box + 2].isBlank {
      line.take(2, bytes)
      return .unticked
    }
    guard box + 3 <= line.end, bytes[box + 2] == close,
      box + 3 == line.end || bytes[box + 3].isBlank
    else { return nil }
    let sign = bytes[box + 1]
    guard sign == 0x20 || sign.lowercased == 0x78 else { return nil }
    line.take(3, bytes)
    return sign == 0x20 ? .unticked : .ticked
  }

  /// Closes the open leaf and the containers behind the first `count`.
  mutating func closeFrames(to count: Int) {
    closeLeaf()
    while frames.count > count {
      closeList(of: frames.count - 1)
      guard let frame = frames.popLast() else { return }
      blocks[frame.block].end = Int32(blocks.count)
      blocks[frame.block].stop = Int32(max(frame.stop, Int(blocks[frame.block].stop)))
      if frame.isQuote {
        quotes.removeLast()
      } else {
        blocks[Int(blocks[frame.block].parent)].stop = blocks[frame.block].stop
      }
      extendInnermost(to: Int(blocks[frame.block].stop))
    }
  }

  mutating func extendInnermost(to stop: Int) {
    if frames[frames.count - 1].stop < stop { frames[frames.count - 1].stop = stop }
  }

  /// Closes the list that is a frame's last child.
  mutating func closeList(of frame: Int) {
    let list = frames[frame].list
    guard list >= 0 else { return }
    blocks[list].end = Int32(blocks.count)
    frames[frame].list = -1
  }
}
