import HeardGrammar

/// The leaves of a document with their tokens, each read once for all readers of this stage.
///
/// What is handed out looks at memory that this keeps. Of long notes only the first leaves stay; a later one is read again
/// when it is asked for, and stays until ``mostLoose`` others were.
final class Leaves {
  let document: Document
  private let grammar: Grammar
  /// For all readers of this stage, in turn.
  let matcher: CueMatcher
  private let hasWikiLinks: Bool
  // Behind a pointer, so that nothing is copied or watched while a leaf is read into it.
  private let state: UnsafeMutablePointer<State>

  private struct State {
    var text = BlockText()
    var list = TokenList()
    /// By block: the place in `known` of a leaf that was read and stays, or -1.
    var places: [Int32]
    var known: [Leaf] = []
    var memory = LeafMemory()
    var loose: [LeafMemory] = []
    var nextLoose = 0
  }

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
    matcher = CueMatcher(grammar)
    hasWikiLinks = document.format == .markdown && Ascii.holds("[[", document.notes)
    state = .allocate(capacity: 1)
    state.initialize(to: State(places: Array(repeating: -1, count: document.blocks.count)))
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// The leaf that is the block of this index; empty for other blocks.
  func leaf(_ index: Int) -> Leaf {
    let place = state.pointee.places[index]
    if place >= 0 { return state.pointee.known[Int(place)] }
    document.text(of: document.blocks[index], into: &state.pointee.text)
    if hasWikiLinks { state.pointee.text.takeWikiLinks() }
    readTokens()
    guard state.pointee.memory.count < Leaves.mostKept else { return looseLeaf() }
    let leaf = laidOut(in: &state.pointee.memory)
    state.pointee.places[index] = Int32(state.pointee.known.count)
    state.pointee.known.append(leaf)
    return leaf
  }

  /// A part of the notes that is no leaf of its own, such as a label.
  func leaf(of range: Range<Int32>) -> Leaf {
    state.pointee.text.removeAll()
    state.pointee.text.append(document.notes, Int(range.lowerBound), Int(range.upperBound))
    readTokens()
    return looseLeaf()
  }

  private func readTokens() {
    state.pointee.list.readTokens(state.pointee.text.bytes, state.pointee.text.marks, grammar)
  }

  private func looseLeaf() -> Leaf {
    if state.pointee.loose.count < Leaves.mostLoose { state.pointee.loose.append(LeafMemory()) }
    let next = (state.pointee.nextLoose + 1) % state.pointee.loose.count
    state.pointee.nextLoose = next
    state.pointee.loose[next].removeAll()
    return laidOut(in: &state.pointee.loose[next])
  }

  /// The leaf at hand. Its parts are handed over one by one, since all that a text has would be copied with it.
  private func laidOut(in memory: inout LeafMemory) -> Leaf {
    var leaf = memory.leaf(
      state.pointee.text.bytes, state.pointee.text.runs, state.pointee.text.marks, state.pointee.list.tokens)
    leaf.tokens.traits = LeafTraits(state.pointee.list.tokens, grammar)
    return leaf
  }
}
