import CLibXML2

/// Makes blocks and pieces of the events of an HTML parser.
struct HTMLBuilder {
  let notes: UnsafeBufferPointer<UInt8>
  /// What the parser gets of the notes.
  private var source: HTMLParserBytes
  var cursor: HTMLCursor
  var parser: htmlParserCtxtPtr?

  var blocks: [Block] = []
  var pieces: [Document.Piece] = []
  var replacements: [UInt8] = []
  var marks: [Document.PieceMark] = []
  var omissions: [Document.Omission] = []

  var elements: [Element] = []
  var containers: [Container] = []
  var leaf: Leaf?
  /// Marks of open elements, outermost first; at most one of a kind.
  var activeMarks: [ActiveMark] = []
  /// Pieces from here on must not grow, since a mark begins or ends there.
  var mergeFrom = 0
  /// A check box that stands before its paragraph.
  var tickAhead: Bool?
  /// Tables that are open, and whether each only arranges its content.
  var layouts: [Bool] = []
  var tableHeads = 0
  /// The paragraph opened last, and where the element around it begins.
  var lastParagraph: (block: Int, opener: Int)?
  /// The replacement that stands for white space.
  var space: Range<Int32>?

  private var hidden = 0
  private var isStopped = false

  /// An element that is open.
  struct Element {
    var tag: HTMLTag
    /// Where its tag begins; where its content begins if no tag opened it.
    var start: Int
    /// Containers that were open outside it.
    var containers: Int
    /// Where its blocks begin.
    var firstBlock: Int
    /// The block that it makes itself, or -1.
    var block = -1
    var classes: Range<Int32> = 0..<0
    var marks = 0
    var isHidden = false
    var isData = false
    var value: Range<Int32> = 0..<0
    /// Where its content begins.
    var content = 0
  }

  init(_ notes: UnsafeBufferPointer<UInt8>, _ source: HTMLParserBytes) {
    (self.notes, self.source) = (notes, source)
    let hasMark = notes.count >= 3 && notes[0] == 0xEF && notes[1] == 0xBB && notes[2] == 0xBF
    cursor = HTMLCursor(notes, at: hasMark ? 3 : 0)
  }

  /// Up to where the parser has read the notes.
  private var reading: Int {
    mutating get { parser.map { min(source.offset(of: HTMLReader.offset($0)), notes.count) } ?? notes.count }
  }

  mutating func omit(_ message: String, from start: Int) {
    omissions.append(.init(message: message, span: Span(start, notes.count)))
  }

  mutating func start(_ name: UnsafeBufferPointer<UInt8>) {
    guard !isStopped else { return }
    let reading = self.reading
    let tag = HTMLTagTable.all.tag(named: name)
    let mayBeImplied = tag == .document || tag == .paragraph
    let tagStart = cursor.startTag(name, before: reading, mayBeImplied: mayBeImplied)
    guard elements.count < Guards.elements else { return stop(at: tagStart ?? cursor.position) }
    var traits = HTMLTraits()
    if let tagStart {
      let behind = min(tagStart + 1 + name.count, notes.count - 1)
      if notes[behind] != UInt8(ascii: ">") { traits = HTMLTraits(notes, tag, from: tagStart + 1, to: reading) }
      cursor.moveBehindTag(reading)
      if cursor.position == reading { omit("The notes end within a tag; what it holds was not read", from: tagStart) }
    }
    let start = tagStart ?? cursor.position
    var element = Element(tag: tag, start: start, containers: containers.count, firstBlock: blocks.count)
    element.content = cursor.position
    if hidden > 0 || tag == .raw || tag == .dropped || tag == .taskStatus || traits.isHidden {
      if hidden == 0, tag.isBlock || tag == .dropped { partText(at: start) }
      element.isData = hidden == 0 && traits.isData
      hidden += 1
      element.isHidden = true
    } else {
      begin(&element, traits)
    }
    elements.append(element)
  }

  mutating func end(_ name: UnsafeBufferPointer<UInt8>) {
    guard !isStopped else { return }
    let tag = HTMLTagTable.all.tag(named: name)
    let reading = self.reading
    if tag == .raw { cursor.move(to: rawEnd(name, before: reading)) }
    let before = cursor.position
    let end = cursor.elementEnd(name, before: reading)
    guard let index = elements.lastIndex(where: { $0.tag == tag }) else { return }
    while elements.count > index, let element = elements.popLast() {
      if element.isHidden, end == before, reading >= notes.count { reportUnclosed(element) }
      close(element, at: end)
    }
  }

  /// Text, up to where the parser stands.
  ///
  /// - Parameter isLessThan: the text is a `<` that begins no tag, behind which the parser has not gone yet.
  mutating func text(isLessThan: Bool) {
    guard !isStopped else { return }
    let reading = self.reading
    guard hidden == 0 else { return skipHidden(to: reading) }
    var i = cursor.position
    guard reading > i || isLessThan && reading == i else { return }
    // What follows is text up to the next markup, even if the parser tells of it in more than one event.
    while i < notes.count {
      let start = i
      i = HTMLBytes.first(UInt8(ascii: "<"), in: notes, i..<notes.count)
      emit(start..<i)
      guard i < reading || i == reading && isLessThan && i < notes.count else { break }
      if let end = cursor.markupEnd(i) {
        if end > notes.count { omit("The notes end within a tag; what it holds was not read", from: i) }
        i = min(end, notes.count)
      } else {
        emit(i..<i + 1)
        i += 1
      }
    }
    cursor.move(to: i)
  }

  /// Passes over what the parser has read: a comment, a processing instruction.
  mutating func skip() {
    guard !isStopped else { return }
    cursor.move(to: reading)
  }

  /// Closes everything and says what was left unread.
  mutating func finish() {
    if !isStopped { reportRest() }
    while let element = elements.popLast() { close(element, at: cursor.position) }
    closeLeaf()
    popContainers(to: 0, at: cursor.position)
  }

  private mutating func stop(at offset: Int) {
    isStopped = true
    cursor.move(to: offset)
    omit("Markup nests deeper than \(Guards.elements) elements; the rest of the notes was not read", from: offset)
    if let parser { xmlStopParser(parser) }
  }

  private mutating func close(_ element: Element, at end: Int) {
    guard element.isHidden else { return finish(element, at: end) }
    hidden -= 1
    if hidden == 0, element.tag == .dropped { partText(at: end) }
    if element.isData { readData(element.content..<end) }
  }

  private mutating func skipHidden(to reading: Int) {
    if let element = elements.last, element.tag == .taskStatus {
      let isDone = HTMLBytes.contains("complete", notes, cursor.position..<reading)
      tick(isDone && !HTMLBytes.contains("incomplete", notes, cursor.position..<reading))
    }
    cursor.move(to: reading)
  }

  /// The end tag of script or style, whose content is not markup.
  private func rawEnd(_ name: UnsafeBufferPointer<UInt8>, before reading: Int) -> Int {
    var i = cursor.position
    while i < reading {
      if notes[i] == UInt8(ascii: "<"), i + 1 < reading, notes[i + 1] == UInt8(ascii: "/"),
        i + 2 + name.count <= reading,
        (0..<name.count).allSatisfy({ HTMLBytes.lowercased(notes[i + 2 + $0]) == name[$0] })
      {
        return i
      }
      i += 1
    }
    return reading
  }

  private mutating func reportUnclosed(_ element: Element) {
    guard element.content < notes.count,
      notes[element.content...].contains(where: { !HTMLBytes.isBlank($0) })
    else { return }
    omit("An element that holds no words is never closed; what follows it was not read", from: element.start)
  }

  private mutating func reportRest() {
    var i = cursor.position
    while i < notes.count {
      if HTMLBytes.isBlank(notes[i]) {
        i += 1
      } else if notes[i] == UInt8(ascii: "<"), let end = cursor.markupEnd(i), end <= notes.count {
        i = end
      } else {
        break
      }
    }
    if i < notes.count { omit("The notes end within a comment or a tag; what it holds was not read", from: i) }
    cursor.move(to: notes.count)
  }
}
