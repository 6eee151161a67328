/// Tells from the notes' own dates whether they write the day or the month first.
extension Dialect {
  /// "29/08/18" settles it for "12/09/18"; where the notes have both orders, nothing does.
  init?(settledBy notes: [UInt8]) {
    var found: Dialect?
    var index = 0
    while index + Dialect.shortest <= notes.count {
      guard Dialect.isDigit(notes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < notes.count, Dialect.isDigit(notes[index]) { index += 1 }
      guard index - start <= 2, index < notes.count, notes[index] == 0x2F || notes[index] == 0x2D,
        Dialect.isApart(notes, start),
        let order = Dialect.order(notes, start, index)
      else { continue }
      if let found, found != order { return nil }
      found = order
    }
    guard let found else { return nil }
    self = found
  }

  /// In bytes: "1/2/13".
  private static let shortest = 6

  /// The order of a date whose first number ends at a separator; nil where it could be either or is none.
  private static func order(_ notes: [UInt8], _ start: Int, _ separator: Int) -> Dialect? {
    var end = separator + 1
    while end < notes.count, end - separator <= 3, isDigit(notes[end]) { end += 1 }
    guard (1...2).contains(end - separator - 1), end < notes.count, notes[end] == notes[separator] else { return nil }
    var last = end + 1
    while last < notes.count, last - end <= 5, isDigit(notes[last]) { last += 1 }
    let isYear = last - end - 1 == 2 || last - end - 1 == 4
    guard isYear, last == notes.count || !isJoined(notes[last]) else { return nil }
    let (first, second) = (number(notes[start..<separator]), number(notes[separator + 1..<end]))
    if 13...31 ~= first, 1...12 ~= second { return .uk }
    return 13...31 ~= second && 1...12 ~= first ? .us : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func isApart(_ notes: [UInt8], _ start: Int) -> Bool { start == 0 || !isJoined(notes[start - 1]) }

  /// A letter, a digit, or a sign that makes the number a part of an address or a version.
  private static func isJoined(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == 0x2F || byte == 0x2D || byte == 0x5F
      || byte >= 0x80
  }
}
