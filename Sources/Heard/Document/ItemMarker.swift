/// What opens a list item in plain text: `-`, `•`, `1.`, `a)`, `(1)`, `[x]`.
struct ItemMarker {
  enum Style: UInt8 {
    case number, letter, bullet, box

    /// Numbers hold letters, letters hold bullets and boxes, where both stand equally far in.
    func holds(_ other: Style) -> Bool { rawValue < other.rawValue && self != .bullet }
  }

  var style: Style
  /// The bullet's last byte, or the byte behind the number: lists with other signs are other lists.
  var sign: UInt8
  var number: Int32 = 0
  var flags: Block.Flags = []
  /// Where the item's text begins.
  var content: Int
  /// Where the text would begin if the marker held no check box.
  var indentContent: Int

  /// A marker that was told by other means.
  init(_ style: Style, sign: UInt8, content: Int) {
    (self.style, self.sign, self.content, indentContent) = (style, sign, content, content)
  }

  /// The marker at the beginning of a line's words, if there is one.
  init?(_ words: Range<Int>, of notes: [UInt8]) {
    let end = words.upperBound
    if let task = Self.taskFile(words, of: notes) {
      (style, sign, flags, content, indentContent) = (.box, 0x5D, task.flags, task.end, task.end)
      return
    }
    guard let (style, sign, number, after) = Self.sign(words, of: notes) else {
      guard let box = Self.box(words.lowerBound, end, in: notes) else { return nil }
      (self.style, sign) = (.box, 0x5D)
      (flags, content, indentContent) = (box.flags, box.end, box.end)
      return
    }
    (self.style, self.sign, self.number) = (style, sign, number)
    let text = Ascii.skipSpace(after, end, in: notes)
    (content, indentContent) = (text, text)
    if let box = Self.box(text, end, in: notes) { (flags, content) = (box.flags, box.end) }
  }

  /// A line of todo.txt: `(A) 2026-11-20 text`, `x 2026-11-19 2026-11-10 text`; the days of completion and creation are passed
  /// over.
  private static func taskFile(_ words: Range<Int>, of notes: [UInt8]) -> (flags: Block.Flags, end: Int)? {
    let (first, end) = (words.lowerBound, words.upperBound)
    guard first + 12 < end else { return nil }
    var place = first
    var flags: Block.Flags = .unticked
    if notes[first] == 0x78, notes[first + 1] == 0x20 {
      (place, flags) = (first + 2, .ticked)
    } else if notes[first] == 0x28, notes[first + 1] &- 0x41 < 26, notes[first + 2] == 0x29, notes[first + 3] == 0x20 {
      place = first + 4
    } else {
      return nil
    }
    let behind = place
    while let after = isoDay(place, end, in: notes) { place = Ascii.skipSpace(after, end, in: notes) }
    return place > behind && place < end ? (flags, place) : nil
  }

  /// Behind `2026-11-20` and a space.
  private static func isoDay(_ start: Int, _ end: Int, in notes: [UInt8]) -> Int? {
    guard start + 10 < end, notes[start + 10] == 0x20 else { return nil }
    for offset in 0..<10 {
      let byte = notes[start + offset]
      guard offset == 4 || offset == 7 ? byte == 0x2D : Ascii.isDigit(byte) else { return nil }
    }
    return start + 10
  }

  private static func sign(
    _ words: Range<Int>, of notes: [UInt8]
  ) -> (style: Style, sign: UInt8, number: Int32, after: Int)? {
    guard let first = words.first else { return nil }
    let byte = notes[first]
    if byte == 0x28 {
      guard let inner = ordinal(first + 1, words.upperBound, in: notes), inner.sign == 0x29 else { return nil }
      return (inner.style, 0x28, inner.number, inner.after)
    }
    if let after = bullet(words, of: notes) { return (.bullet, notes[after - 1], 0, after) }
    return ordinal(first, words.upperBound, in: notes)
  }

  /// `1.`, `1)` or `a)`, with white space or nothing behind it.
  private static func ordinal(
    _ start: Int, _ end: Int, in notes: [UInt8]
  ) -> (style: Style, sign: UInt8, number: Int32, after: Int)? {
    var i = Ascii.skipDigits(start, min(end, start + 4), in: notes)
    var number: Int32 = 0
    let style: Style
    if i == start, Ascii.has("#. ", at: start, in: notes, to: end) {
      // Numbered by whoever sets it.
      (i, number, style) = (start + 1, 1, .number)
    } else if i > start {
      guard i - start <= 3 else { return nil }
      for digit in start..<i { number = number * 10 + Int32(notes[digit] - 0x30) }
      style = .number
    } else {
      guard start < end, Ascii.isLower(notes[start]) else { return nil }
      i = start + 1
      // i), ii), iii), iv)
      while i < min(end, start + 4), isRoman(notes[start]), isRoman(notes[i]) { i += 1 }
      number = Int32(notes[start] - 0x60)
      style = .letter
    }
    guard i < end, notes[i] == 0x29 || notes[i] == 0x2E else { return nil }
    guard i + 1 == end || Ascii.isSpace(notes[i + 1]) else { return nil }
    if style == .letter, notes[i] == 0x2E, !beginsText(i + 1, end, in: notes) { return nil }
    return (style, notes[i], number, i + 1)
  }

  private static func isRoman(_ byte: UInt8) -> Bool { byte == 0x69 || byte == 0x76 || byte == 0x78 }

  /// A letter with a full stop numbers what begins with a capital or a figure; before a small letter it is short for something.
  private static func beginsText(_ start: Int, _ end: Int, in notes: [UInt8]) -> Bool {
    let text = Ascii.skipSpace(start, end, in: notes)
    guard text < end else { return false }
    return !Ascii.isLower(notes[text]) || notes[start] == 0x09
  }

  /// Offset behind a bullet.
  private static func bullet(_ words: Range<Int>, of notes: [UInt8]) -> Int? {
    let (first, end) = (words.lowerBound, words.upperBound)
    let next = first + 1 < end ? notes[first + 1] : 0x20
    switch notes[first] {
    case 0x2A, 0x2B: return Ascii.isSpace(next) ? first + 1 : nil
    case 0x2D: return Ascii.isSpace(next) || Ascii.isLetter(next) || next == 0x5B ? first + 1 : nil
    // Word processors paste bullets of the second level and of symbol fonts as letters, with a tab or several spaces behind them.
    case 0x6F, 0x76, 0x71:
      let isFar = next == 0x20 && first + 2 < end && Ascii.isSpace(notes[first + 2])
      // "o Ana to …": no word of one letter stands in front of a capital.
      let isLone = notes[first] == 0x6F && next == 0x20 && first + 2 < end && 0x41...0x5A ~= notes[first + 2]
      return next == 0x09 || isFar || isLone ? first + 1 : nil
    case 0xC2, 0xC3:
      if Ascii.has("\u{B7}", at: first, in: notes, to: end) { return first + 2 }
      let signs: [StaticString] = ["§", "Ø", "ü", "Ü"]
      guard first + 2 < end, Ascii.isSpace(notes[first + 2]) else { return nil }
      return signs.contains { Ascii.has($0, at: first, in: notes, to: end) } ? first + 2 : nil
    case 0xE2, 0xEF:
      let signs: [StaticString] = [
        "•", "◦", "▪", "●", "○", "‣", "■", "–", "—", "→", "⁃", "\u{F0B7}", "\u{F0A7}",
      ]
      for sign in signs where Ascii.has(sign, at: first, in: notes, to: end) { return first + 3 }
      return nil
    default: return nil
    }
  }

  /// `[ ]`, `[]`, `[x]`, the same in round brackets, `☐`, `☑`, `✓`.
  static func box(_ start: Int, _ end: Int, in notes: [UInt8]) -> (flags: Block.Flags, end: Int)? {
    guard start + 3 <= end else { return nil }
    var flags: Block.Flags = .unticked
    let close: UInt8? = notes[start] == 0x5B ? 0x5D : notes[start] == 0x28 ? 0x29 : nil
    if notes[start + 1] == close, Ascii.isSpace(notes[start + 2]) {
      return (.unticked, Ascii.skipSpace(start + 2, end, in: notes))
    }
    if notes[start + 2] == close {
      switch notes[start + 1] {
      case 0x20, 0x2D: break
      case 0x78, 0x58: flags = .ticked
      default: return nil
      }
      guard start + 3 == end || Ascii.isSpace(notes[start + 3]) else { return nil }
    } else {
      let ticked: [StaticString] = ["☑", "☒", "✓", "✔"]
      let open: [StaticString] = ["☐", "⬜", "□"]
      if ticked.contains(where: { Ascii.has($0, at: start, in: notes, to: end) }) {
        flags = .ticked
      } else if !open.contains(where: { Ascii.has($0, at: start, in: notes, to: end) }) {
        return nil
      }
    }
    return (flags, Ascii.skipSpace(start + 3, end, in: notes))
  }
}
