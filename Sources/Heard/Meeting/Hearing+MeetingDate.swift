/// Finds out on which day the meeting was.
extension Hearing {
  /// The meeting's day: from a line that says it, the title, front matter, a log's first time, the file's name, or the first lines, in
  /// this order. Front matter may say when a page was put on the web.
  mutating func meetingDay() -> Day? {
    if let day = dayOfMail() ?? dayOfField("date", inFrontMatter: false) ?? dayOfTitle() ?? dayOfField("title", inFrontMatter: true)
      ?? dayOfField("date", inFrontMatter: true)
    {
      return day
    }
    if let day = dayOfFirstTurn() { return day }
    if let day = options.name.flatMap({ Hearing.day(written: $0.utf8) }) { return day }
    return dayOfOpening()
  }

  /// The first day that the first lines of the notes name and that is no other meeting's.
  ///
  /// - Parameter header: a block behind which they have to say that it is this one's.
  private mutating func dayOfOpening(behind header: Int? = nil) -> Day? {
    for index in document.blocks.indices.prefix(12) where index > header ?? -1 {
      let block = document.blocks[index]
      guard block.isLeaf, block.kind != .code, block.stop - block.start < 400, maySayWhen(index), !isOfNextMeeting(index)
      else { continue }
      load(index)
      if dates.isEmpty { continue }
      matches.removeAll(keepingCapacity: true)
      matcher.match(Cue.Kinds(.sign), tokens, range: 0..<tokens.tokens.count, languages: spoken, into: &matches)
      for mention in dates where !isOfSign("other-day", mention) && (header == nil || isOfSign("meeting-day", mention)) {
        if let day = fullDay(mention) { return day }
      }
    }
    return nil
  }

  /// The signs of the leaf at hand tell whose a day is.
  private func isOfSign(_ role: String, _ mention: DateMention) -> Bool {
    matches.contains { cue($0).role == role && $0.range.contains(mention.tokens.lowerBound) }
  }

  /// Below or behind "Next meeting" stands the day of another one.
  private func isOfNextMeeting(_ block: Int) -> Bool {
    nextMeetingScopes.contains(Int(outline.scopeOfBlock[block])) || fields.contains { $0.role == "next" && $0.block == block }
  }

  /// The day that the subject or the first lines of a mail give the meeting: its header says when it was sent.
  private mutating func dayOfMail() -> Day? {
    guard let sent = fields.first(where: { $0.role == "date" }), let subject = fields.first(where: { $0.role == "title" }),
      document.notes.prefix(Hearing.longestHeader).split(separator: 0x0A).contains(where: { $0.starts(with: "From:".utf8) })
    else { return nil }
    for mention in dateReaders.reader.dates(in: Array(subject.text.utf8)) {
      if let day = fullDay(mention) { return day }
    }
    return dayOfOpening(behind: sent.block)
  }

  /// In bytes: of a mail's first lines.
  private static let longestHeader = 1000
  /// In bytes: the time in front of a log's line.
  private static let longestStamp = 24
  /// In bytes: more is no title.
  private static let longestTitle = 160

  /// The day in the time of a chat's first line.
  private func dayOfFirstTurn() -> Day? {
    let stamp = document.notes.prefix(Hearing.longestStamp)
    if document.format == .irc, let day = Hearing.day(written: stamp) { return day }
    guard document.blocks.first(where: \.isLeaf)?.kind == .turn else { return nil }
    return dateReaders.reader.dates(in: Array(stamp)).first.flatMap { fullDay($0) }
  }

  private mutating func dayOfField(_ role: String, inFrontMatter: Bool) -> Day? {
    for field in fields where field.role == role {
      guard (document.blocks[field.block].kind == .field) == inFrontMatter else { continue }
      if let day = firstDay(inLeaf: field.block) { return day }
    }
    return nil
  }

  /// "Minutes of 3 May 2026": the first words of the notes behind any front matter.
  private mutating func dayOfTitle() -> Day? {
    let first = document.blocks.firstIndex { $0.isLeaf && $0.kind != .field }
    guard let first, document.blocks[first].kind == .heading || document.blocks[first].kind == .paragraph,
      document.blocks[first].span.count < Hearing.longestTitle
    else { return nil }
    return firstDay(inLeaf: first)
  }

  /// A task's day is no meeting's: cells count behind one that says "Date", items unless they have a box.
  private mutating func maySayWhen(_ index: Int) -> Bool {
    let block = document.blocks[index]
    let parent = block.parent >= 0 ? document.blocks[Int(block.parent)] : block
    let flags = parent.flags.union(block.flags)
    if flags.contains(.ticked) || flags.contains(.unticked) { return false }
    guard block.kind == .cell else { return true }
    guard index > 0, document.blocks[index - 1].kind == .cell else { return false }
    load(index - 1)
    let match = matcher.matchWhole(.field, tokens, range: 0..<tokens.tokens.count, preferring: spoken)
    return match.map { grammar.cues[Int($0.cue)].role == "date" } ?? false
  }

  private mutating func firstDay(inLeaf index: Int) -> Day? {
    load(index)
    for mention in dates {
      if let day = fullDay(mention) { return day }
    }
    return nil
  }

  /// Only a date that is complete in itself says when a meeting was.
  private func fullDay(_ mention: DateMention) -> Day? {
    if mention.isDeadline { return nil }
    let resolved = mention.expression.resolved(on: nil, dialect: dialect, nextMeeting: nil)
    return resolved.precision == .day && !resolved.isAmbiguous ? resolved.start : nil
  }

  /// In notes that hold several meetings each stands under a heading with its date. Two such headings of a level make it so.
  mutating func readMeetingDays() {
    var found: [(scope: Int, day: Day)] = []
    for (index, scope) in outline.scopes.enumerated() where scope.kind == .heading && scope.block >= 0 {
      guard scope.title.count < 100 else { continue }
      // No day is complete without a number.
      if document.notes[scope.title.start..<scope.title.end].contains(where: Ascii.isDigit) {
        if let day = firstDay(inLeaf: scope.block) { found.append((index, day)) }
      } else if scope.title.count < Hearing.barelyMonth, let month = month(inLeaf: scope.block) {
        monthOfScope.set(index, month)
      }
    }
    /// By level: its first day, and whether it has others.
    var levels = NumberMap<(first: Day, isRolling: Bool)>()
    for (scope, day) in found {
      levels.change(UInt64(outline.scopes[scope].level), from: (day, false)) { if $0.first != day { $0.isRolling = true } }
    }
    for (scope, day) in found where levels[outline.scopes[scope].level]?.isRolling ?? false { dayOfScope.set(scope, day) }
  }

  /// "February recap": the month that a heading names, where it says hardly more.
  private mutating func month(inLeaf index: Int) -> Int? {
    read(leaf: index)
    guard tokens.tokens.count(where: { $0.kind == .word }) <= 2 else { return nil }
    load(index)
    let resolved = dates.first?.resolved(on: Hearing.anyDay, dialect: dialect, nextMeeting: nil)
    return resolved?.precision == .month ? resolved?.start?.month : nil
  }

  /// In bytes: more is no month and a word.
  private static let barelyMonth = 24
  /// Tells which month a name means, and nothing else.
  private static let anyDay = Day(year: 2000, month: 1, day: 1)

  /// The day of the meeting that a block belongs to; nil below the name of another month, whose year is not told.
  func day(ofBlock block: Int) -> Day? {
    guard dayOfScope.count > 0 || monthOfScope.count > 0 else { return day }
    var index = Int(outline.scopeOfBlock[block])
    while index > 0 {
      if let month = monthOfScope[index], month != day?.month { return nil }
      if let day = dayOfScope[index] { return day }
      index = outline.scopes[index].parent
    }
    return day
  }

  /// `2026-11-20`, `20261120` or `2026_11_20` in a path or a time.
  static func day(written text: some Sequence<UInt8>) -> Day? {
    let bytes = Array(text)
    var last: Day?
    var index = 0
    while index < bytes.count {
      var digits: [Int] = []
      var position = index
      while position < bytes.count, digits.count < 8 {
        let byte = bytes[position]
        if byte >= 0x30, byte <= 0x39 {
          digits.append(Int(byte) - 0x30)
        } else if !((byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x2F)
          && (digits.count == 4 || digits.count == 6))
        {
          break
        }
        position += 1
      }
      let isWhole = position >= bytes.count || bytes[position] < 0x30 || bytes[position] > 0x39
      let begins = index == 0 || bytes[index - 1] < 0x30 || bytes[index - 1] > 0x39
      if digits.count == 8, isWhole, begins, bytes[index] >= 0x30, bytes[index] <= 0x39 {
        let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
        if year >= 1900, year < 2200,
          let day = Day(year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
        {
          last = day
        }
      }
      index += 1
    }
    return last
  }
}
