/// Where the characters of a YAML file stand: its parser counts Unicode scalars.
struct YAMLPlaces {
  /// The first byte behind a byte order mark.
  let start: Int
  private let count: Int
  /// By scalar: its first byte; empty where every scalar is one byte.
  private let scalars: [Int32]

  /// - Parameter bytes: UTF-8, at most 1 MiB.
  init(_ bytes: [UInt8]) {
    start = TextDecoding.markLength(bytes)
    count = bytes.count
    var scalars: [Int32] = []
    if bytes[start...].contains(where: { $0 >= 0x80 }) {
      for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 { scalars.append(Int32(index)) }
    }
    self.scalars = scalars
  }

  /// The byte at which a scalar begins; the end of the file beyond the last.
  func offset(of scalar: Int) -> Int {
    guard !scalars.isEmpty else { return min(count, start + scalar) }
    return scalars.indices.contains(scalar) ? Int(scalars[scalar]) : count
  }
}
