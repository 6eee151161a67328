import HeardGrammar

/// The leaves of a document with their tokens, each read once for all readers of this stage.
///
/// What is handed out looks at memory that this keeps. Of long notes only the first leaves stay; a later one is read again
/// when it is asked for, and stays until ``mostLoose`` others were.
final class Leaves {
  let document: Document
  private let grammar: Grammar
  private var text = BlockText()
  private var list = TokenList()
  /// By block: the place in `known` of a leaf that was read and stays, or -1.
  private var places: [Int32]
  private var known: [Leaf] = []
  private var memory = LeafMemory()
  private var loose: [LeafMemory] = []
  private var nextLoose = 0

  struct Leaf {
    var text = LeafText()
    var tokens = LeafTokens()
  }

  /// Bytes of memory that leaves may fill for good: for notes of up to half a megabyte or so.
  private static let mostKept = 4 << 20
  /// No reader looks at two leaves at once; this leaves room.
  private static let mostLoose = 16

  init(_ document: Document, _ grammar: Grammar) {
    self.document = document
    self.grammar = grammar
    places = Array(repeating: -1, count: document.blocks.count)
  }

  /// The leaf that is the block of this index; empty for other blocks.
  func leaf(_ index: Int) -> Leaf {
    if places[index] >= 0 { return known[Int(places[index])] }
    document.text(of: document.blocks[index], into: &text)
    list.read(text, grammar)
    guard memory.count < Leaves.mostKept else { return looseLeaf() }
    let leaf = memory.leaf(text, list)
    places[index] = Int32(known.count)
    known.append(leaf)
    return leaf
  }

  /// A part of the notes that is no leaf of its own, such as a label.
  func leaf(of range: Range<Int32>) -> Leaf {
    text.removeAll()
    text.append(document.notes, Int(range.lowerBound), Int(range.upperBound))
    list.read(text, grammar)
    return looseLeaf()
  }

  private func looseLeaf() -> Leaf {
    if loose.count < Leaves.mostLoose { loose.append(LeafMemory()) }
    nextLoose = (nextLoose + 1) % loose.count
    loose[nextLoose].removeAll()
    return loose[nextLoose].leaf(text, list)
  }
}
