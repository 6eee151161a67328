/// Reads logs of a chat channel: a line a message.
struct IRCReader {
  struct Message {
    /// Who wrote it; empty where the log wrote the line itself.
    var nick: Range<Int>
    var text: Range<Int>
    /// Joined, left, renamed, topic set.
    var isService: Bool
    /// No other kind of text looks like this.
    var isSure: Bool
    /// A time and a nick alone: the message stands on the lines below.
    var isHead: Bool { !nick.isEmpty && text.isEmpty && !isService }
  }

  static func read(into document: inout Document) {
    let notes = document.notes
    let lines = TextLines(notes)
    var writer = BlockWriter()
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      guard !line.isBlank else { continue }
      guard let message = message(line.words, of: notes) else {
        writer.leaf(.paragraph, line.words, lines: [line.words])
        continue
      }
      var text = message.text.isEmpty ? [] : [message.text]
      if message.isHead {
        while index < lines.count, !lines[index].isBlank, self.message(lines[index].words, of: notes) == nil {
          text.append(lines[index].words)
          index += 1
        }
      }
      let span = line.words.lowerBound..<(text.last?.upperBound ?? line.words.upperBound)
      if message.isService || message.nick.isEmpty || message.isHead && isServed(text, message.nick, notes) {
        writer.leaf(.paragraph, span, lines: text, flags: message.nick.isEmpty && !message.isService ? [] : .service)
      } else {
        writer.leaf(.turn, span, lines: text, label: message.nick)
      }
    }
    writer.finish(into: &document)
  }

  /// One line of a log.
  static func message(_ words: Range<Int>, of notes: [UInt8]) -> Message? {
    let end = words.upperBound
    let behindStamp = stampEnd(words, of: notes)
    let hasStamp = behindStamp != nil
    let i = Ascii.skipSpace(behindStamp ?? words.lowerBound, end, in: notes)
    guard i < end else { return nil }
    let rest = i..<end
    if isLogLine(rest, of: notes, hasStamp: hasStamp) {
      return Message(nick: 0..<0, text: rest, isService: true, isSure: hasStamp)
    }
    if notes[i] == 0x3C { return angled(rest, of: notes, hasStamp: hasStamp) }
    if notes[i] == 0x5B, let behindStamp, hasSeconds(words.lowerBound..<behindStamp, of: notes) {
      return bracketed(rest, of: notes)
    }
    if notes[i] == 0x2A, i + 1 < end, Ascii.isSpace(notes[i + 1]) {
      let nick = nickRange(Ascii.skipSpace(i + 1, end, in: notes), end, in: notes)
      guard !nick.isEmpty else { return nil }
      let text = Ascii.skipSpace(nick.upperBound, end, in: notes)..<end
      if isNews(text, of: notes) { return Message(nick: nick, text: rest, isService: true, isSure: hasStamp) }
      return Message(nick: nick, text: text, isService: false, isSure: hasStamp)
    }
    guard hasStamp else { return nil }
    let nick = nickRange(i, end, in: notes)
    let after = nick.upperBound
    guard !nick.isEmpty else { return Message(nick: 0..<0, text: rest, isService: false, isSure: false) }
    if isNews(Ascii.skipSpace(after, end, in: notes)..<end, of: notes) {
      return Message(nick: nick, text: rest, isService: true, isSure: true)
    }
    if after < end, notes[after] == 0x3A, after + 1 == end || Ascii.isSpace(notes[after + 1]) {
      return said(nick, after + 1, end, in: notes)
    }
    let bar = Ascii.skipSpace(after, end, in: notes)
    if after < end, notes[after] == 0x09 { return said(nick, after, end, in: notes) }
    // Columns: "Feb 02 12:27:02        ana  we begin"
    if bar > after + 1, notes[after + 1] == 0x20, let behindStamp, hasSeconds(words.lowerBound..<behindStamp, of: notes) {
      return said(nick, after, end, in: notes)
    }
    if bar + 1 < end, notes[bar] == 0x7C, Ascii.isSpace(notes[bar + 1]) { return said(nick, bar + 1, end, in: notes) }
    return Message(nick: 0..<0, text: rest, isService: false, isSure: false)
  }

  private static func said(_ nick: Range<Int>, _ start: Int, _ end: Int, in notes: [UInt8]) -> Message {
    Message(nick: nick, text: Ascii.skipSpace(start, end, in: notes)..<end, isService: false, isSure: true)
  }

  private static func hasSeconds(_ stamp: Range<Int>, of notes: [UInt8]) -> Bool {
    notes[stamp].count { $0 == 0x3A } == 2
  }

  /// `[nick] text` behind a time with its seconds: an agenda has none.
  private static func bracketed(_ rest: Range<Int>, of notes: [UInt8]) -> Message? {
    let close = notes[rest].firstIndex { Ascii.isSpace($0) } ?? rest.upperBound
    let nick = nickRange(rest.lowerBound + 1, close - 1, in: notes)
    guard !nick.isEmpty, nick.upperBound == close - 1, notes[nick.upperBound] == 0x5D else { return nil }
    var message = said(nick, close, rest.upperBound, in: notes)
    message.isService = isServed([message.text], nick, notes)
    return message
  }

  /// "ana has joined #garden": the channel tells it of whoever is named in front.
  private static func isServed(_ text: [Range<Int>], _ nick: Range<Int>, _ notes: [UInt8]) -> Bool {
    guard let line = text.first, line.count > nick.count,
      notes[line.lowerBound..<(line.lowerBound + nick.count)].elementsEqual(notes[nick])
    else { return false }
    return isNews(Ascii.skipSpace(line.lowerBound + nick.count, line.upperBound, in: notes)..<line.upperBound, of: notes)
  }

  /// `<nick> text`, also `<@nick>` and `< nick>`; behind a time also `<First Last>`.
  private static func angled(_ rest: Range<Int>, of notes: [UInt8], hasStamp: Bool) -> Message? {
    let end = rest.upperBound
    let start = Ascii.skipSpace(rest.lowerBound + 1, end, in: notes)
    var nick = nickRange(start, end, in: notes)
    while hasStamp, !nick.isEmpty, nick.count < longestNick, nick.upperBound + 1 < end, notes[nick.upperBound] == 0x20,
      case let next = nickRange(nick.upperBound + 1, end, in: notes), next.lowerBound == nick.upperBound + 1, !next.isEmpty
    {
      nick = nick.lowerBound..<next.upperBound
    }
    var after = nick.upperBound
    if after < end, notes[after] == 0x3E { after += 1 } else { return nil }
    guard !nick.isEmpty, after == end || Ascii.isSpace(notes[after]), !isTag(nick, of: notes) else { return nil }
    let text = Ascii.skipSpace(after, end, in: notes)..<end
    return Message(nick: nick, text: text, isService: isServed([text], nick, notes), isSure: true)
  }

  /// "<tbody>" begins a part of a page, and no message of anybody's.
  private static func isTag(_ nick: Range<Int>, of notes: [UInt8]) -> Bool {
    tags.contains { nick.count == $0.utf8CodeUnitCount && Ascii.hasWord($0, at: nick.lowerBound, in: notes, to: nick.upperBound) }
  }

  private static let tags: [StaticString] = [
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "p", "br", "hr", "details",
    "summary", "section", "html", "head", "body", "center",
  ]

  /// In bytes.
  private static let longestNick = 40

  /// A nick without the sign of its rights in the channel.
  static func nickRange(_ start: Int, _ end: Int, in notes: [UInt8]) -> Range<Int> {
    var i = start
    while i < end, i < start + 3, [0x40, 0x2B, 0x25, 0x7E, 0x26, 0x21].contains(notes[i]) { i += 1 }
    let first = i
    while i < end, i - first < longestNick,
      isNickByte(notes[i]) || notes[i] == 0x7C && i > first && i + 1 < end && isNickByte(notes[i + 1])
    { i += 1 }
    return first..<i
  }

  private static func isNickByte(_ byte: UInt8) -> Bool {
    Ascii.isWordy(byte) || Ascii.isDigit(byte)
      || [0x5F, 0x2D, 0x5B, 0x5D, 0x5C, 0x60, 0x5E, 0x7B, 0x7D, 0x2E].contains(byte)
  }

  /// Offset behind `12:34`, `[12:34]`, `(12:34)` or a date and a time.
  static func stampEnd(_ words: Range<Int>, of notes: [UInt8]) -> Int? {
    let end = words.upperBound
    guard let stamp = ClockTime.bracketedStampEnd(at: words.lowerBound, end, in: notes) else { return nil }
    let isBracketed = !Ascii.isDigit(notes[words.lowerBound])
    return isBracketed || stamp < end && Ascii.isSpace(notes[stamp]) ? stamp : nil
  }

  /// Signs that only the program that keeps the log writes.
  private static func isLogLine(_ rest: Range<Int>, of notes: [UInt8], hasStamp: Bool) -> Bool {
    let anywhere: [StaticString] = ["*** ", "**** ", "-!- ", "--- Log ", "Session Start:", "Session Close:", "=== "]
    if anywhere.contains(where: { Ascii.has($0, at: rest.lowerBound, in: notes, to: rest.upperBound) }) { return true }
    guard hasStamp else { return false }
    let stamped: [StaticString] = ["--> ", "-->\t", "<-- ", "<--\t", "-- ", "--\t", "== ", "→ ", "← ", "⇐ ", "⇒ "]
    return stamped.contains { Ascii.has($0, at: rest.lowerBound, in: notes, to: rest.upperBound) }
  }

  /// What a log says about somebody: `has joined`, `left`, `is now known as`.
  private static func isNews(_ text: Range<Int>, of notes: [UInt8]) -> Bool {
    var start = text.lowerBound
    let end = text.upperBound
    guard start < end else { return false }
    if notes[start] == 0x28 || notes[start] == 0x5B {
      guard let close = text.first(where: { notes[$0] == 0x29 || notes[$0] == 0x5D }) else { return false }
      start = Ascii.skipSpace(close + 1, end, in: notes)
    }
    let news: [StaticString] = [
      "has joined #", "has joined", "has left #", "has left", "has quit", "is now known as", "joined #", "left #",
      "has changed the topic", "changed the topic", "sets mode", "has parted", "quit (", "joined the channel",
      "left the channel", "changed topic", "set the topic",
    ]
    return news.contains { Ascii.hasWord($0, at: start, in: notes, to: end) }
  }
}
