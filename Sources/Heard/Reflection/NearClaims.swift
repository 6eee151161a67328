/// Reads what is claimed at single places of the notes, and above them, when a sentence has to be compared with them.
import HeardGrammar

struct NearClaims: Sendable {
  private let meeting: Meeting
  private let document: Document
  private let grammar: Grammar
  let cast: Cast
  private let items: ItemIndex
  /// Blocks of headings, in order, and for each the one that it stands under.
  private var headings: [Int] = []
  private var above: [Int: Int] = [:]
  private let notes: NotesWords

  init(_ meeting: Meeting, _ document: Document, _ registry: Registry, _ grammar: Grammar) {
    (self.meeting, self.document, self.grammar) = (meeting, document, grammar)
    cast = Cast(meeting, registry, grammar)
    items = ItemIndex(meeting)
    notes = NotesWords(document)
    var open: [Int] = []
    for index in document.blocks.indices where document.blocks[index].kind == .heading {
      let level = document.blocks[index].level
      while let last = open.last, document.blocks[last].level >= level { open.removeLast() }
      above[index] = open.last
      open.append(index)
      headings.append(index)
    }
  }

  /// What a text has that its places have not.
  ///
  /// - Parameter isAllTheirs: all its words have to be theirs, and not only its names.
  func faults(in text: String, at spans: [Span], isAllTheirs: Bool) -> [Fault] {
    var reader = ClaimReader(cast, grammar, language: meeting.language, day: meeting.date)
    let claim = reader.claim(in: text)
    var (place, around): (Claim?, Claim) = (nil, Claim(span: Span(0, 0), text: ""))
    for span in spans {
      guard let claims = claims(near: span, &reader) else { continue }
      for index in claims.touched(by: span) {
        if place == nil { place = claims.all[index] } else { place?.append(claims.all[index]) }
        place?.actors += claims.all[index].actors
        around.append(claims.surroundings[index])
      }
    }
    guard let place else {
      return [Fault(kind: .task, message: "The notes have nothing there that says so", span: nil, words: text)]
    }
    let known = place.words + around.words
    let unknown = claim.words.filter { word in (isAllTheirs || word.isName) && !known.contains { word.means($0) } }
    return Comparison(claim, with: place, around: around, isWhole: false).faults
      + unknown.map {
        Fault(kind: $0.isName ? .name : .task, message: "The notes do not say this there", span: nil, words: words(of: $0, text))
      }
  }

  private func words(of word: Claim.Word, _ text: String) -> String {
    TextDecoding.string(Array(text.utf8.dropFirst(word.span.start).prefix(word.span.count)))
  }

  private func claims(near span: Span, _ reader: inout ClaimReader) -> Claims? {
    guard var block = notes.leaf(at: span.start) else { return nil }
    let heading = headings(over: block)
    if let row = row(of: block) { block = row }
    let touched = items.touched(by: document.blocks[block].span.union(span))
    return Claims(meeting, document, cast, at: block, under: heading, touched, &reader)
  }

  private func row(of block: Int) -> Int? {
    var parent = Int(document.blocks[block].parent)
    var steps = 0
    while parent >= 0, steps < 12 {
      if document.blocks[parent].kind == .row { return parent }
      parent = Int(document.blocks[parent].parent)
      steps += 1
    }
    return nil
  }

  private func headings(over block: Int) -> [Int] {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle] < block { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    var next = low > 0 ? headings[low - 1] : nil
    while let heading = next, found.count < 8 {
      found.append(heading)
      next = above[heading]
    }
    return found
  }
}
