/// Words as a double array: one array access a byte, whatever the number of words.
///
/// A cell is `base << 8 | label`. Bases are unique, so the label alone proves a step right. The cell of label 0 holds
/// the word's number where another holds a base. Cells are read where they are packed, where a label of ASCII is the first byte.
public struct WordTrie: Sendable {
  private let cells: PackedValues
  /// The numbers of "-" and "...", which many marks are taken for.
  private(set) var dash: Int32 = 0
  private(set) var ellipsis: Int32 = 0

  init(cells: PackedValues) {
    self.cells = cells
    dash = word(folded: CollectionOfOne(0x2D))
    ellipsis = word(folded: "...".utf8)
  }

  /// No words.
  static let none = WordTrie(cells: .none)

  static let root = 1

  /// The state behind a byte, or 0.
  @inline(__always)
  func step(_ state: Int, _ byte: UInt8) -> Int {
    let cell = cells.raw(state &+ Int(byte))
    return cell & WordTrie.label == PackedValues.packed(UInt32(byte)) ? WordTrie.number(cell) : 0
  }

  /// The same for a byte of ASCII.
  @inline(__always)
  func step(_ state: Int, ascii byte: UInt8) -> Int {
    let cell = cells.raw(state &+ Int(byte))
    return cell & WordTrie.label == UInt32(byte) ? WordTrie.number(cell) : 0
  }

  /// The word that ends in a state, or 0.
  @inline(__always)
  func word(at state: Int) -> Int32 {
    guard state > 0 else { return 0 }
    let cell = cells.raw(state)
    return cell & WordTrie.label == 0 ? Int32(WordTrie.number(cell)) : 0
  }

  /// The bits of a label as they are packed.
  private static let label: UInt32 = 0x17F

  @inline(__always)
  private static func number(_ cell: UInt32) -> Int { Int(PackedValues.unpacked(cell) >> 8) }

  /// The number of an already folded word, or 0.
  func word(folded bytes: some Sequence<UInt8>) -> Int32 {
    var state = WordTrie.root
    for byte in bytes {
      if byte == 0 { return 0 }
      state = step(state, byte)
      if state == 0 { return 0 }
    }
    return word(at: state)
  }
}

/// Lays sorted words out as a ``WordTrie``.
struct WordTrieBuilder {
  private var cells: [UInt32] = []
  private var isTaken = BitRow()
  private var isBase = BitRow()
  private var firstFree = 1

  /// The cells. The words' numbers are their places, from 1. Words are folded, distinct, free of NUL and not empty.
  static func cells(of words: [[UInt8]]) -> [UInt32] {
    var builder = WordTrieBuilder()
    let order = words.indices.sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
    builder.reserve(through: WordTrie.root + 256)
    builder.isBase.insert(WordTrie.root)
    var open: [(state: Int, depth: Int, range: Range<Int>)] = [(WordTrie.root, 0, 0..<order.count)]
    // The root's base is fixed, so nothing may be laid before its children are.
    while let node = open.popLast() {
      let groups = builder.groups(of: node.range, depth: node.depth, order, words)
      for (label, range) in groups {
        let cell = node.state + Int(label)
        if label == 0 {
          builder.put(cell, UInt32(order[range.lowerBound] + 1) << 8)
        } else {
          builder.put(cell, UInt32(label))
        }
      }
      for (label, range) in groups where label != 0 {
        let labels = builder.groups(of: range, depth: node.depth + 1, order, words).map(\.label)
        let base = builder.base(for: labels)
        builder.cells[node.state + Int(label)] = UInt32(base) << 8 | UInt32(label)
        open.append((base, node.depth + 1, range))
        for label in labels { builder.isTaken.insert(base + Int(label)) }
      }
    }
    while builder.cells.count > 1, builder.cells.last == .max { builder.cells.removeLast() }
    return builder.cells.map { $0 == .max ? free : $0 }
  }

  /// What free cells hold: label 255 occurs in no UTF-8.
  private static let free: UInt32 = 255

  private func groups(
    of range: Range<Int>, depth: Int, _ order: [Int], _ words: [[UInt8]]
  ) -> [(label: UInt8, range: Range<Int>)] {
    var result: [(label: UInt8, range: Range<Int>)] = []
    for i in range {
      let word = words[order[i]]
      let label = depth < word.count ? word[depth] : 0
      if let last = result.last, last.label == label {
        result[result.count - 1].range = last.range.lowerBound..<(i + 1)
      } else {
        result.append((label, i..<(i + 1)))
      }
    }
    return result
  }

  private mutating func base(for labels: [UInt8]) -> Int {
    let lowest = Int(labels.first ?? 0)
    while isTaken.contains(firstFree) {
      firstFree += 1
      reserve(through: firstFree + 512)
    }
    var base = max(WordTrie.root + 1, firstFree - lowest)
    while true {
      reserve(through: base + 256 + 2 * BitRow.width)
      var fits = ~isBase.bits(from: base)
      for label in labels where fits != 0 { fits &= ~isTaken.bits(from: base + Int(label)) }
      if fits != 0 {
        base += fits.trailingZeroBitCount
        isBase.insert(base)
        return base
      }
      base += BitRow.width
    }
  }

  private mutating func put(_ index: Int, _ cell: UInt32) {
    cells[index] = cell
    isTaken.insert(index)
  }

  private mutating func reserve(through index: Int) {
    if cells.count <= index { cells += repeatElement(.max, count: index + 1 - cells.count) }
    isTaken.reserve(through: index)
    isBase.reserve(through: index)
  }
}

/// A row of bits of which many are asked for at once: most places that a word could be laid at are taken.
private struct BitRow {
  static let width = UInt64.bitWidth
  private var words: [UInt64] = []

  func contains(_ index: Int) -> Bool { bits(from: index) & 1 == 1 }

  mutating func insert(_ index: Int) { words[index / BitRow.width] |= 1 << UInt64(index % BitRow.width) }

  /// The bits of `width` places, the first of them the lowest.
  func bits(from index: Int) -> UInt64 {
    let (word, shift) = (index / BitRow.width, UInt64(index % BitRow.width))
    // Swift shifts everything out where the shift is as wide as the word.
    return words[word] >> shift | words[word + 1] << (UInt64(BitRow.width) - shift)
  }

  mutating func reserve(through index: Int) {
    let missing = index / BitRow.width + 2 - words.count
    if missing > 0 { words += repeatElement(0, count: missing) }
  }
}
