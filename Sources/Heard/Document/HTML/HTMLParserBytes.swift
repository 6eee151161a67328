/// The notes as libxml2 gets them: as long as the notes, so that its offsets are offsets of the notes.
///
/// Bytes that are not UTF-8 and control bytes would make it guess an encoding or drop text; they are replaced, and text
/// is read from the notes themselves. So are attributes: they are blanked, since the parser would copy each of them, and take
/// time that grows with the square of their number. More than ``Guards/attributes`` are read by nobody.
struct HTMLParserBytes {
  private(set) var bytes: [UInt8]
  private(set) var omissions: [Document.Omission] = []

  init(_ notes: [UInt8]) {
    bytes = notes
    let mark = TextDecoding.markLength(notes)
    for i in 0..<mark { bytes[i] = 0x20 }
    replaceStrayBytes(from: mark)
    blankAttributes()
  }

  private mutating func replaceStrayBytes(from start: Int) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      let view = UnsafeBufferPointer(bytes)
      let raw = UnsafeRawBufferPointer(view)
      var i = start
      while i < bytes.count {
        while i &+ 8 <= bytes.count, EightBytes(raw, i).arePrinted { i &+= 8 }
        guard i < bytes.count else { break }
        let byte = bytes[i]
        if byte < 0x80 {
          if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { bytes[i] = 0x20 }
          i += 1
        } else {
          let length = TextDecoding.sequenceLength(view, i)
          if length == 0 { bytes[i] = UInt8(ascii: "?") }
          i += max(1, length)
        }
      }
    }
  }

  private mutating func blankAttributes() {
    var omissions: [Document.Omission] = []
    bytes.withUnsafeMutableBufferPointer { bytes in
      let view = UnsafeBufferPointer(bytes)
      let raw = UnsafeRawBufferPointer(view)
      var i = 0
      while i + 1 < bytes.count {
        while i &+ 9 < bytes.count, !EightBytes(raw, i).holds(UInt8(ascii: "<")) { i &+= 8 }
        guard bytes[i] == UInt8(ascii: "<") else {
          i += 1
          continue
        }
        if HTMLBytes.startsName(bytes[i + 1]) {
          let (start, end, surplus) = Self.attributes(view, i)
          // Where a tag does not end, the notes may: what the parser makes of that is left to it.
          if end < bytes.count { for at in start..<end { bytes[at] = 0x20 } }
          if let surplus, surplus < end {
            for at in surplus..<end { bytes[at] = 0x20 }
            let message = "A tag has more than \(Guards.attributes) attributes; the rest of them was not read"
            omissions.append(.init(message: message, span: Span(surplus, end)))
          }
          i = Self.contentEnd(view, i, end)
        } else if HTMLBytes.matches("<!--", view, i, before: view.count) {
          i = HTMLBytes.find("-->", view, from: i + 4, to: view.count) ?? view.count
        } else {
          i += 1
        }
      }
    }
    self.omissions = omissions
  }

  /// Where a tag's attributes begin and end, and where those beyond the limit begin.
  private static func attributes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (start: Int, end: Int, surplus: Int?) {
    var i = start + 1
    while i < bytes.count, HTMLBytes.isName(bytes[i]) { i += 1 }
    if i < bytes.count, bytes[i] == UInt8(ascii: ">") { return (i, i, nil) }
    var attributes = HTMLAttributes(bytes, from: i, to: bytes.count)
    var count = 0
    var surplus: Int?
    while attributes.next() != nil {
      count += 1
      if count == Guards.attributes { surplus = attributes.position }
    }
    return (i, attributes.position, count > Guards.attributes ? surplus : nil)
  }

  /// Behind the content of script and style, which is not markup; otherwise the end of the tag.
  private static func contentEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var name = start + 1
    while name < end, HTMLBytes.isName(bytes[name]) { name += 1 }
    if HTMLBytes.isText("script", bytes, start + 1..<name) {
      return HTMLBytes.find("</script", bytes, from: end, to: bytes.count) ?? bytes.count
    }
    if HTMLBytes.isText("style", bytes, start + 1..<name) {
      return HTMLBytes.find("</style", bytes, from: end, to: bytes.count) ?? bytes.count
    }
    return end
  }
}
