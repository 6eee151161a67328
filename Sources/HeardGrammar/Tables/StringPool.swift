/// Texts of a grammar, made into strings only when somebody asks.
public final class StringPool: @unchecked Sendable {
  // Sound to share: nothing writes after init, and memory of its own lives as long as the pool.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let owned: UnsafeMutableBufferPointer<UInt8>?
  /// Offsets at which strings begin, and the end.
  let starts: [UInt32]

  init(copying text: [UInt8], starts: [UInt32]) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.count))
    _ = memory.initialize(from: text)
    owned = memory
    bytes = UnsafeBufferPointer(start: memory.baseAddress, count: text.count)
    self.starts = starts
  }

  /// Texts in memory that is never given back.
  init(constant bytes: UnsafeBufferPointer<UInt8>, starts: [UInt32]) {
    (self.bytes, self.starts) = (bytes, starts)
    owned = nil
  }

  deinit { owned?.deallocate() }

  subscript(number: Int32) -> String { String(decoding: UnsafeBufferPointer(rebasing: slice(number)), as: UTF8.self) }

  func slice(_ number: Int32) -> Slice<UnsafeBufferPointer<UInt8>> {
    let i = Int(number)
    guard i >= 0, i + 1 < starts.count else { return bytes[0..<0] }
    let start = min(Int(starts[i]), bytes.count)
    return bytes[start..<max(start, min(Int(starts[i + 1]), bytes.count))]
  }

  var count: Int { max(0, starts.count - 1) }
  var text: UnsafeBufferPointer<UInt8> { bytes }

  /// The number of a text, or nil. Looks through all of them: for asking once.
  func number(of text: String) -> Int32? {
    (0..<Int32(count)).first { slice($0).elementsEqual(text.utf8) }
  }
}
