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

  /// Lays a leaf out here; no persons, no dates.
  mutating func leaf(_ text: borrowing BlockText, _ list: borrowing TokenList) -> Leaves.Leaf {
    leaf(text.bytes, text.runs, text.marks, list.tokens)
  }

  /// Lays a leaf out here, as ``BlockText`` has it and with its tokens; no persons, no dates.
  mutating func leaf(
    _ bytes: [UInt8], _ runs: [BlockText.Run], _ marks: [BlockText.Mark], _ tokens: [Token]
  ) -> Leaves.Leaf {
    reserve(
      LeafMemory.size(bytes) + LeafMemory.size(runs) + LeafMemory.size(marks) + LeafMemory.size(tokens)
        + 2 * LeafMemory.size(of: tokens.count * MemoryLayout<Int32>.stride))
    var leaf = Leaves.Leaf()
    leaf.text.bytes = window(bytes)
    leaf.text.runs = window(runs)
    leaf.text.marks = window(marks)
    leaf.tokens.tokens = window(tokens)
    leaf.tokens.personEnd = zeros(tokens.count)
    leaf.tokens.dateEnd = zeros(tokens.count)
    return leaf
  }

  /// The memory that values take, so that what follows them is aligned.
  private static func size<Element>(_ values: [Element]) -> Int {
    size(of: values.count * MemoryLayout<Element>.stride)
  }

  private static func size(of bytes: Int) -> Int { (bytes + 15) & ~15 }

  private mutating func reserve(_ size: Int) {
    guard size > rest.count else { return }
    let chunk = Chunk(max(size, min(LeafMemory.chunk, 4096 + 2 * count)))
    chunks.append(chunk)
    rest = chunk.bytes
  }

  private mutating func window<Element>(_ values: [Element]) -> Window<Element> {
    guard !values.isEmpty else { return Window() }
    return Window(place(of: LeafMemory.size(values)).initializeMemory(as: Element.self, fromContentsOf: values))
  }

  private mutating func zeros(_ count: Int) -> Window<Int32> {
    guard count > 0 else { return Window() }
    let place = place(of: LeafMemory.size(of: count * MemoryLayout<Int32>.stride))
    let all = place.initializeMemory(as: Int32.self, repeating: 0)
    return Window(UnsafeMutableBufferPointer(rebasing: all[..<count]))
  }

  private mutating func place(of size: Int) -> UnsafeMutableRawBufferPointer {
    let place = UnsafeMutableRawBufferPointer(rebasing: rest[..<size])
    rest = UnsafeMutableRawBufferPointer(rebasing: rest[size...])
    count += size
    return place
  }
}
