/// The words of MediaWiki's lines, without quotes for bold, link brackets, templates, tags and comments.
struct MediaWikiText {
  /// What is open where a line ends and the next goes on.
  struct State {
    var isInComment = false
    /// The piece that bold or italic text began with.
    var strong: Int?
    var emphasis: Int?
  }

  let notes: [UInt8]
  /// Where a template that begins at an offset ends; found in one pass, so that unclosed ones cost nothing.
  private let templates: [Int: Int]

  init(_ notes: [UInt8]) {
    self.notes = notes
    var templates: [Int: Int] = [:]
    var open: [Int] = []
    var i = 0
    while i + 1 < notes.count {
      if notes[i] == 0x7B, notes[i + 1] == 0x7B {
        open.append(i)
        i += 2
      } else if notes[i] == 0x7D, notes[i + 1] == 0x7D {
        if let start = open.popLast(), open.isEmpty || open.count < 64 { templates[start] = i + 2 }
        i += 2
      } else {
        i += 1
      }
    }
    self.templates = templates
  }

  /// Offset behind the template that begins here.
  func template(at start: Int) -> Int? { templates[start] }

  func read(_ run: Range<Int>, into text: inout PieceText, _ state: inout State) {
    var from = run.lowerBound
    var i = from
    let end = run.upperBound
    if state.isInComment { (i, from) = skipComment(i, end, &state) }
    while i < end {
      guard let markup = markup(at: i, end, &state) else {
        i += 1
        continue
      }
      text.append(from, i)
      switch markup.kind {
      case .gone: break
      case .lineBreak: text.lineBreak(i, markup.end)
      case .words(let words, let target):
        let first = text.pieces.count
        text.appendApart(words.lowerBound, words.upperBound)
        if let target { text.mark(.link, from: first, value: target) }
      case .marked(let words, let kind):
        let first = text.pieces.count
        text.appendApart(words.lowerBound, words.upperBound)
        text.mark(kind, from: first)
      case .quotes(let count): toggle(count, &text, &state)
      }
      i = markup.end
      from = i
    }
    text.append(from, end)
  }

  enum Kind {
    case gone, lineBreak
    case marked(Range<Int>, BlockText.Mark.Kind)
    case words(Range<Int>, target: Range<Int>?)
    case quotes(Int)
  }

  private func markup(at i: Int, _ end: Int, _ state: inout State) -> (kind: Kind, end: Int)? {
    switch notes[i] {
    case 0x2A, 0x7E, 0x2D, 0x60, 0x21: return otherMarkup(at: i, end)
    case 0x27:
      var after = i
      while after < end, notes[after] == 0x27 { after += 1 }
      return after - i >= 2 ? (.quotes(after - i), after) : nil
    case 0x5B: return otherMarkup(at: i, end) ?? link(at: i, end)
    case 0x7B:
      if let code = otherMarkup(at: i, end) { return code }
      guard let close = templates[i], close <= end else { return nil }
      // Of a template on one line, its last plain value is what it shows.
      guard let bar = (i..<close - 2).last(where: { notes[$0] == 0x7C }) else { return (.gone, close) }
      let value = bar + 1..<close - 2
      let isPlain = !value.contains { notes[$0] == 0x3D || notes[$0] == 0x7B || notes[$0] == 0x7D }
      return (isPlain ? .words(value, target: nil) : .gone, close)
    case 0x3C:
      if Ascii.has("<!--", at: i, in: notes, to: end) {
        let (after, _) = skipComment(i + 4, end, &state)
        return (.gone, after)
      }
      return otherMarkup(at: i, end) ?? tag(at: i, end)
    default: return nil
    }
  }

  private func skipComment(_ start: Int, _ end: Int, _ state: inout State) -> (Int, Int) {
    var i = start
    while i < end {
      if Ascii.has("-->", at: i, in: notes, to: end) {
        state.isInComment = false
        return (i + 3, i + 3)
      }
      i += 1
    }
    state.isInComment = true
    return (end, end)
  }

  private func tag(at i: Int, _ end: Int) -> (kind: Kind, end: Int)? {
    guard i + 2 < end, Ascii.isLetter(notes[i + 1]) || notes[i + 1] == 0x2F else { return nil }
    guard let close = (i + 1..<end).first(where: { notes[$0] == 0x3E || notes[$0] == 0x3C }), notes[close] == 0x3E
    else {
      return nil
    }
    if Ascii.hasWord("<br", at: i, in: notes, to: end) { return (.lineBreak, close + 1) }
    return (.gone, close + 1)
  }

  private func link(at i: Int, _ end: Int) -> (kind: Kind, end: Int)? {
    guard i + 1 < end else { return nil }
    let isInner = notes[i + 1] == 0x5B
    let start = isInner ? i + 2 : i + 1
    guard isInner || Ascii.has("http", at: start, in: notes, to: end) else { return nil }
    // A bracket within is no link's; to stop there keeps a run of them cheap.
    guard let close = (start..<end).first(where: { notes[$0] == 0x5D || notes[$0] == 0x5B }), notes[close] == 0x5D,
      close > start
    else { return nil }
    let after = min(end, isInner ? close + 2 : close + 1)
    if isInner, Ascii.has("Category:", at: start, in: notes, to: end) { return (.gone, after) }
    let target = start..<close
    guard let parts = target.first(where: { notes[$0] == (isInner ? 0x7C : 0x20) }) else {
      return (.words(target, target: target), after)
    }
    return (.words(parts + 1..<close, target: start..<parts), after)
  }

  /// Two quotes are italic, three bold, five both.
  private func toggle(_ count: Int, _ text: inout PieceText, _ state: inout State) {
    let here = text.pieces.count
    if count == 2 || count >= 5 {
      if let first = state.emphasis { text.mark(.emphasis, from: first) }
      state.emphasis = state.emphasis == nil ? here : nil
    }
    if count >= 3 {
      if let first = state.strong { text.mark(.strong, from: first) }
      state.strong = state.strong == nil ? here : nil
    }
    text.part()
  }
}
