/// What is not speech within a cue: tags, and references to characters.
struct CueTag {
  /// The speaker of `<v Name>`; empty for other tags.
  var name: Range<Int> = 0..<0
  var end: Int

  /// `<i>`, `</v>`, `<c.yellow>`, `<00:01.000>`, `<v Name>`, or SubRip's `{\an8}`.
  init?(at start: Int, _ limit: Int, in notes: [UInt8]) {
    guard start + 2 < limit else { return nil }
    let next = notes[start + 1]
    if notes[start] == 0x7B {
      guard next == 0x5C, let close = Ascii.firstIndex(of: 0x7D, in: notes, start, min(limit, start + 64)) else {
        return nil
      }
      end = close + 1
      return
    }
    guard Ascii.isLetter(next) || Ascii.isDigit(next) || next == 0x2F else { return nil }
    if Ascii.isDigit(next) {
      var i = start + 1
      while i < limit, Ascii.isDigit(notes[i]) || notes[i] == 0x3A || notes[i] == 0x2E { i += 1 }
      guard i < limit, notes[i] == 0x3E else { return nil }
      end = i + 1
      return
    }
    guard let close = Ascii.firstIndex(of: 0x3E, in: notes, start, min(limit, start + 512)) else { return nil }
    end = close + 1
    guard Self.voice(at: start, limit, in: notes) else { return }
    if let space = (start..<close).first(where: { Ascii.isSpace(notes[$0]) }) {
      name = Ascii.trimmed(space..<close, of: notes)
    }
  }

  /// Whether `<v Name>` or `<v.class Name>` begins here.
  static func voice(at start: Int, _ limit: Int, in notes: [UInt8]) -> Bool {
    guard start + 3 < limit, notes[start] == 0x3C, notes[start + 1] == 0x76 else { return false }
    return Ascii.isSpace(notes[start + 2]) || notes[start + 2] == 0x2E
  }

  /// The character that `&amp;` and the like stand for; direction marks stand for nothing.
  static func reference(at start: Int, _ limit: Int, in notes: [UInt8]) -> (bytes: [UInt8], end: Int)? {
    let known: [(StaticString, [UInt8])] = [
      ("&amp;", [0x26]), ("&lt;", [0x3C]), ("&gt;", [0x3E]), ("&quot;", [0x22]), ("&#39;", [0x27]), ("&apos;", [0x27]),
      ("&nbsp;", [0x20]), ("&lrm;", []), ("&rlm;", []),
    ]
    for (word, bytes) in known where Ascii.has(word, at: start, in: notes, to: limit) {
      return (bytes, start + word.utf8CodeUnitCount)
    }
    return nil
  }
}

/// A speaker named at the beginning of a cue's line: `Name: text`, `>> NAME:`, `[Name] text`.
struct CueSpeaker {
  /// Empty for `>>` alone, which says that somebody else speaks.
  var name: Range<Int>
  /// Where the words begin.
  var end: Int
  /// A dash or `>>` stands before it.
  var isSure: Bool

  init?(_ words: Range<Int>, of notes: [UInt8]) {
    var i = words.lowerBound
    let end = words.upperBound
    if i + 1 < end, notes[i] == 0x2D, Ascii.isSpace(notes[i + 1]) { i = Ascii.skipSpace(i + 1, end, in: notes) }
    let chevrons = Ascii.has(">>", at: i, in: notes, to: end)
    isSure = chevrons || i > words.lowerBound
    while i < end, chevrons, notes[i] == 0x3E || Ascii.isSpace(notes[i]) { i += 1 }
    if i < end, notes[i] == 0x5B || notes[i] == 0x28 {
      let closing: UInt8 = notes[i] == 0x5B ? 0x5D : 0x29
      if closing == 0x5D, let close = Ascii.firstIndex(of: closing, in: notes, i, min(end, i + 64)),
        Self.isName(i + 1..<close, of: notes)
      {
        var after = close + 1
        if after < end, notes[after] == 0x3A { after += 1 }
        after = Ascii.skipSpace(after, end, in: notes)
        // `[Laughter]` alone is a sound, not a speaker.
        if after < end {
          (name, self.end) = (Ascii.trimmed(i + 1..<close, of: notes), after)
          return
        }
      }
    } else if let colon = Ascii.firstIndex(of: 0x3A, in: notes, i, min(end, i + 64)),
      colon + 1 == end || Ascii.isSpace(notes[colon + 1]), Self.isName(i..<colon, of: notes)
    {
      (name, self.end) = (Ascii.trimmed(i..<colon, of: notes), Ascii.skipSpace(colon + 1, end, in: notes))
      return
    }
    guard chevrons else { return nil }
    (name, self.end) = (0..<0, i)
  }

  /// A few words that each begin large: `Ana Silva`, `SPEAKER 2`, `Ana Silva (ACME)`.
  static func isName(_ range: Range<Int>, of notes: [UInt8]) -> Bool {
    let name = Ascii.trimmed(range, of: notes)
    guard let first = name.first, name.count <= 56, Ascii.isUpper(notes[first]) || notes[first] >= 0x80 else {
      return false
    }
    var begins = true
    var words = 0
    for i in name {
      let byte = notes[i]
      if [0x2C, 0x21, 0x3F, 0x3B, 0x3A, 0x22].contains(byte) { return false }
      if begins, !Ascii.isSpace(byte) {
        words += 1
        if Ascii.isLower(byte), !isParticle(i, name.upperBound, in: notes) { return false }
      }
      begins = Ascii.isSpace(byte)
    }
    return words <= 5
  }

  /// `van`, `de`, `bin` and their like within a name.
  private static func isParticle(_ start: Int, _ end: Int, in notes: [UInt8]) -> Bool {
    let particles: [StaticString] = [
      "van ", "von ", "de ", "da ", "di ", "del ", "der ", "den ", "la ", "le ", "bin ", "al-",
    ]
    return particles.contains { Ascii.has($0, at: start, in: notes, to: end) }
  }
}
