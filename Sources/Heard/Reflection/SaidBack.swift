/// Tells in a summary which words are heard's own ("To do, nobody named:"), so that only what they say of the notes is held to them.
struct SaidBack {
  /// A stretch of a leaf's text that claims something.
  struct Part {
    var range: Range<Int>
    /// The frame around it; nil: it stands by itself.
    var frame: String?
  }

  private let reader: FrameReader
  /// Sentences that claim nothing.
  private let silent: Set<String>
  /// How what is put behind a question begins.
  private let whys: [[UInt8]]
  /// Headings of the notes, and what heard sets over its parts.
  private let titles: Set<UInt64>
  private let people: Set<UInt64>
  private let day: [UInt8]

  init(_ meeting: Meeting, _ grammar: Grammar) {
    let frames = Frames(grammar, language: meeting.language)
    let unread: Set = ["left out", "closing", "no outcome", "everybody"]
    let templates = frames.templates
    reader = FrameReader(templates) { !unread.contains($0) && !$0.hasPrefix("takes on") && !$0.hasPrefix("why: ") }
    let whys = templates.keys.filter { $0.hasPrefix("why: ") }
    silent = Set((whys + ["closing", "no outcome", "everybody"]).map { frames.sentence($0) })
    self.whys = whys.compactMap { name -> [UInt8]? in
      guard case .literal(let words) = templates[name]?.first else { return nil }
      return words
    }
    let shown = ReflectionTitle.allCases.map(\.rawValue) + meeting.topics.map(\.title) + [meeting.title].compactMap { $0 }
    titles = Set(shown.map { SaidBack.key($0.utf8[...]) })
    let named = meeting.people.map(\.name) + meeting.actions.flatMap(\.owners) + [frames.sentence("everybody")]
    people = Set(named.map { SaidBack.key($0.utf8[...]) })
    day = Array((" · " + (meeting.date?.description ?? "?")).utf8)
  }

  /// Letters and digits alone, without a number in front.
  private static func key(_ text: some Sequence<UInt8>) -> UInt64 {
    let words = NameKey.folded(text).filter { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x80 }
    return NameKey(words.drop { $0 >= 0x30 && $0 <= 0x39 }).hash
  }

  /// What a leaf claims; nil: nothing in it is heard's.
  func parts(of text: some Collection<UInt8>) -> [Part]? {
    let bytes = Array(text)
    var (parts, isHeard): ([Part], Bool) = ([], false)
    var start = 0
    for end in bytes.indices.filter({ bytes[$0] == 0x0A }) + [bytes.count] {
      let (found, isOwn) = read(bytes, start..<end)
      parts += found
      isHeard = isHeard || isOwn
      start = end + 1
    }
    return isHeard ? parts : nil
  }

  private func read(_ bytes: [UInt8], _ line: Range<Int>) -> (parts: [Part], isOwn: Bool) {
    let range = withoutPlace(bytes, line)
    if range.isEmpty { return ([], true) }
    if claimsNothing(bytes[range]) { return ([], true) }
    let body = withoutWhy(bytes, range)
    let isOwn = range != line || body != range
    for start in [body.lowerBound] + (behindName(bytes, body).map { [$0] } ?? []) {
      let words = TextDecoding.string(Array(bytes[start..<body.upperBound]))
      if let found = reader.uses(of: words).first {
        return (SaidBack.claims(of: found.use, found.slots, in: bytes, from: start), true)
      }
    }
    // A question about quoted words claims nothing but them.
    if bytes[body].last == 0x3F, let quoted = quotations(bytes, body) { return (quoted, true) }
    return ([Part(range: body)], isOwn)
  }

  private func claimsNothing(_ line: ArraySlice<UInt8>) -> Bool {
    if silent.contains(TextDecoding.string(Array(line))) || titles.contains(SaidBack.key(line)) { return true }
    if whys.contains(where: { line.starts(with: $0) }) { return true }
    // "Kickoff · 2026-11-20 · kickoff.md" is the line over all of it.
    if let start = Quotations.start(of: day, in: Array(line)) {
      let end = line.startIndex + start + day.count
      return end == line.endIndex || line[end] == 0x20
    }
    guard let end = Quotations.start(of: Array(" · ".utf8), in: Array(line)) else { return false }
    return titles.contains(SaidBack.key(line.prefix(end)))
  }

  private static let place = Array(" · line ".utf8)

  /// Without "· line 12, 14" at the end.
  private func withoutPlace(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] &- 0x30 < 10 || bytes[end - 1] == 0x2C || bytes[end - 1] == 0x20 { end -= 1 }
    let words = SaidBack.place.dropLast()
    guard end < line.upperBound, end - words.count >= line.lowerBound else {
      // A line may begin with it.
      let bare = words.dropFirst()
      return end - bare.count == line.lowerBound && bytes[line.lowerBound..<end].elementsEqual(bare)
        ? line.lowerBound..<line.lowerBound : line
    }
    return bytes[(end - words.count)..<end].elementsEqual(words) ? line.lowerBound..<(end - words.count) : line
  }

  private func withoutWhy(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    for why in whys {
      guard let start = Quotations.start(of: [0x20] + why, in: Array(bytes[range])) else { continue }
      return range.lowerBound..<(range.lowerBound + start)
    }
    return range
  }

  /// Behind "Ana: ", where the notes name her.
  private func behindName(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let colon = bytes[range].prefix(80).firstIndex(of: 0x3A), colon + 2 < range.upperBound, bytes[colon + 1] == 0x20,
      people.contains(SaidBack.key(bytes[range.lowerBound..<colon]))
    else { return nil }
    return colon + 2
  }

  private func quotations(_ bytes: [UInt8], _ range: Range<Int>) -> [Part]? {
    let quotes = Quotations.all(in: TextDecoding.string(Array(bytes[range]))).filter { $0.contains(" ") }
    let found = quotes.compactMap { quote in
      Quotations.start(of: Array(quote.utf8), in: Array(bytes[range])).map {
        Part(range: (range.lowerBound + $0)..<(range.lowerBound + $0 + quote.utf8.count), frame: "asked")
      }
    }
    return found.isEmpty ? nil : found
  }

  /// Slots that claim nothing by themselves.
  private static let names: [Frames.Slot] = [.person, .other, .others, .last, .claim]
  private static let days: [Frames.Slot] = [.due, .day, .days]

  /// Slots next to one another claim something together: "Ana: call the printer, by Friday".
  private static func claims(
    of use: Frames.Use, _ slots: [(name: Frames.Slot, range: Range<Int>)], in bytes: [UInt8], from start: Int
  ) -> [Part] {
    var parts: [Part] = []
    for (name, slot) in slots where !names.contains(name) {
      let range = (start + slot.lowerBound)..<(start + slot.upperBound)
      if let last = parts.last, range.lowerBound - last.range.upperBound <= 6, name != .reason, name != .answer {
        parts[parts.count - 1].range = last.range.lowerBound..<range.upperBound
      } else if !days.contains(name), name != .owners || parts.isEmpty {
        parts.append(Part(range: range, frame: use.frame))
      }
    }
    return parts
  }
}

extension BlockText {
  /// The text without the word joiners that keep a channel from making links and mentions of what looks like one.
  func withoutJoiners(_ notes: [UInt8]) -> BlockText {
    let joiner: [UInt8] = [0xE2, 0x81, 0xA0]
    guard Quotations.start(of: joiner, in: bytes) != nil else { return self }
    var text = BlockText()
    for index in runs.indices {
      let run = runs[index]
      let end = index + 1 < runs.count ? Int(runs[index + 1].text) : bytes.count
      guard run.isLiteral else {
        let said = Array(bytes[Int(run.text)..<end])
        text.append(replacing: Int(run.start), Int(run.end), with: said == joiner ? [] : said)
        continue
      }
      var start = Int(run.start)
      while start < Int(run.end) {
        let next = Quotations.start(of: joiner, in: Array(notes[start..<Int(run.end)])).map { start + $0 } ?? Int(run.end)
        text.append(notes, start, next)
        start = next + joiner.count
      }
    }
    return text
  }
}
