/// Rows of equal size by number.
enum Rows {
  /// All rows in the order of their numbers; and at which row each number's begin, up to the one behind `last`.
  static func flat(_ rows: [Int: [[UInt32]]], through last: Int, size: Int) -> (starts: [UInt32], flat: [UInt32]) {
    var starts: [UInt32] = []
    var flat: [UInt32] = []
    for number in 0...max(0, last) {
      starts.append(UInt32(flat.count / size))
      for row in rows[number] ?? [] { flat += row }
    }
    starts.append(UInt32(flat.count / size))
    return (starts, flat)
  }
}
