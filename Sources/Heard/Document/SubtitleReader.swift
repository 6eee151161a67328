/// Reads WebVTT and SRT transcripts: cues of one speaker become one turn.
struct SubtitleReader {
  /// A longer silence begins a paragraph where no speaker is named.
  private static let pause = 10_000

  private let notes: [UInt8]
  private let lines: TextLines
  private var writer = BlockWriter()
  /// `<v Name>` names the speakers, so that `Name:` within a cue is text.
  private let hasVoices: Bool
  private var text = PieceText()
  private var label: Range<Int> = 0..<0
  private var start = -1
  private var stop = 0
  private var cueEnd = 0
  private var cueHasSpeaker = false

  static func read(into document: inout Document) {
    var reader = SubtitleReader(document.notes)
    reader.read()
    reader.flush()
    reader.writer.finish(into: &document)
  }

  private init(_ notes: [UInt8]) {
    self.notes = notes
    lines = TextLines(notes)
    var voices = false
    var i = 0
    while !voices, let open = Ascii.firstIndex(of: 0x3C, in: notes, i, notes.count) {
      voices = CueTag.voice(at: open, notes.count, in: notes)
      i = open + 1
    }
    hasVoices = voices
  }

  private mutating func read() {
    var index = 0
    while index < lines.count {
      let words = lines[index].words
      if words.isEmpty {
        index += 1
      } else if let times = ClockTime.cueTimes(words, of: notes) {
        index = readCue(at: index, times)
      } else if index + 1 < lines.count, ClockTime.cueTimes(lines[index + 1].words, of: notes) != nil {
        index += 1
      } else if isRemark(words, index) {
        index = readRemark(at: index)
      } else {
        flush()
        writer.leaf(.paragraph, words, lines: [words])
        index += 1
      }
    }
  }

  private func isRemark(_ words: Range<Int>, _ index: Int) -> Bool {
    for word in ["WEBVTT", "NOTE", "STYLE", "REGION"] as [StaticString] {
      guard Ascii.has(word, at: words.lowerBound, in: notes, to: words.upperBound) else { continue }
      let end = words.lowerBound + word.utf8CodeUnitCount
      if end == words.upperBound || Ascii.isSpace(notes[end]) { return index == 0 || lines[index - 1].isBlank }
    }
    return false
  }

  /// The file's head, a note or a style sheet: kept, and not text.
  private mutating func readRemark(at index: Int) -> Int {
    var end = index
    var words: [Range<Int>] = []
    while end < lines.count, !lines[end].isBlank, ClockTime.cueTimes(lines[end].words, of: notes) == nil {
      words.append(lines[end].words)
      end += 1
    }
    flush()
    if let first = words.first, let last = words.last {
      writer.leaf(.html, first.lowerBound..<last.upperBound, lines: words, flags: .service)
    }
    return end
  }

  private mutating func readCue(at index: Int, _ times: (start: Int, end: Int)) -> Int {
    var next = index + 1
    var isFirst = true
    while next < lines.count, !lines[next].isBlank, ClockTime.cueTimes(lines[next].words, of: notes) == nil {
      // The number of a cue that follows without a blank line.
      if next + 1 < lines.count,
        Ascii.skipDigits(lines[next].words.lowerBound, lines[next].words.upperBound, in: notes)
          == lines[next].words.upperBound, ClockTime.cueTimes(lines[next + 1].words, of: notes) != nil
      {
        break
      }
      readLine(lines[next].words, isFirst: isFirst, pause: times.start - cueEnd)
      isFirst = false
      next += 1
    }
    cueEnd = times.end
    return next
  }

  private mutating func readLine(_ words: Range<Int>, isFirst: Bool, pause: Int) {
    var from = words.lowerBound
    // Within a cue a label is a speaker only where the cue began with one: the rest is text with a colon.
    let speaker = hasVoices ? nil : CueSpeaker(words, of: notes)
    if isFirst { cueHasSpeaker = speaker != nil }
    if let speaker, cueHasSpeaker || speaker.isSure {
      begin(speaker.name, at: words.lowerBound)
      from = speaker.end
    } else if isFirst {
      let isVoice = hasVoices && CueTag.voice(at: from, words.upperBound, in: notes)
      if hasVoices, !isVoice, !label.isEmpty { begin(0..<0, at: from) }
      if !hasVoices, label.isEmpty, pause > Self.pause { flush() }
    }
    if start < 0 { start = words.lowerBound }
    if !text.isEmpty { text.lineBreak(stop, words.lowerBound) }
    readText(from, words.upperBound)
    stop = words.upperBound
  }

  /// Tags go, references are decoded, the rest is what was said.
  private mutating func readText(_ from: Int, _ end: Int) {
    var i = from
    var run = from
    var hasClose = true
    while i < end {
      let byte = notes[i]
      guard byte == 0x3C || byte == 0x26 || byte == 0x7B else {
        i += 1
        continue
      }
      if byte == 0x26 {
        guard let reference = CueTag.reference(at: i, end, in: notes) else {
          i += 1
          continue
        }
        text.append(run, i)
        if !reference.bytes.isEmpty { text.append(replacing: i, reference.end, with: reference.bytes) }
        i = reference.end
        run = i
        continue
      }
      guard hasClose, let tag = CueTag(at: i, end, in: notes) else {
        if Ascii.firstIndex(of: byte == 0x3C ? 0x3E : 0x7D, in: notes, i, min(end, i + 512)) == nil { hasClose = false }
        i += 1
        continue
      }
      text.append(run, i)
      if !tag.name.isEmpty {
        begin(tag.name, at: i)
        if start < 0 { start = i }
      }
      i = tag.end
      run = i
    }
    text.append(run, end)
  }

  /// Begins a turn, unless the same speaker goes on.
  private mutating func begin(_ name: Range<Int>, at position: Int) {
    if !name.isEmpty, !label.isEmpty, notes[name].elementsEqual(notes[label]) { return }
    flush()
    label = name
    start = position
    stop = max(position, name.upperBound)
  }

  private mutating func flush() {
    text.trimBreaks()
    if start >= 0, !text.isEmpty {
      writer.leaf(label.isEmpty ? .paragraph : .turn, start..<max(start, stop, text.end), text: text, label: label)
    }
    text = PieceText()
    label = 0..<0
    start = -1
  }
}
