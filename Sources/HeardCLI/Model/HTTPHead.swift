/// What stands above the body of an HTTP answer, taken as it comes.
struct HTTPHead {
  /// 0 until it is known.
  private(set) var status = 0
  private(set) var isTooLarge = false
  private var line: [UInt8] = []
  private var isFirst = true
  private var isOver = false
  private var left: Int

  /// - Parameter limit: in bytes.
  init(limit: Int) { left = limit }

  /// - Returns: what belongs to the body already.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
    var index = 0
    while !isOver, index < bytes.count {
      let byte = bytes[index]
      index += 1
      left -= 1
      guard left >= 0 else {
        isTooLarge = true
        return bytes[bytes.endIndex...]
      }
      if byte == 0x0A {
        endLine()
      } else if byte != 0x0D {
        line.append(byte)
      }
    }
    return bytes[index...]
  }

  private mutating func endLine() {
    if isFirst {
      // HTTP/1.1 200 OK
      let words = line.split(separator: 0x20)
      status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
      isFirst = false
    } else if line.isEmpty {
      // What is only under way has a head of its own.
      isOver = !(100..<200).contains(status)
      isFirst = true
    }
    line.removeAll(keepingCapacity: true)
  }
}
