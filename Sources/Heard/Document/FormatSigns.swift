/// What the first part of the notes looks like.
struct FormatSigns {
  /// Notes tell their format early; the rest is not looked at.
  static let sample = 128 * 1024

  private(set) var isVTT = false
  private(set) var isTimed = false
  private(set) var isJSON = false
  private(set) var opensLikeJSON = false
  /// A whole page: begins with a doctype or `<html>`.
  private(set) var isPage = false
  /// Begins with a tag and has many.
  private(set) var isHTML = false
  private(set) var tags = 0
  private var lines = 0
  private var messages = 0
  private var org = 0
  /// `** text`: an outline's headlines, and the items of other markups.
  private var stars = 0
  private var wiki = 0
  private var confluence = 0
  private var light = LightSigns()
  private var markdown = 0
  /// Two asterisks around words, which reStructuredText has too.
  private var strong = 0
  private var boxes = 0

  /// - Parameter isNamedMarkdown: the file's name says so, and is believed before signs of a light markup are.
  init(in notes: [UInt8], isNamedMarkdown: Bool) {
    self.init(in: notes, weighsMarkdown: !isNamedMarkdown, isNamedMarkdown)
    // Only against another markup's signs are those of Markdown weighed then.
    if isNamedMarkdown, confluence >= 6 || org + stars >= 4 || wiki >= 4 {
      self.init(in: notes, weighsMarkdown: true, isNamedMarkdown)
    }
  }

  private init(in notes: [UInt8], weighsMarkdown: Bool, _ isNamedMarkdown: Bool) {
    let sample = notes.count > Self.sample ? Array(notes[..<Self.sample]) : notes
    let all = TextLines(sample)
    guard let first = (0..<all.count).first(where: { !all[$0].isBlank }) else { return }
    opening(all[first], of: sample)
    guard !isVTT, !isJSON, !isPage else { return }
    let needsMarks = weighsMarkdown || Ascii.holds("'''", sample)
    var fence = false
    for index in first..<all.count {
      let line = all[index]
      if line.isBlank { continue }
      lines += 1
      if !isTimed, lines <= 12, ClockTime.cueTimes(line.words, of: sample) != nil { isTimed = true }
      if Self.mayBeMessage(sample[line.words]), let message = IRCReader.message(line.words, of: sample), message.isSure {
        // The line below belongs to a head.
        messages += message.isHead ? 2 : 1
      }
      if Self.isFence(line.words, of: sample), !Self.isTitle(at: index, all) {
        fence.toggle()
        markdown += 2
      }
      if fence { continue }
      let marks = needsMarks ? LineMarks(line.words, of: sample) : LineMarks()
      if !isNamedMarkdown { light.count(at: index, all) }
      countOrg(line, of: sample)
      countWiki(line, marks, below: index, all)
      guard weighsMarkdown else { continue }
      countMarkdown(line, marks, index == first, all, index)
      if marks.hasAngle { tags += Self.countTags(line.words, of: sample) }
    }
    isHTML = sample[all[first].words.lowerBound] == 0x3C && tags >= 2 && tags * 3 >= lines && messages * 3 < lines
  }

  /// Only a nickname in angle brackets and a time, which brackets may hold, make a line a message for sure.
  /// A digit, a bracket, or a word of three letters ("Feb 02 12:27:02") begins it.
  private static func mayBeMessage(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    if Ascii.isDigit(first) || first == 0x3C || first == 0x5B || first == 0x28 { return true }
    return first &- 0x41 < 26 && line.count > 8 && line[line.startIndex + 3] == 0x20
  }

  func isLog(over percent: Int) -> Bool { messages >= 2 && messages * 100 >= lines * percent }

  func markup(_ hint: Format?) -> Format {
    let named = hint == .markdown
    let markdown = markdown + strong
    if confluence >= (named ? 6 : 3), confluence > markdown, confluence >= wiki { return .confluence }
    if !named, light.markup != .none, light.weight > markdown - strong, light.weight > max(wiki, org) { return .text }
    // Between headings of a wiki two stars begin an item.
    let org = wiki >= 2 ? org : org + stars
    if org >= (named ? 4 : 2), org > markdown, org >= wiki { return .org }
    if wiki >= (named ? 4 : 2), wiki > markdown { return .mediawiki }
    if hint == .org || hint == .mediawiki || hint == .confluence, markdown < 4, let hint { return hint }
    // Check boxes are typed in plain text too, so a name that says so is believed.
    if hint == .text { return markdown >= 4 ? .markdown : .text }
    return named || markdown >= 2 || boxes > 0 ? .markdown : .text
  }

  private mutating func opening(_ line: TextLines.Line, of notes: [UInt8]) {
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    isVTT = Ascii.has("WEBVTT", at: start, in: notes, to: end) && (start + 6 == end || Ascii.isSpace(notes[start + 6]))
    let pages: [StaticString] = ["<!doctype html", "<html", "<head", "<body", "<?xml", "<meta "]
    isPage = pages.contains { Ascii.hasWord($0, at: start, in: notes, to: end) }
    guard notes[start] == 0x5B || notes[start] == 0x7B else { return }
    var i = start + 1
    while i < notes.count, Ascii.isSpace(notes[i]) || notes[i] == 0x0A || notes[i] == 0x0D || notes[i] == 0x7B {
      i += 1
    }
    opensLikeJSON = i < notes.count && (notes[i] == 0x22 || notes[i] == 0x7D || notes[i] == 0x5D)
    guard opensLikeJSON else { return }
    let limit = min(notes.count, start + 8192)
    while let quote = Ascii.firstIndex(of: 0x22, in: notes, i, limit) {
      if let key = TurnListReader.Key(at: quote + 1, in: notes), key != .other {
        isJSON = true
        return
      }
      i = quote + 1
    }
  }

  private static func isFence(_ words: Range<Int>, of notes: [UInt8]) -> Bool {
    Ascii.has("```", at: words.lowerBound, in: notes, to: words.upperBound)
      || Ascii.has("~~~", at: words.lowerBound, in: notes, to: words.upperBound)
  }

  /// A line of tildes that is as long as the title above it, and that only another such line could close.
  private static func isTitle(at index: Int, _ all: TextLines) -> Bool {
    guard all.notes[all[index].words.lowerBound] == 0x7E, LightSigns.underlines(at: index, all) else { return false }
    let length = all[index].words.count
    var next = index + 1
    while next < all.count {
      let words = all[next].words
      if words.count >= length, words.allSatisfy({ all.notes[$0] == 0x7E }) {
        return LightSigns.underlines(at: next, all)
      }
      next += 1
    }
    return true
  }

  private mutating func countOrg(_ line: TextLines.Line, of notes: [UInt8]) {
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    // What the signs below begin with: "#", "*", ":", C, D, S.
    switch notes[start] {
    case 0x23, 0x2A, 0x3A, 0x43, 0x44, 0x53: break
    default: return
    }
    if line.indent == 0, Ascii.has("#+", at: start, in: notes, to: end), start + 2 < end,
      Ascii.isLetter(notes[start + 2])
    {
      org += 3
    }
    let signs: [StaticString] = [":PROPERTIES:", "DEADLINE: <", "SCHEDULED: <", "CLOSED: [", ":LOGBOOK:"]
    if signs.contains(where: { Ascii.has($0, at: start, in: notes, to: end) }) { org += 3 }
    guard line.indent == 0, let stars = OrgReader.stars(line.words, of: notes) else { return }
    if OrgReader.keyword(at: stars.text, end, in: notes) != nil { org += 2 }
    if stars.level > 1, notes[end - 1] != 0x2A { self.stars += 1 }
  }

  private mutating func countWiki(_ line: TextLines.Line, _ marks: LineMarks, below index: Int, _ all: TextLines) {
    let notes = all.notes
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    if MediaWikiReader.heading(line.words, of: notes) != nil { wiki += 2 }
    if marks.hasQuotes { wiki += 1 }
    switch notes[start] {
    case 0x7B:
      if Ascii.has("{|", at: start, in: notes, to: end) { wiki += 3 }
      if Ascii.has("{{{", at: start, in: notes, to: end) { wiki += 1 }
      if ConfluenceReader.macro(at: start, end, in: notes) != nil { confluence += 2 }
    case 0x5B:
      if Ascii.has("[[Category:", at: start, in: notes, to: end) || MediaWikiReader.isMacro(line.words, of: notes) {
        wiki += 3
      }
    case 0x3C: if MediaWikiReader.isMacro(line.words, of: notes) { wiki += 3 }
    case 0x23: if MediaWikiReader.isSetting(line.words, of: notes) { wiki += 3 }
    case 0x68: if ConfluenceReader.heading(line.words, of: notes) != nil { confluence += 3 }
    case 0x7C where notes[min(start + 1, end - 1)] == 0x3D && notes[min(start + 2, end - 1)] != 0x3D: wiki += 3
    case 0x7C where end - start > 4 && notes[start + 1] == 0x7C && notes[end - 1] == 0x7C && notes[end - 2] == 0x7C:
      wiki += 1
      // What stands in three quotes or in equals signs heads a table elsewhere.
      if ![0x27, 0x3D].contains(notes[start + 2]) { confluence += 1 }
      // A head between two bars each, and below it cells between one.
      if index + 1 < all.count, WikiRow.bars(all[index + 1].words, of: notes) == .single { confluence += 6 }
    default: break
    }
  }

  private mutating func countMarkdown(
    _ line: TextLines.Line, _ marks: LineMarks, _ isFirst: Bool, _ all: TextLines, _ index: Int
  ) {
    let notes = all.notes
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    if line.indent < 4, notes[start] == 0x23 {
      var i = start
      while i < end, notes[i] == 0x23 { i += 1 }
      if i - start <= 6, i < end, notes[i] == 0x20 { markdown += 2 }
    }
    if isFirst, end - start == 3, Ascii.has("---", at: start, in: notes, to: end), index + 1 < all.count,
      PlainTextReader.labelEnd(all[index + 1].words, of: notes) != nil
    {
      markdown += 3
    }
    if let marker = ItemMarker(line.words, of: notes), !marker.flags.isEmpty, marker.style == .bullet { boxes += 1 }
    if notes[start] == 0x7C, start + 1 < end,
      Ascii.has("--", at: start + 1, in: notes, to: end)
        || Ascii.has(" --", at: start + 1, in: notes, to: end) || Ascii.has(":-", at: start + 1, in: notes, to: end)
    {
      markdown += 2
    }
    if marks.hasInline { countInline(line.words, of: notes) }
  }

  /// `**bold**` or `[text](target)`.
  private mutating func countInline(_ words: Range<Int>, of notes: [UInt8]) {
    var isOpen = false
    var i = words.lowerBound
    while i + 1 < words.upperBound {
      if notes[i] == 0x2A, notes[i + 1] == 0x2A {
        if isOpen {
          strong += 2
          return
        }
        isOpen = i + 2 < words.upperBound && !Ascii.isSpace(notes[i + 2])
        i += 1
      } else if notes[i] == 0x5D, notes[i + 1] == 0x28 {
        markdown += 2
        return
      }
      i += 1
    }
  }

  /// Tags that stand for blocks of a page.
  private static func countTags(_ words: Range<Int>, of notes: [UInt8]) -> Int {
    var count = 0
    var i = words.lowerBound
    while let open = Ascii.firstIndex(of: 0x3C, in: notes, i, words.upperBound) {
      let name = open + 1 < words.upperBound && notes[open + 1] == 0x2F ? open + 2 : open + 1
      let names: [StaticString] = [
        "p>", "p ", "div", "ul", "ol", "li", "table", "tr", "td", "h1", "h2", "h3", "h4", "span", "br", "section",
        "article", "b>", "strong", "a ",
      ]
      if names.contains(where: { Ascii.hasWord($0, at: name, in: notes, to: words.upperBound) }) { count += 1 }
      i = open + 1
    }
    return count
  }
}
