/// What the notes have shown so far of how they use light markup.
struct LightState {
  /// reStructuredText: the signs of titles, whose order is that of their levels.
  private var titles: [(sign: UInt8, isOverlined: Bool)] = []
  /// reStructuredText: a table was begun that nothing closes.
  var hasOpenTable = false
  /// AsciiDoc: the next block goes on with the item above it.
  var isAttached = false
  /// AsciiDoc: the markers of the lists that are open, the outermost first.
  private var markers: [Marker] = []
  /// AsciiDoc: what the line above says of the block below it, such as `options="header"`.
  var attributes = 0..<0
  /// AsciiDoc: where the next line stands that is the same as a delimiter, by the delimiter's line; nil until it is asked for.
  private var closers: [Int: Int]?

  private struct Marker: Equatable {
    var sign: UInt8
    var count: Int
  }

  mutating func level(of heading: PlainTextReader.Heading, _ markup: LightMarkup) -> Int {
    guard markup == .restructured, let sign = heading.sign else { return heading.level }
    if let index = titles.firstIndex(where: { $0.sign == sign && $0.isOverlined == heading.isOverlined }) {
      return min(6, index + 1)
    }
    titles.append((sign, heading.isOverlined))
    return min(6, titles.count)
  }

  /// How deep an item with this marker stands; a marker that no open list has opens one within the innermost.
  mutating func depth(of sign: UInt8, _ count: Int, isInList: Bool) -> Int {
    if !isInList { markers.removeAll() }
    let marker = Marker(sign: sign, count: count)
    if let index = markers.firstIndex(of: marker) {
      markers.removeSubrange((index + 1)...)
      return index
    }
    if markers.count < Guards.listItems { markers.append(marker) }
    return markers.count - 1
  }

  /// The line that closes the block which a delimiter opens.
  mutating func closer(of index: Int, in lines: TextLines) -> Int? {
    if let closers { return closers[index] }
    var closers: [Int: Int] = [:]
    var last: [[UInt8]: Int] = [:]
    for place in (0..<lines.count).reversed() {
      let words = lines[place].words
      guard AsciiDocDelimiter(words, of: lines.notes) != nil else { continue }
      let key = Array(lines.notes[words])
      closers[place] = last[key]
      last[key] = place
    }
    self.closers = closers
    return closers[index]
  }
}

/// A line that opens or closes a block of AsciiDoc.
enum AsciiDocDelimiter {
  case comment, code, quote, table
  /// Its blocks are read like any others.
  case open

  init?(_ words: Range<Int>, of notes: [UInt8]) {
    guard let first = words.first, words.count <= 100 else { return nil }
    let sign = notes[first]
    if sign == 0x7C, words.count > 3 {
      guard words.dropFirst().allSatisfy({ notes[$0] == 0x3D }) else { return nil }
      self = .table
      return
    }
    guard words.allSatisfy({ notes[$0] == sign }) else { return nil }
    switch (sign, words.count) {
    case (0x2F, 4...): self = .comment
    case (0x2D, 4...), (0x2E, 4...), (0x2B, 4...), (0x60, 3...): self = .code
    case (0x5F, 4...): self = .quote
    case (0x3D, 4...), (0x2A, 4...), (0x2D, 2): self = .open
    default: return nil
    }
  }
}
