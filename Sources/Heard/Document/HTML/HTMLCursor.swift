/// Keeps the place in the notes up to which libxml2's events are accounted for.
///
/// libxml2 says where its own reading stands at each event, never where a tag or a text began. Between the last event
/// and this one lies what the event is about, behind things that make no event: end tags without a start,
/// declarations, tags that are ignored.
struct HTMLCursor {
  let notes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  init(_ notes: UnsafeBufferPointer<UInt8>, at position: Int) {
    (self.notes, self.position) = (notes, position)
  }

  mutating func move(to offset: Int) { position = max(position, min(offset, notes.count)) }

  /// Moves behind a start tag whose event came with the reading at its `>` or `/>`.
  mutating func moveBehindTag(_ offset: Int) {
    move(to: offset)
    if position < notes.count, notes[position] == UInt8(ascii: "/") { position += 1 }
    if position < notes.count, notes[position] == UInt8(ascii: ">") { position += 1 }
  }

  /// The start of the tag of this name that ends at `reading`; nil for an element that no tag opens.
  ///
  /// - Parameter mayBeImplied: libxml2 opens html, head, body and p by itself.
  mutating func startTag(
    _ name: UnsafeBufferPointer<UInt8>, before reading: Int, mayBeImplied: Bool
  ) -> Int? {
    var at = position
    while at < reading {
      while at < reading, notes[at] != UInt8(ascii: "<") { at += 1 }
      guard at < reading else { return nil }
      if startsTag(at), hasName(name, at + 1) { return at }
      // Only a second html, head or body gives no event.
      if startsTag(at), !isDocumentTag(at) {
        guard !mayBeImplied else { return nil }
      }
      let end = itemEnd(at, before: reading)
      guard end <= reading else { return nil }
      position = end
      at = end
    }
    return nil
  }

  /// Where an element ends: behind its end tag, or where what closes it begins.
  mutating func elementEnd(_ name: UnsafeBufferPointer<UInt8>, before reading: Int) -> Int {
    while position < reading, notes[position] == UInt8(ascii: "<"), !startsTag(position) {
      let end = itemEnd(position, before: reading)
      if isEndTag(position), end >= reading {
        guard hasName(name, position + 2) else { return position }
        position = min(end, notes.count)
        return position
      }
      guard end <= reading else { return position }
      position = end
    }
    return position
  }

  /// The end of markup at `<` that gives no text, or nil for a `<` that is text.
  func markupEnd(_ at: Int) -> Int? {
    guard at + 1 < notes.count else { return nil }
    let next = notes[at + 1]
    guard startsTag(at) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else {
      return nil
    }
    return itemEnd(at, before: notes.count)
  }

  private func startsTag(_ at: Int) -> Bool {
    at + 1 < notes.count && HTMLBytes.startsName(notes[at + 1]) && notes[at + 1] != UInt8(ascii: ".")
  }

  private func isDocumentTag(_ at: Int) -> Bool {
    HTMLBytes.matches("<html", notes, at, before: notes.count)
      || HTMLBytes.matches("<head", notes, at, before: notes.count)
      || HTMLBytes.matches("<body", notes, at, before: notes.count)
  }

  private func isEndTag(_ at: Int) -> Bool { at + 1 < notes.count && notes[at + 1] == UInt8(ascii: "/") }

  private func hasName(_ name: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at + name.count <= notes.count else { return false }
    for i in 0..<name.count where HTMLBytes.lowercased(notes[at + i]) != name[i] { return false }
    // libxml2 cuts a name at a hundred bytes.
    let end = at + name.count
    return name.count >= 100 || end == notes.count || !HTMLBytes.isName(notes[end])
  }

  private func itemEnd(_ at: Int, before limit: Int) -> Int {
    if HTMLBytes.matches("<!--", notes, at, before: notes.count) {
      return HTMLBytes.find("-->", notes, from: at + 4, to: limit).map { $0 + 3 } ?? limit + 1
    }
    if startsTag(at) {
      var attributes = HTMLAttributes(notes, from: at + 1, to: limit)
      while attributes.next() != nil {}
      return closer(from: attributes.position, limit)
    }
    // `</` before anything but a name is passed over alone.
    if isEndTag(at), at + 2 >= notes.count || !HTMLBytes.startsName(notes[at + 2]) { return at + 2 }
    if at + 1 < notes.count,
      notes[at + 1] == UInt8(ascii: "/") || notes[at + 1] == UInt8(ascii: "!") || notes[at + 1] == UInt8(ascii: "?")
    {
      return closer(from: at + 2, limit)
    }
    return at + 1
  }

  private func closer(from start: Int, _ limit: Int) -> Int {
    var i = start
    while i < limit, i < notes.count {
      if notes[i] == UInt8(ascii: ">") { return i + 1 }
      i += 1
    }
    return limit + 1
  }
}
