/// The choices that a try of a pattern can still go back to, and its slots: memory for one try after the other.
final class Choices {
  struct Choice {
    enum Way: UInt8 { case go, widen, gap, slot, notAhead }
    var way: Way
    var next: Int32
    var position: Int32
    /// Gap: tokens left. Slot: what was in it. Otherwise where an open text ended last.
    var first: Int32
    var second: Int32 = 0
  }

  private let memory: UnsafeMutableBufferPointer<Choice>
  private let slots: UnsafeMutableBufferPointer<Int32>
  private let window: Window<Choice>
  /// By slot, -1: not filled.
  let slotStarts: Window<Int32>
  let slotEnds: Window<Int32>
  private var count = 0

  private static let slotCount = 6

  /// - Parameter most: a try pushes no more than this.
  init(most: Int) {
    memory = .allocate(capacity: most)
    memory.initialize(repeating: Choice(way: .go, next: 0, position: 0, first: 0))
    slots = .allocate(capacity: 2 * Choices.slotCount)
    slots.initialize(repeating: -1)
    window = Window(memory)
    slotStarts = Window(UnsafeMutableBufferPointer(rebasing: slots[..<Choices.slotCount]))
    slotEnds = Window(UnsafeMutableBufferPointer(rebasing: slots[Choices.slotCount...]))
  }

  deinit {
    memory.deallocate()
    slots.deallocate()
  }

  func removeAll() {
    count = 0
    slots.update(repeating: -1)
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
