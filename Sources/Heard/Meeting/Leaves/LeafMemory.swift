import HeardGrammar

/// Memory that leaves are laid out in one behind the other; it is given back all at once.
struct LeafMemory {
  private final class Chunk {
    let bytes: UnsafeMutableRawBufferPointer
    init(_ count: Int) { bytes = .allocate(byteCount: count, alignment: 16) }
    deinit { bytes.deallocate() }
  }

  private var chunks: [Chunk] = []
  private var rest = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  /// Bytes that are in use.
  private(set) var count = 0

  private static let chunk = 1 << 16

  /// Begins again in the same memory; what looked at it sees other words then.
  mutating func removeAll() {
    rest = chunks.last?.bytes ?? rest
    count = 0
  }

  /// Lays a leaf out here.
  mutating func leaf(_ text: BlockText, _ list: TokenList) -> Leaves.Leaf {
    reserve(
      LeafMemory.size(text.bytes) + LeafMemory.size(text.runs) + LeafMemory.size(text.marks)
        + LeafMemory.size(list.tokens) + LeafMemory.size(list.personEnd) + LeafMemory.size(list.dateEnd))
    var leaf = Leaves.Leaf()
    leaf.text.bytes = window(text.bytes)
    leaf.text.runs = window(text.runs)
    leaf.text.marks = window(text.marks)
    leaf.tokens.tokens = window(list.tokens)
    leaf.tokens.personEnd = window(list.personEnd)
    leaf.tokens.dateEnd = window(list.dateEnd)
    return leaf
  }

  /// The memory that values take, so that what follows them is aligned.
  private static func size<Element>(_ values: [Element]) -> Int {
    (values.count * MemoryLayout<Element>.stride + 15) & ~15
  }

  private mutating func reserve(_ size: Int) {
    guard size > rest.count else { return }
    let chunk = Chunk(max(size, min(LeafMemory.chunk, 4096 + 2 * count)))
    chunks.append(chunk)
    rest = chunk.bytes
  }

  private mutating func window<Element>(_ values: [Element]) -> Window<Element> {
    guard !values.isEmpty else { return Window() }
    let size = LeafMemory.size(values)
    let place = UnsafeMutableRawBufferPointer(rebasing: rest[..<size])
    rest = UnsafeMutableRawBufferPointer(rebasing: rest[size...])
    count += size
    return Window(place.initializeMemory(as: Element.self, fromContentsOf: values))
  }
}
