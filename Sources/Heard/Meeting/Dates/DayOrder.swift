/// Tells from the notes' own dates whether they write the day or the month first.
extension Dialect {
  /// "29/08/18" settles it for "12/09/18"; where the notes have both orders, nothing does.
  init?(settledBy notes: [UInt8]) {
    var found: Dialect?
    let last = min(notes.count, Dialect.mostRead)
    var index = 0
    while let separator = Dialect.separator(in: notes, from: index, to: last) {
      index = separator + 1
      var start = separator
      while start > 0, separator - start <= 2, Ascii.isDigit(notes[start - 1]) { start -= 1 }
      guard 1...2 ~= separator - start, Dialect.isApart(notes, start), let order = Dialect.order(notes, start, separator) else {
        continue
      }
      if let found, found != order { return nil }
      found = order
    }
    guard let found else { return nil }
    self = found
  }

  /// The first "/" or "-" in a range of the notes.
  private static func separator(in notes: [UInt8], from start: Int, to end: Int) -> Int? {
    notes.withUnsafeBytes { bytes in
      var index = start
      while index < end {
        if index + 8 <= end {
          let eight = EightBytes(bytes, index)
          guard eight.holds(0x2F) || eight.holds(0x2D) else {
            index += 8
            continue
          }
        }
        if bytes[index] == 0x2F || bytes[index] == 0x2D { return index }
        index += 1
      }
      return nil
    }
  }

  /// In bytes: how far into the notes dates are looked for.
  private static let mostRead = 1 << 16

  /// The order of a date whose first number ends at a separator; nil where it could be either or is none.
  private static func order(_ notes: [UInt8], _ start: Int, _ separator: Int) -> Dialect? {
    var end = separator + 1
    while end < notes.count, end - separator <= 3, Ascii.isDigit(notes[end]) { end += 1 }
    guard (1...2).contains(end - separator - 1), end < notes.count, notes[end] == notes[separator] else { return nil }
    var last = end + 1
    while last < notes.count, last - end <= 5, Ascii.isDigit(notes[last]) { last += 1 }
    let isYear = last - end - 1 == 2 || last - end - 1 == 4
    guard isYear, last == notes.count || !isJoined(notes[last]) else { return nil }
    let (first, second) = (number(notes[start..<separator]), number(notes[separator + 1..<end]))
    if 13...31 ~= first, 1...12 ~= second { return .uk }
    return 13...31 ~= second && 1...12 ~= first ? .us : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } }

  private static func isApart(_ notes: [UInt8], _ start: Int) -> Bool { start == 0 || !isJoined(notes[start - 1]) }

  /// A letter, a digit, or a sign that makes the number a part of an address or a version.
  private static func isJoined(_ byte: UInt8) -> Bool {
    Ascii.isDigit(byte) || Ascii.isWordy(byte) || byte == 0x2F || byte == 0x2D || byte == 0x5F
  }
}
