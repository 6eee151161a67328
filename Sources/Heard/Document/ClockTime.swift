/// Times of day, dates and cue times at the beginning of a log's or a transcript's line.
enum ClockTime {
  /// Whether a digit stands behind a colon, without which there is no time of day.
  static func mayStand(in line: Range<Int>, of notes: [UInt8]) -> Bool {
    notes.withUnsafeBytes { bytes in
      var i = line.lowerBound
      while i + 8 <= line.upperBound, !EightBytes(bytes, i).holds(0x3A) { i += 8 }
      return (i..<max(i, line.upperBound - 1)).contains { bytes[$0] == 0x3A && Ascii.isDigit(bytes[$0 + 1]) }
    }
  }

  /// Offset behind `9:05`, `10:04:31`, `10:04:31.250`, `10:04 AM`, or nil.
  static func end(at start: Int, _ limit: Int, in notes: [UInt8]) -> Int? {
    var i = Ascii.skipDigits(start, min(limit, start + 4), in: notes)
    guard (1...3).contains(i - start) else { return nil }
    var parts = 0
    while i + 1 < limit, notes[i] == 0x3A, Ascii.isDigit(notes[i + 1]), parts < 2 {
      let next = Ascii.skipDigits(i + 1, min(limit, i + 3), in: notes)
      i = next
      parts += 1
    }
    guard parts > 0, i >= limit || !Ascii.isDigit(notes[i]) else { return nil }
    if i + 1 < limit, notes[i] == 0x2E || notes[i] == 0x2C, Ascii.isDigit(notes[i + 1]) {
      i = Ascii.skipDigits(i + 1, min(limit, i + 10), in: notes)
    }
    return half(at: i, limit, in: notes)
  }

  /// Offset behind ` AM`, `pm`, `Z`, `+02:00`, or the offset itself.
  private static func half(at start: Int, _ limit: Int, in notes: [UInt8]) -> Int {
    let i = Ascii.skipSpace(start, min(limit, start + 2), in: notes)
    for word in ["am", "pm", "a.m.", "p.m."] as [StaticString] where Ascii.hasWord(word, at: i, in: notes, to: limit) {
      let end = i + word.utf8CodeUnitCount
      if end >= limit || !Ascii.isWordy(notes[end]) { return end }
    }
    guard start < limit else { return start }
    if notes[start] == 0x5A { return start + 1 }
    if start + 5 < limit, notes[start] == 0x2B || notes[start] == 0x2D, Ascii.isDigit(notes[start + 1]),
      notes[start + 3] == 0x3A
    {
      return start + 6
    }
    return start
  }

  /// Offset behind `2022-07-20`, `12/03/24`, `20.07.2022`, or nil.
  static func dateEnd(at start: Int, _ limit: Int, in notes: [UInt8]) -> Int? {
    var i = start
    var sign: UInt8 = 0
    for part in 0..<3 {
      let next = Ascii.skipDigits(i, min(limit, i + 5), in: notes)
      guard (1...4).contains(next - i) else { return nil }
      i = next
      if part == 2 { return i }
      guard i < limit, notes[i] == 0x2D || notes[i] == 0x2F || notes[i] == 0x2E, part == 0 || notes[i] == sign else {
        return nil
      }
      sign = notes[i]
      i += 1
    }
    return nil
  }

  /// Days and months as programs write them, whatever language the talk is in.
  private static let worded: [StaticString] = [
    "Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun ", "Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ", "Sep ",
    "Oct ", "Nov ", "Dec ",
  ]

  /// Offset behind `Tue `, `Feb 02 `, `Tue Feb 2 `; where it began if there is none.
  private static func wordedDateEnd(at start: Int, _ limit: Int, in notes: [UInt8]) -> Int {
    var i = start
    for _ in 0..<2 {
      guard i + 4 < limit, notes[i + 3] == 0x20, worded.contains(where: { Ascii.has($0, at: i, in: notes, to: limit) }) else { break }
      i = Ascii.skipSpace(i + 4, min(limit, i + 6), in: notes)
    }
    guard i > start else { return start }
    let day = Ascii.skipDigits(i, min(limit, i + 2), in: notes)
    return day > i && day < limit && notes[day] == 0x20 ? day + 1 : i
  }

  /// Offset behind a time, or a date and a time, whichever stands here.
  static func stampEnd(at start: Int, _ limit: Int, in notes: [UInt8]) -> Int? {
    guard let date = dateEnd(at: start, limit, in: notes) else {
      return end(at: wordedDateEnd(at: start, limit, in: notes), limit, in: notes)
    }
    guard date < limit else { return nil }
    var i = date
    if notes[i] == 0x54 || notes[i] == 0x2C { i += 1 }
    i = Ascii.skipSpace(i, min(limit, i + 2), in: notes)
    return end(at: i, limit, in: notes)
  }

  /// The same, in brackets or not.
  static func bracketedStampEnd(at start: Int, _ limit: Int, in notes: [UInt8]) -> Int? {
    guard start < limit else { return nil }
    let closing: UInt8? = notes[start] == 0x5B ? 0x5D : notes[start] == 0x28 ? 0x29 : nil
    guard let closing else { return stampEnd(at: start, limit, in: notes) }
    guard let stamp = stampEnd(at: start + 1, limit, in: notes), stamp < limit, notes[stamp] == closing else { return nil }
    return stamp + 1
  }

  /// Begin and end, in milliseconds, of a cue's line `00:01.000 --> 00:04.000`.
  static func cueTimes(_ words: Range<Int>, of notes: [UInt8]) -> (start: Int, end: Int)? {
    guard let first = words.first, Ascii.isDigit(notes[first]) else { return nil }
    let limit = words.upperBound
    guard let start = milliseconds(at: first, limit, in: notes) else { return nil }
    var i = Ascii.skipSpace(start.end, limit, in: notes)
    guard Ascii.has("-->", at: i, in: notes, to: limit) else { return nil }
    i = Ascii.skipSpace(i + 3, limit, in: notes)
    guard let end = milliseconds(at: i, limit, in: notes) else { return nil }
    return (start.value, end.value)
  }

  /// `hh:mm:ss.mmm`; hours saturate, however many digits they have.
  private static func milliseconds(at start: Int, _ limit: Int, in notes: [UInt8]) -> (value: Int, end: Int)? {
    var seconds = 0
    var parts = 0
    var i = start
    while parts < 3 {
      let next = Ascii.skipDigits(i, limit, in: notes)
      guard next > i else { return nil }
      var part = 0
      for digit in i..<next { part = min(part * 10 + Int(notes[digit] - 0x30), 1_000_000) }
      seconds = min(seconds * 60 + part, 1_000_000_000)
      parts += 1
      i = next
      guard i < limit, notes[i] == 0x3A else { break }
      i += 1
    }
    guard parts >= 2 else { return nil }
    var fraction = 0
    if i < limit, notes[i] == 0x2E || notes[i] == 0x2C {
      let next = Ascii.skipDigits(i + 1, limit, in: notes)
      for digit in (i + 1)..<min(next, i + 4) { fraction = fraction * 10 + Int(notes[digit] - 0x30) }
      i = next
    }
    return (seconds * 1000 + fraction, i)
  }
}
