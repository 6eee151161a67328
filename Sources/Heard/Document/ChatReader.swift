/// Reads what meeting and chat programs export as plain text: names with times, and what was said.
struct ChatReader {
  struct Header {
    var name: Range<Int>
    /// What was said on the same line; nil where it stands below.
    var text: Range<Int>?
    /// Nothing but a transcript is written so; otherwise names must come back.
    var isSure: Bool
  }

  private let notes: [UInt8]
  private let lines: TextLines

  /// Nil where the lines are no such export.
  init?(_ lines: TextLines) {
    (notes, self.lines) = (lines.notes, lines)
    guard looksLikeChat() else { return nil }
  }

  /// Headers alone, for notes that are no such export as a whole.
  init(headersOf notes: [UInt8]) { (self.notes, lines) = (notes, TextLines([])) }

  /// The name of a line that is nothing but a speaker and a time.
  func speaker(_ words: Range<Int>) -> Range<Int>? {
    guard let header = header(words), header.text == nil, header.isSure else { return nil }
    return header.name
  }

  private func looksLikeChat() -> Bool {
    var filled = 0
    var inline = 0
    var above = 0
    var followed = 0
    var sure = 0
    var repeated = 0
    var names: Set<[UInt8]> = []
    var pending = false
    for index in 0..<min(lines.count, 4000) {
      let line = lines[index]
      guard !line.isBlank, !isTime(line.words) else { continue }
      filled += 1
      let header = header(line.words) ?? header(at: index)
      if pending, header == nil, ItemMarker(line.words, of: notes) == nil { followed += 1 }
      pending = header != nil && header?.text == nil
      guard let header else { continue }
      if header.text == nil { above += 1 } else { inline += 1 }
      if header.isSure { sure += 1 }
      if !names.insert(Array(notes[header.name])).inserted { repeated += 1 }
    }
    if inline >= 2, inline * 10 >= filled * 3 { return true }
    guard above >= 2, followed * 10 >= above * 8, above * 12 >= filled else { return false }
    return repeated > 0 || sure * 2 > above
  }

  func read(into document: inout Document) {
    var writer = BlockWriter()
    var turn: (label: Range<Int>, start: Int, text: [Range<Int>])?
    func flush() {
      guard let turn, !turn.text.isEmpty || turn.start == turn.label.lowerBound else { return }
      writer.leaf(
        .turn, turn.start..<(turn.text.last?.upperBound ?? turn.label.upperBound), lines: turn.text, label: turn.label)
    }
    for index in 0..<lines.count {
      let line = lines[index]
      guard !line.isBlank else { continue }
      if isTime(line.words) {
        // The same person goes on, or the name stood right above.
        guard let label = turn?.label, turn?.text.isEmpty == false else { continue }
        flush()
        turn = (label, line.words.lowerBound, [])
      } else if let header = header(line.words) ?? header(at: index) {
        flush()
        turn = (header.name, line.words.lowerBound, [])
        if let text = header.text, !text.isEmpty { turn?.text.append(text) }
      } else if turn == nil
        || Ascii.has("Transcribed by ", at: line.words.lowerBound, in: notes, to: line.words.upperBound)
      {
        flush()
        writer.leaf(.paragraph, line.words, lines: [line.words], flags: turn == nil ? [] : .service)
        turn = nil
      } else {
        turn?.text.append(line.words)
      }
    }
    flush()
    writer.finish(into: &document)
  }

  /// A line that is nothing but a time.
  private func isTime(_ words: Range<Int>) -> Bool {
    guard let first = words.first, words.count <= 24,
      Ascii.isDigit(notes[first]) || notes[first] == 0x5B || notes[first] == 0x28
    else {
      return false
    }
    return ClockTime.bracketedStampEnd(at: first, words.upperBound, in: notes) == words.upperBound
  }

  /// A name, and below it nothing but the time.
  private func header(at index: Int) -> Header? {
    guard index + 1 < lines.count, isTime(lines[index + 1].words) else { return nil }
    let words = lines[index].words
    guard words.count <= 48, Ascii.wordCount(words, of: notes) <= 4, let last = words.last,
      ![0x2E, 0x2C].contains(notes[last]),
      index == 0 || lines[index - 1].isBlank || lines[index - 1].words.count > words.count,
      let name = name(words.lowerBound, words.upperBound)
    else { return nil }
    // Of a programme's points, the next stands where here is what was said.
    let text = index + 2
    let isFollowed =
      text + 1 < lines.count && !lines[text].isBlank && !isTime(lines[text].words) && !isTime(lines[text + 1].words)
    let half = notes[lines[index + 1].words.upperBound - 1] | 0x20
    return Header(name: name, text: nil, isSure: isFollowed && half == 0x6D)
  }

  private func header(_ words: Range<Int>) -> Header? {
    var start = words.lowerBound
    let end = words.upperBound
    // Phones put a direction mark before the bracket.
    if Ascii.has("\u{200E}", at: start, in: notes, to: end) { start += 3 }
    guard start < end else { return nil }
    if notes[start] == 0x5B { return bracketed(start, end) }
    if let stamp = ClockTime.stampEnd(at: start, end, in: notes) { return stamped(stamp, end) }
    return named(start, end)
  }

  /// `[12/03/24, 10:00] Name: text`, `[10:04 AM] Name`, `[Name] 10:04:31`.
  private func bracketed(_ start: Int, _ end: Int) -> Header? {
    guard let close = Ascii.firstIndex(of: 0x5D, in: notes, start, min(end, start + 80)) else { return nil }
    if ClockTime.stampEnd(at: start + 1, close, in: notes) == close { return stamped(close + 1, end) }
    guard let name = name(start + 1, close) else { return nil }
    let time = Ascii.skipSpace(close + 1, end, in: notes)
    guard ClockTime.stampEnd(at: time, end, in: notes) == end else { return nil }
    return Header(name: name, text: nil, isSure: true)
  }

  /// What stands behind a time: `- Name: text`, `From Name to Everyone: text`, `Name: text`.
  private func stamped(_ start: Int, _ end: Int) -> Header? {
    var i = Ascii.skipSpace(start, end, in: notes)
    if i < end, notes[i] == 0x2D { i = Ascii.skipSpace(i + 1, end, in: notes) }
    let from = Ascii.has("From ", at: i, in: notes, to: end)
    if from { i = Ascii.skipSpace(i + 5, end, in: notes) }
    guard let colon = Ascii.firstIndex(of: 0x3A, in: notes, i, min(end, i + 96)) else { return nil }
    guard colon + 1 == end || Ascii.isSpace(notes[colon + 1]) else { return nil }
    var last = colon
    if from {
      for at in i..<colon where Ascii.hasWord(" to ", at: at, in: notes, to: colon) {
        last = at
        break
      }
    }
    guard let name = name(i, last) else { return nil }
    return Header(name: name, text: Ascii.trimmed((colon + 1)..<end, of: notes), isSure: true)
  }

  /// `Name  12:34`, `Name (10:04:31)`, `Name (10:04): text`, `Name 10:04 AM`.
  private func named(_ start: Int, _ end: Int) -> Header? {
    guard Ascii.isWordy(notes[start]) else { return nil }
    var i = start + 1
    let limit = min(end, start + 72)
    while i < limit,
      !Ascii.isDigit(notes[i]) || ClockTime.stampEnd(at: i, end, in: notes) == nil
        || Ascii.isWordy(notes[i - 1]) && !closesWithHalf(i, end) || Ascii.isDigit(notes[i - 1])
    {
      if notes[i] == 0x3A { return nil }
      i += 1
    }
    guard i < limit, let stamp = ClockTime.stampEnd(at: i, end, in: notes) else { return nil }
    let opening = notes[i - 1]
    let isEnclosed = opening == 0x28 || opening == 0x5B
    var after = stamp
    if isEnclosed {
      guard after < end, notes[after] == 0x29 || notes[after] == 0x5D else { return nil }
      after += 1
    }
    var last = isEnclosed ? i - 1 : i
    while last > start, Ascii.isSpace(notes[last - 1]) || [0x2C, 0x2D, 0x7C].contains(notes[last - 1]) { last -= 1 }
    guard let name = name(start, last) else { return nil }
    if after == end {
      return Header(name: name, text: nil, isSure: isEnclosed || i - last >= 2)
    }
    guard notes[after] == 0x3A, after + 1 == end || Ascii.isSpace(notes[after + 1]) else { return nil }
    let text = Ascii.trimmed((after + 1)..<end, of: notes)
    return Header(name: name, text: text.isEmpty ? nil : text, isSure: true)
  }

  /// `Ana Silva9:02 AM`: what stood apart in the program was joined on its way.
  private func closesWithHalf(_ start: Int, _ end: Int) -> Bool {
    notes[end - 1] | 0x20 == 0x6D && ClockTime.stampEnd(at: start, end, in: notes) == end
  }

  /// "March 3, 2026", in front of the time at which a call was recorded.
  private func endsInYear(_ name: Range<Int>) -> Bool {
    guard name.count > 6 else { return false }
    let year = notes[name.upperBound - 4..<name.upperBound]
    return year.allSatisfy(Ascii.isDigit) && (year.starts(with: "19".utf8) || year.starts(with: "20".utf8))
      && !Ascii.isWordy(notes[name.upperBound - 5])
  }

  /// A speaker's name: a few words without the signs of a sentence.
  func name(_ start: Int, _ end: Int) -> Range<Int>? {
    let name = Ascii.trimmed(start..<max(start, end), of: notes)
    guard let first = name.first, name.count <= 64 else { return nil }
    guard Ascii.isWordy(notes[first]) || [0x2B, 0x40, 0x7E].contains(notes[first]) else { return nil }
    if name.contains(where: { [0x21, 0x3F, 0x3B, 0x22, 0x3C, 0x3E, 0x7B, 0x7D, 0x3A].contains(notes[$0]) }) {
      return nil
    }
    return Ascii.wordCount(name, of: notes) <= 6 && !endsInYear(name) ? name : nil
  }
}
