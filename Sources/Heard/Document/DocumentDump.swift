/// A document as text for people: one line a block, indented by depth, with its kind, flags, place and words.
public struct DocumentDump {
  private let document: Document
  private let lines: LineIndex
  private var text = BlockText()
  private var output: [UInt8] = []

  public static func text(of document: Document) -> String {
    var dump = DocumentDump(document)
    dump.write()
    return String(decoding: dump.output, as: UTF8.self)
  }

  private init(_ document: Document) {
    self.document = document
    lines = LineIndex(document.notes)
  }

  private mutating func write() {
    var ends: [Int32] = []
    for (index, block) in document.blocks.enumerated() {
      while let end = ends.last, end <= Int32(index) { ends.removeLast() }
      output.append(contentsOf: repeatElement(0x20, count: 2 * ends.count))
      write(block)
      output.append(0x0A)
      if block.end > Int32(index) + 1 { ends.append(block.end) }
    }
    for omission in document.omissions { put("! \(omission.message) \(place(of: omission.span))\n") }
  }

  private mutating func write(_ block: Block) {
    put("\(block.kind)")
    if block.level > 0 || block.kind == .cell { put(" \(block.level)") }
    if block.flags.contains(.ordered) { put(" from \(block.number)") }
    for (flag, name) in Self.flagNames where block.flags.contains(flag) { put(" \(name)") }
    put(" \(place(of: block.span))")
    if !block.label.isEmpty {
      put(" ")
      quote(document.notes[Int(block.label.lowerBound)..<Int(block.label.upperBound)])
      if block.isLeaf { put(":") }
    }
    guard block.isLeaf else { return }
    put(" ")
    document.text(of: block, into: &text)
    quote(text.bytes[...])
  }

  private static let flagNames: [(Block.Flags, String)] = [
    (.ordered, "ordered"), (.header, "header"), (.unticked, "unticked"), (.ticked, "ticked"), (.loose, "loose"),
    (.struck, "struck"), (.service, "service"),
  ]

  private func place(of span: Span) -> String {
    let start = lines.position(of: span.start)
    let end = lines.position(of: span.end)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private mutating func put(_ string: String) { output.append(contentsOf: string.utf8) }

  /// Quoted, with what a terminal would obey made visible: control characters and those that turn the direction.
  private mutating func quote(_ bytes: ArraySlice<UInt8>) {
    output.append(0x22)
    for scalar in TextDecoding.string(bytes).unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        output.append(0x5C)
        output.append(UInt8(scalar.value))
      case 0x0A: put("\\n")
      case 0x09: put("\\t")
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        put("\\u{" + String(scalar.value, radix: 16) + "}")
      default: put(String(Character(scalar)))
      }
    }
    output.append(0x22)
  }
}
