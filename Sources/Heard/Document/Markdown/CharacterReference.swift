/// A character reference such as `&amp;` or `&#8211;`.
struct CharacterReference {
  /// What it stands for; the second is 0 for most.
  let scalars: (UInt32, UInt32)
  /// Offset behind its semicolon.
  let end: Int

  init?(_ bytes: NoteBytes, at start: Int) {
    var index = start + 1
    if bytes[index] == 0x23 {
      guard let (value, end) = Self.number(bytes, from: index + 1) else { return nil }
      scalars = (Unicode.Scalar(value) == nil || value == 0 ? 0xFFFD : value, 0)
      self.end = end
      return
    }
    while bytes[index].isAlphanumeric, index - start <= 32 { index += 1 }
    guard bytes[index] == 0x3B, index > start + 1, let found = Self.find(bytes, start + 1, index) else { return nil }
    scalars = found
    end = index + 1
  }

  private static func number(_ bytes: NoteBytes, from start: Int) -> (UInt32, Int)? {
    let isHexadecimal = bytes[start] | 0x20 == 0x78
    let first = isHexadecimal ? start + 1 : start
    var index = first
    var value: UInt32 = 0
    while index - first < (isHexadecimal ? 6 : 7) {
      let byte = bytes[index]
      if byte.isDigit {
        value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - 0x30)
      } else if isHexadecimal, byte.isHexadecimalDigit {
        value = value * 16 + UInt32((byte | 0x20) - 0x57)
      } else {
        break
      }
      index += 1
    }
    return index > first && bytes[index] == 0x3B ? (value, index + 1) : nil
  }

  /// Looks a name up by halving the table: it needs no set-up, and few notes need it at all.
  private static func find(_ bytes: NoteBytes, _ start: Int, _ end: Int) -> (UInt32, UInt32)? {
    CharacterNames.table.withUTF8Buffer { buffer in
      let table = NoteBytes(buffer)
      var low = 0
      var high = table.count
      while low < high {
        var entry = (low + high) / 2
        while entry > low, table[entry - 1] > 0x20 { entry -= 1 }
        let (order, after) = compare(bytes, start, end, table, entry)
        if order == 0 { return scalars(table, from: after) }
        if order < 0 {
          high = entry
        } else {
          low = after
          while low < high, table[low] > 0x20 { low += 1 }
          while low < high, table[low] <= 0x20 { low += 1 }
        }
      }
      return nil
    }
  }

  /// Below 0 where the name sorts before the entry, 0 where they are the same; and where looking at the entry ended.
  private static func compare(
    _ bytes: NoteBytes, _ start: Int, _ end: Int, _ table: NoteBytes, _ entry: Int
  ) -> (Int, Int) {
    var place = entry
    for index in start..<end {
      // The colon behind a shorter entry sorts behind digits; as the end of a name it sorts before all.
      let sign = table[place] == 0x3A ? 0 : table[place]
      if bytes[index] != sign { return (bytes[index] < sign ? -1 : 1, place) }
      place += 1
    }
    return table[place] == 0x3A ? (0, place + 1) : (-1, place)
  }

  private static func scalars(_ table: NoteBytes, from start: Int) -> (UInt32, UInt32) {
    var values: (UInt32, UInt32) = (0, 0)
    var index = start
    while table[index] > 0x20 {
      let byte = table[index]
      if byte == 0x2C {
        values = (values.1, 0)
      } else {
        values.1 = values.1 * 16 + UInt32(byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x57)
      }
      index += 1
    }
    return values.0 == 0 ? (values.1, 0) : values
  }
}
