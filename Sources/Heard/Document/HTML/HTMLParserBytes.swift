/// The notes as libxml2 gets them: their tags, and one letter or space for each text between two of them.
///
/// Text and attributes are read from the notes themselves, so that the parser would only take time over them: it looks at each character
/// of a text in turn, and copies each attribute, in time that grows with the square of their number. What it makes of a text depends on
/// whether it is blank, and on nothing else. Bytes that are not UTF-8 and control bytes would make it guess an encoding; they are
/// replaced. More than ``Guards/attributes`` are read by nobody.
struct HTMLParserBytes {
  private(set) var bytes: [UInt8] = []
  private(set) var omissions: [Document.Omission] = []
  /// Where something was left out in front of a byte, and how much was up to there.
  private var cuts: [(at: Int32, sum: Int32)] = []
  /// The cut in front of what was asked for last.
  private var cut = -1

  init(_ notes: [UInt8]) {
    var (cuts, omissions): ([(at: Int32, sum: Int32)], [Document.Omission]) = ([], [])
    let mark = TextDecoding.markLength(notes)
    bytes = Array(unsafeUninitializedCapacity: notes.count) { kept, count in
      notes.withUnsafeBufferPointer { notes in
        var writer = Writer(notes: notes, kept: kept)
        writer.write(from: mark)
        (count, cuts, omissions) = (writer.count, writer.cuts, writer.omissions)
      }
    }
    (self.cuts, self.omissions) = (cuts, omissions)
  }

  /// The notes' offset of an offset of ``bytes``; to be asked for from the first on.
  mutating func offset(of place: Int) -> Int {
    while cut + 1 < cuts.count, Int(cuts[cut + 1].at) <= place { cut += 1 }
    return cut < 0 ? place : place + Int(cuts[cut].sum)
  }

  /// Copies what the parser needs.
  private struct Writer {
    let notes: UnsafeBufferPointer<UInt8>
    let kept: UnsafeMutableBufferPointer<UInt8>
    var count = 0
    var cuts: [(at: Int32, sum: Int32)] = []
    var omissions: [Document.Omission] = []

    init(notes: UnsafeBufferPointer<UInt8>, kept: UnsafeMutableBufferPointer<UInt8>) {
      (self.notes, self.kept) = (notes, kept)
    }

    mutating func write(from start: Int) {
      leaveOut(0..<start)
      var i = start
      var isPlain = true
      while i < notes.count {
        let next = HTMLBytes.first(UInt8(ascii: "<"), in: notes, i..<notes.count)
        if isPlain { sum(i..<next) } else { copy(i..<next) }
        guard next < notes.count else { return }
        (i, isPlain) = markup(at: next)
      }
    }

    /// Copies what begins with "<". Where it is no tag the text behind it decides what the parser makes of it, and is plain no longer.
    private mutating func markup(at start: Int) -> (end: Int, isPlain: Bool) {
      let behind = start + 1
      guard behind < notes.count else { return copied(start..<behind, isPlain: false) }
      if HTMLBytes.startsName(notes[behind]) { return startTag(at: start) }
      if notes[behind] == UInt8(ascii: "/"), behind + 1 < notes.count, HTMLBytes.startsName(notes[behind + 1]) {
        return endTag(at: start)
      }
      if HTMLBytes.matches("<!--", notes, start, before: notes.count) {
        return copied(start..<(HTMLBytes.find("-->", notes, from: start + 4, to: notes.count) ?? notes.count), isPlain: false)
      }
      return copied(start..<behind, isPlain: false)
    }

    private mutating func endTag(at start: Int) -> (end: Int, isPlain: Bool) {
      var end = start + 2
      while end < notes.count, notes[end] != UInt8(ascii: ">") { end += 1 }
      return copied(start..<min(end + 1, notes.count), isPlain: true)
    }

    private mutating func startTag(at start: Int) -> (end: Int, isPlain: Bool) {
      var name = start + 1
      while name < notes.count, HTMLBytes.isName(notes[name]) { name += 1 }
      var attributes = HTMLAttributes(notes, from: name, to: notes.count)
      if name < notes.count, notes[name] != UInt8(ascii: ">") { skip(&attributes) }
      // Where a tag does not end, the notes may: what the parser makes of that is left to it.
      guard attributes.position < notes.count else { return copied(start..<notes.count, isPlain: true) }
      copy(start..<name)
      var end = attributes.position
      leaveOut(name..<end)
      if notes[end] == UInt8(ascii: "/") { end += 1 }
      if end < notes.count { end += 1 }
      copy(attributes.position..<end)
      let content = contentEnd(of: start + 1..<name, from: end)
      copy(end..<content)
      return (content, true)
    }

    private mutating func skip(_ attributes: inout HTMLAttributes) {
      var count = 0
      var surplus: Int?
      while attributes.next() != nil {
        count += 1
        if count == Guards.attributes { surplus = attributes.position }
      }
      guard count > Guards.attributes, let surplus, surplus < attributes.position else { return }
      let message = "A tag has more than \(Guards.attributes) attributes; the rest of them was not read"
      omissions.append(.init(message: message, span: Span(surplus, attributes.position)))
    }

    /// Behind the content of script and style, which is not markup; of other elements, where the content begins.
    private func contentEnd(of name: Range<Int>, from start: Int) -> Int {
      if HTMLBytes.isText("script", notes, name) {
        return HTMLBytes.find("</script", notes, from: start, to: notes.count) ?? notes.count
      }
      if HTMLBytes.isText("style", notes, name) {
        return HTMLBytes.find("</style", notes, from: start, to: notes.count) ?? notes.count
      }
      return start
    }

    /// Writes one byte for a text.
    private mutating func sum(_ text: Range<Int>) {
      guard !text.isEmpty else { return }
      // As the parser sees blanks: for control bytes it would be handed a space.
      let isBlank = text.allSatisfy { HTMLBytes.isBlank(notes[$0]) }
      kept[count] = isBlank ? 0x20 : UInt8(ascii: "x")
      count += 1
      leaveOut(text.dropFirst())
    }

    private mutating func leaveOut(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      cuts.append((Int32(count), Int32(range.upperBound - count)))
    }

    private mutating func copied(_ range: Range<Int>, isPlain: Bool) -> (end: Int, isPlain: Bool) {
      copy(range)
      return (range.upperBound, isPlain)
    }

    private mutating func copy(_ range: Range<Int>) {
      var i = range.lowerBound
      while i < range.upperBound {
        let byte = notes[i]
        if byte < 0x80 {
          kept[count] = byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D ? 0x20 : byte
          (i, count) = (i &+ 1, count &+ 1)
          continue
        }
        let length = TextDecoding.sequenceLength(notes, i)
        if length == 0 { kept[count] = UInt8(ascii: "?") }
        for at in 0..<length { kept[count &+ at] = notes[i &+ at] }
        (i, count) = (i &+ max(1, length), count &+ max(1, length))
      }
    }
  }
}
