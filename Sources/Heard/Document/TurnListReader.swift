/// Reads turns from JSON: exports of chat programs and transcripts, whatever they call speaker and text.
struct TurnListReader {

  /// What a key's value is to a list of turns.
  enum Key: Equatable {
    case text, list, skipped, field, identity, other
    /// Who speaks; the highest rank in an object wins.
    case speaker(rank: UInt8)

    private static let names: [(StaticString, Key)] = [
      ("text", .text), ("content", .text), ("message", .text), ("body", .text), ("sentence", .text),
      ("transcript_text", .text),
      ("segments", .list), ("messages", .list), ("utterances", .list), ("turns", .list), ("transcript", .list),
      ("transcripts", .list), ("entries", .list), ("sentences", .list), ("monologues", .list), ("paragraphs", .list),
      ("words", .skipped), ("blocks", .skipped), ("attachments", .skipped), ("files", .skipped),
      ("reactions", .skipped), ("tokens", .skipped), ("edited", .skipped), ("alternatives", .skipped),
      ("user_id", .speaker(rank: 1)), ("user", .speaker(rank: 2)), ("username", .speaker(rank: 3)),
      ("role", .speaker(rank: 2)), ("from", .speaker(rank: 3)), ("sender", .speaker(rank: 3)),
      ("author", .speaker(rank: 3)), ("name", .speaker(rank: 4)), ("speaker", .speaker(rank: 5)),
      ("speaker_name", .speaker(rank: 6)), ("speakername", .speaker(rank: 6)), ("display_name", .speaker(rank: 6)),
      ("real_name", .speaker(rank: 7)), ("user_profile", .speaker(rank: 7)),
      ("title", .field), ("date", .field), ("subject", .field), ("topic", .field), ("meeting", .field),
      ("start_time", .field), ("created_at", .field), ("participants", .field), ("attendees", .field),
      ("startdate", .field), ("attendee", .field), ("id", .identity), ("profile", .speaker(rank: 6)),
    ]

    init(_ name: Range<Int>, of notes: [UInt8]) {
      self = .other
      for (known, key) in Self.names
      where name.count == known.utf8CodeUnitCount
        && Ascii.hasWord(known, at: name.lowerBound, in: notes, to: name.upperBound)
      {
        self = key
        return
      }
    }

    /// The key whose name begins at an offset, if a quote and a colon follow it.
    init?(at start: Int, in notes: [UInt8]) {
      guard let quote = Ascii.firstIndex(of: 0x22, in: notes, start, min(notes.count, start + 32)) else { return nil }
      let colon = Ascii.skipSpace(quote + 1, notes.count, in: notes)
      guard colon < notes.count, notes[colon] == 0x3A else { return nil }
      self.init(start..<quote, of: notes)
      if case .field = self { self = .other }
    }
  }

  /// An object or list that is open.
  private struct Frame {
    var isObject: Bool
    var key: Key
    var keyName: Range<Int>
    var start: Int
    /// How many turns were found before it.
    var turns: Int
    var label: Range<Int> = 0..<0
    var rank: UInt8 = 0
    /// What others call it by: `"id": "U024BE7LH"`.
    var identity: Range<Int> = 0..<0
    var text: PieceText?
    var hasList = false
  }

  private struct Turn {
    var kind: Block.Kind
    var span: Range<Int>
    var label: Range<Int>
    var text: PieceText
  }

  private let notes: [UInt8]
  private var frames: [Frame] = []
  private var turns: [Turn] = []
  /// By the id of somebody of the file's own list of users: where their name stands.
  private var names: [ArraySlice<UInt8>: Range<Int>] = [:]
  private var key = Key.other
  private var keyName: Range<Int> = 0..<0
  private var expectsKey = false
  /// Depth below the deepest frame that is kept, or below a value that is passed over.
  private var skippedDepth = 0
  private var omitted: Range<Int>?

  static func read(into document: inout Document) {
    var reader = TurnListReader(document.notes)
    reader.scan()
    document.identities = reader.names.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { id in
      guard let name = reader.names[id], reader.notes[name] != id else { return nil }
      return (TextDecoding.string(Array(id)), reader.string(name))
    }
    guard !reader.turns.isEmpty else {
      PlainTextReader.read(into: &document)
      return
    }
    var writer = BlockWriter()
    if let omitted = reader.omitted {
      writer.omit("JSON nested more than \(Guards.values) deep is passed over", omitted)
    }
    for turn in reader.turns {
      let label = turn.kind == .turn ? reader.names[document.notes[turn.label]] ?? turn.label : turn.label
      writer.leaf(turn.kind, turn.span, text: turn.text, label: label)
    }
    writer.finish(into: &document)
  }

  private init(_ notes: [UInt8]) { self.notes = notes }

  /// What data that a page carries for machines says of the meeting: keys such as `attendee` with their values.
  static func fields(in data: [UInt8]) -> [(key: Range<Int>, value: Range<Int>)] {
    var reader = TurnListReader(data)
    reader.scan()
    return reader.turns.filter { $0.kind == .field }.map { ($0.label, $0.span) }
  }

  private func string(_ range: Range<Int>) -> String {
    let text = JSONText.read(range, of: notes)
    var bytes: [UInt8] = []
    for piece in text.pieces {
      let isNotes = piece.replacement.isEmpty
      bytes +=
        isNotes
        ? notes[Int(piece.start)..<Int(piece.end)]
        : text.replacements[Int(piece.replacement.lowerBound)..<Int(piece.replacement.upperBound)]
    }
    return TextDecoding.string(bytes)
  }

  private mutating func scan() {
    var i = 0
    while i < notes.count {
      switch notes[i] {
      case 0x7B, 0x5B:
        open(at: i)
        i += 1
      case 0x7D, 0x5D:
        i += 1
        close(at: i)
      case 0x22: i = string(at: i)
      case 0x2C:
        expectsKey = skippedDepth == 0 && (frames.last?.isObject ?? false)
        i += 1
      case 0x2D, 0x30...0x39: i = number(at: i)
      default: i += 1
      }
    }
    while !frames.isEmpty { close(at: notes.count) }
  }

  private mutating func open(at start: Int) {
    if skippedDepth > 0 || key == .skipped || frames.count >= Guards.values {
      if skippedDepth == 0, key != .skipped, omitted == nil { omitted = start..<(start + 1) }
      skippedDepth += 1
      return
    }
    let isObject = notes[start] == 0x7B
    // What a list holds is to its object what the list is.
    let own = frames.last.map { $0.isObject ? key : $0.key } ?? .other
    let ownName = frames.last.map { $0.isObject ? keyName : $0.keyName } ?? 0..<0
    frames.append(Frame(isObject: isObject, key: own, keyName: ownName, start: start, turns: turns.count))
    expectsKey = isObject
    key = .other
  }

  private mutating func close(at end: Int) {
    if skippedDepth > 0 {
      skippedDepth -= 1
      if skippedDepth == 0 { key = .other }
      return
    }
    guard let frame = frames.popLast() else { return }
    expectsKey = false
    key = .other
    guard frame.isObject else {
      if frame.key == .list, turns.count > frame.turns, let parent = frames.indices.last {
        frames[parent].hasList = true
      }
      return
    }
    if frame.text == nil, !frame.identity.isEmpty, !frame.label.isEmpty { names[notes[frame.identity]] = frame.label }
    if let text = frame.text, !frame.hasList {
      turns.removeSubrange(frame.turns...)
      turns.append(Turn(kind: .turn, span: frame.start..<end, label: frame.label, text: text))
    } else if !frame.label.isEmpty, turns.count == frame.turns, case .speaker(let rank) = frame.key {
      name(frame.label, rank: rank)
    } else if !frame.label.isEmpty, turns.count == frame.turns, frame.key == .field {
      let words = JSONText.read(frame.label, of: notes)
      turns.append(Turn(kind: .field, span: frame.label, label: frame.keyName, text: words))
    } else if !frame.label.isEmpty, !frame.hasList {
      for index in frame.turns..<turns.count where turns[index].label.isEmpty && turns[index].kind == .turn {
        turns[index].label = frame.label
      }
    }
  }

  private mutating func name(_ label: Range<Int>, rank: UInt8) {
    guard let index = frames.indices.last, frames[index].isObject, rank > frames[index].rank else { return }
    frames[index].label = label
    frames[index].rank = rank
  }

  private mutating func number(at start: Int) -> Int {
    var i = start + 1
    while i < notes.count, Ascii.isDigit(notes[i]) || notes[i] == 0x2E { i += 1 }
    if skippedDepth == 0, case .speaker(let rank) = key { name(start..<i, rank: rank) }
    return i
  }

  /// Reads a string as a key or as a value, and returns the offset behind it.
  private mutating func string(at quote: Int) -> Int {
    var end = quote + 1
    while end < notes.count, notes[end] != 0x22 { end += notes[end] == 0x5C ? 2 : 1 }
    end = min(end, notes.count)
    let next = min(end + 1, notes.count)
    guard skippedDepth == 0 else { return next }
    if expectsKey {
      keyName = (quote + 1)..<end
      key = Key(keyName, of: notes)
      expectsKey = false
      return next
    }
    guard let index = frames.indices.last else { return next }
    let content = (quote + 1)..<end
    let role = frames[index].isObject ? key : frames[index].key
    switch role {
    case .text where frames[index].isObject:
      if frames[index].text == nil, !content.isEmpty { frames[index].text = JSONText.read(content, of: notes) }
    case .speaker(let rank): if !content.isEmpty { name(content, rank: rank) }
    case .identity where frames[index].isObject: frames[index].identity = content
    case .field where frames.count <= 2 && !content.isEmpty:
      let label = frames[index].isObject ? keyName : frames[index].keyName
      turns.append(Turn(kind: .field, span: content, label: label, text: JSONText.read(content, of: notes)))
    default: break
    }
    if frames[index].isObject { key = .other }
    return next
  }
}
