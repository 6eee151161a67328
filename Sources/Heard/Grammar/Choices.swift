/// What matching writes down on its way: the choices that a try of a pattern can still go back to, its slots, and where
/// patterns were tried already. Memory for one pass after the other, whoever asks for it.
final class Choices {
  struct Choice {
    enum Way: UInt8 { case go, widen, gap, slot, notAhead }
    var next: Int32
    var position: Int32
    /// Gap: tokens left. Slot: what was in it. Otherwise where an open text ended last.
    var first: Int32
    var second: Int32
    var way: Way

    @inline(__always)
    init(way: Way, _ next: Int, _ position: Int, _ first: Int32, _ second: Int32 = 0) {
      self.way = way
      self.next = Int32(truncatingIfNeeded: next)
      self.position = Int32(truncatingIfNeeded: position)
      (self.first, self.second) = (first, second)
    }
  }

  private let memory: UnsafeMutableBufferPointer<Choice>
  private let slots: UnsafeMutableBufferPointer<Int32>
  private let window: Window<Choice>
  /// By slot, -1: not filled.
  let slotStarts: Window<Int32>
  let slotEnds: Window<Int32>
  private var count = 0
  /// A slot was begun since they were emptied.
  var areFilled = false
  /// By pattern: number of the pass << 32 | the place behind those where it was tried in that pass. What a try finds
  /// does not depend on the anchor that led to it, so that no place is tried twice.
  let tried: Window<UInt64>
  private let triedMemory: UnsafeMutableBufferPointer<UInt64>
  /// Of the pass at hand.
  private(set) var pass: UInt64 = 0
  private var words: UnsafeMutableBufferPointer<FirstWords>

  private static let slotCount = 6

  /// - Parameter most: a try pushes no more than this.
  init(most: Int, patterns: Int) {
    // Nothing is read that was not pushed before.
    memory = .allocate(capacity: most)
    slots = .allocate(capacity: 2 * Choices.slotCount)
    slots.initialize(repeating: -1)
    window = Window(memory)
    slotStarts = Window(UnsafeMutableBufferPointer(rebasing: slots[..<Choices.slotCount]))
    slotEnds = Window(UnsafeMutableBufferPointer(rebasing: slots[Choices.slotCount...]))
    triedMemory = .allocate(capacity: max(1, patterns))
    triedMemory.initialize(repeating: 0)
    tried = Window(triedMemory)
    // Sentences are shorter; whole texts can be longer.
    words = .allocate(capacity: Guards.sentence)
  }

  deinit {
    memory.deallocate()
    slots.deallocate()
    triedMemory.deallocate()
    words.deallocate()
  }

  /// - Returns: room for what each token of the pass is.
  func beginPass(over count: Int) -> Window<FirstWords> {
    pass &+= 1
    if count > words.count {
      words.deallocate()
      words = .allocate(capacity: 2 * count)
    }
    return Window(words)
  }

  @inline(__always)
  func removeAll() {
    count = 0
    guard areFilled else { return }
    for slot in 0..<Choices.slotCount { (slotStarts[slot], slotEnds[slot]) = (-1, -1) }
    areFilled = false
  }

  @inline(__always)
  func push(_ choice: Choice) {
    window[count] = choice
    count &+= 1
  }

  @inline(__always)
  func pop() -> Choice? {
    guard count > 0 else { return nil }
    count &-= 1
    return window[count]
  }
}
