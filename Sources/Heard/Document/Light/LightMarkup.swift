/// The light markup that text may be written in.
enum LightMarkup { case none, asciidoc, restructured, confluence }

/// Counts the signs of AsciiDoc and reStructuredText in lines of text, those that nobody types by accident.
struct LightSigns {
  private(set) var asciidoc = 0
  private(set) var restructured = 0
  /// What both have: titles underlined by signs that other notes do not use, `:Author: Ana`.
  private(set) var shared = 0

  /// So many lines tell it.
  static let sample = 2000
  private static let fewest = 3

  init() {}

  init(_ lines: TextLines) {
    for index in 0..<min(lines.count, LightSigns.sample) where !lines[index].isBlank { count(at: index, lines) }
  }

  var markup: LightMarkup {
    guard max(asciidoc, restructured) > 0, weight >= LightSigns.fewest else { return .none }
    return asciidoc > restructured ? .asciidoc : .restructured
  }

  /// How much speaks for either of them.
  var weight: Int { max(asciidoc, restructured) + shared }

  mutating func count(at index: Int, _ lines: TextLines) {
    let line = lines[index]
    let notes = lines.notes
    let words = line.words
    guard let first = words.first else { return }
    switch notes[first] {
    case 0x2E: countDots(at: index, lines)
    case 0x3A: if LightSigns.field(words, of: notes) != nil { shared += 1 }
    case 0x3D: countEquals(words, index == 0, of: notes)
    case 0x7C: if Ascii.has("|===", at: first, in: notes, to: words.upperBound) { asciidoc += 3 }
    case 0x5B: if LightSigns.isBlockAttribute(words, of: notes) { asciidoc += notes[first + 1] == 0x5B ? 1 : 2 }
    case 0x2F:
      if Ascii.has("// ", at: first, in: notes, to: words.upperBound) { asciidoc += 1 }
      if Ascii.has("////", at: first, in: notes, to: words.upperBound) { asciidoc += 2 }
    case 0x23: if Ascii.has("#. ", at: first, in: notes, to: words.upperBound) { restructured += 1 }
    case 0x7E, 0x5E, 0x22, 0x27, 0x2B, 0x60:
      if LightSigns.underlines(at: index, lines) { shared += 2 }
    default:
      if LightSigns.isBlockMacro(words, of: notes) { asciidoc += 3 }
    }
    countInline(words, of: notes)
  }

  private mutating func countDots(at index: Int, _ lines: TextLines) {
    let (notes, words) = (lines.notes, lines[index].words)
    let (start, end) = (words.lowerBound, words.upperBound)
    if Ascii.has(".. ", at: start, in: notes, to: end) {
      let text = Ascii.skipSpace(start + 3, end, in: notes)
      if Ascii.has("_", at: text, in: notes, to: end) || LightSigns.directive(text, end, in: notes) != nil {
        restructured += 3
      } else if notes[text] == 0x5B {
        restructured += 2
      } else if index == 0 || lines[index - 1].isBlank, text - start == 3 {
        restructured += 1
      }
    } else if LightSigns.blockTitle(words, of: notes) != nil, index + 1 < lines.count,
      ItemMarker(lines[index + 1].words, of: notes) != nil
        || Ascii.has("|===", at: lines[index + 1].words.lowerBound, in: notes, to: lines[index + 1].words.upperBound)
    {
      asciidoc += 1
    } else if Ascii.has(". ", at: start, in: notes, to: end) {
      asciidoc += 1
    }
  }

  private mutating func countEquals(_ words: Range<Int>, _ isFirst: Bool, of notes: [UInt8]) {
    guard PlainTextReader.equalsHeading(words, of: notes, next: 0) != nil else { return }
    asciidoc += isFirst ? 3 : 2
  }

  /// `` `text`_ ``, `` :role:`text` ``, `link:target[text]`, `https://example.org[text]`.
  private mutating func countInline(_ words: Range<Int>, of notes: [UInt8]) {
    var lastTick = -1
    for i in words {
      switch notes[i] {
      case 0x60:
        if lastTick < 0, i > words.lowerBound + 1, notes[i - 1] == 0x3A, Ascii.isLetter(notes[i - 2]) {
          restructured += 2
        }
        if lastTick >= 0, i > lastTick + 1, i + 1 < words.upperBound, notes[i + 1] == 0x5F { restructured += 2 }
        lastTick = lastTick < 0 ? i : -1
      case 0x5B:
        if LightText.target(endingAt: i, from: words.lowerBound, in: notes) != nil { asciidoc += 2 }
      default: break
      }
    }
  }

  // MARK: Shapes

  /// The name in `:Name: value`.
  static func field(_ words: Range<Int>, of notes: [UInt8]) -> Range<Int>? {
    let start = words.lowerBound + 1
    guard words.count > 2, notes[words.lowerBound] == 0x3A, Ascii.isWordy(notes[start]) || notes[start] == 0x21,
      let close = Ascii.firstIndex(of: 0x3A, in: notes, start, min(words.upperBound, start + 40)), close > start,
      close + 1 == words.upperBound || Ascii.isSpace(notes[close + 1])
    else { return nil }
    let name = start..<close
    return Ascii.wordCount(name, of: notes) <= 4 && !name.contains { notes[$0] == 0x60 } ? name : nil
  }

  /// The name in `name:: argument`.
  static func directive(_ start: Int, _ end: Int, in notes: [UInt8]) -> Range<Int>? {
    var i = start
    while i < end, Ascii.isLetter(notes[i]) || notes[i] == 0x2D || notes[i] == 0x3A && i > start && notes[i - 1] != 0x3A {
      if Ascii.has("::", at: i, in: notes, to: end) { break }
      i += 1
    }
    return i > start && Ascii.has("::", at: i, in: notes, to: end) ? start..<i : nil
  }

  /// What stands behind the dot of `.Title`.
  static func blockTitle(_ words: Range<Int>, of notes: [UInt8]) -> Range<Int>? {
    guard words.count > 2, words.count <= 80, notes[words.lowerBound] == 0x2E else { return nil }
    let first = notes[words.lowerBound + 1]
    return Ascii.isUpper(first) || first >= 0x80 ? words.lowerBound + 1..<words.upperBound : nil
  }

  /// `[NOTE]`, `[[anchor]]`, `[options="header"]`: a line that says how the block below it is set.
  static func isBlockAttribute(_ words: Range<Int>, of notes: [UInt8]) -> Bool {
    guard words.count >= 3, notes[words.lowerBound] == 0x5B, notes[words.upperBound - 1] == 0x5D else { return false }
    let inner = words.lowerBound + 1
    if [0x25, 0x2E, 0x23].contains(notes[inner]) { return true }
    if notes[inner] == 0x5B { return !words.contains { Ascii.isSpace(notes[$0]) } }
    let names: [StaticString] = [
      "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "quote", "verse", "source", "listing", "literal", "horizontal",
      "abstract", "discrete", "float", "glossary", "appendix", "example", "sidebar", "options=", "cols=", "width=",
      "role=",
      "grid=", "frame=", "start=", "stripes=", "format=",
    ]
    return names.contains {
      Ascii.has($0, at: inner, in: notes, to: words.upperBound) && !isWord(behind: $0, inner, words, of: notes)
    }
  }

  private static func isWord(behind name: StaticString, _ start: Int, _ words: Range<Int>, of notes: [UInt8]) -> Bool {
    let after = start + name.utf8CodeUnitCount
    return notes[after - 1] != 0x3D && ![0x5D, 0x2C, 0x25, 0x2E, 0x23].contains(notes[after])
  }

  /// `include::other.adoc[]`.
  static func isBlockMacro(_ words: Range<Int>, of notes: [UInt8]) -> Bool {
    guard notes[words.upperBound - 1] == 0x5D else { return false }
    let names: [StaticString] = ["include::", "image::", "ifdef::", "ifndef::", "endif::", "toc::", "video::"]
    return names.contains { Ascii.has($0, at: words.lowerBound, in: notes, to: words.upperBound) }
  }

  /// Whether a line consists of one sign and is about as long as the one line of text above it.
  static func underlines(at index: Int, _ lines: TextLines) -> Bool {
    let words = lines[index].words
    guard index > 0, words.count >= 3, let sign = words.first.map({ lines.notes[$0] }),
      words.allSatisfy({ lines.notes[$0] == sign }), lines[index].indent == 0
    else { return false }
    let above = lines[index - 1].words
    guard let first = above.first, lines[index - 1].indent == 0,
      !above.allSatisfy({ lines.notes[$0] == lines.notes[first] })
    else { return false }
    let length = above.count { lines.notes[$0] & 0xC0 != 0x80 }
    guard abs(length - words.count) <= 2 + length / 8 else { return false }
    return index == 1 || lines[index - 2].isBlank
      || PlainTextReader.ruleSign(lines[index - 2].words, of: lines.notes) == sign
  }
}
