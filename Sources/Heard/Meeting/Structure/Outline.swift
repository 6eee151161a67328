import HeardGrammar

/// Which headings, real or not, govern each block.
struct Outline: Sendable {
  private(set) var scopes: [Scope]
  /// By block: index of its innermost scope.
  private(set) var scopeOfBlock: [Int32]
  /// Blocks whose last line names whose the items below them are.
  private(set) var personsBelow = Indices()
  /// Blocks whose text is a heading of some kind, and so no statement.
  private(set) var isHeading: [Bool]

  init(of document: Document, _ sections: inout SectionReader) {
    scopes = [Scope(kind: .document, level: 0, role: nil, title: Span(0, 0), block: -1, parent: -1)]
    scopeOfBlock = Array(repeating: 0, count: document.blocks.count)
    isHeading = Array(repeating: false, count: document.blocks.count)
    var open = OpenScopes()
    for index in document.blocks.indices {
      open.close(before: index)
      if let found = sections.heading(at: index, in: document) {
        isHeading[index] = !found.isLastLine
        let around = open.top
        open.makeRoom(for: found.level, behind: document.quote(around: index))
        let scope = Scope(
          kind: found.kind, level: found.level, role: found.role, cue: found.cue, title: found.title,
          titleText: found.text, block: index, parent: open.top, isLastLine: found.isLastLine)
        if found.isLastLine, found.kind == .person { personsBelow.insert(index) }
        scopeOfBlock[index] = Int32(found.isLastLine ? around : scopes.count)
        open.push(scopes.count, level: found.level, at: index, until: found.until)
        scopes.append(scope)
      } else {
        scopeOfBlock[index] = Int32(open.top)
      }
    }
    tellNotesFromAgenda(document)
  }

  /// What was said can be written below the points of an agenda: where only closing matters follow in its meeting and items stand
  /// three deep, or two where a roll tells that people met, it holds the notes.
  private mutating func tellNotesFromAgenda(_ document: Document) {
    // Of the meeting at hand, as far as agendas part several.
    var hasRoll = false
    for index in scopes.indices {
      if scopes[index].role == .attendees { hasRoll = true }
      guard scopes[index].role == .agenda, scopes[index].kind == .heading else { continue }
      let depth = hasRoll ? 1 : 2
      hasRoll = false
      if holdsTalk(index, document) || isLastTalk(index) && isDeep(index, depth, document) {
        scopes[index].role = .notes
      }
    }
  }

  /// What stands of topics, notes and decisions of the same meeting behind an agenda is little beside it.
  private func isLastTalk(_ agenda: Int) -> Bool {
    var later = 0
    for (index, scope) in scopes.enumerated().dropFirst(agenda + 1) {
      if scope.parent < scopes[agenda].parent || scope.role == .agenda { break }
      guard scope.kind == .heading, scope.role == nil || scope.role == .notes || scope.role == .decisions else { continue }
      later += extent(below: index)
    }
    return later == 0 || later * Outline.muchMore < extent(below: agenda)
  }

  /// How many blocks stand below a heading.
  private func extent(below heading: Int) -> Int { blocks(below: heading).reduce(0) { count, _ in count + 1 } }

  /// The blocks below an agenda's heading, as far as it reaches.
  private func blocks(below agenda: Int) -> some Sequence<Int> {
    (scopes[agenda].block + 1..<max(scopes[agenda].block + 1, scopeOfBlock.count)).lazy.prefix { index in
      let scope = Int(scopeOfBlock[index])
      return scope == agenda || scope > agenda && scopes[scope].parent >= agenda
    }
  }

  private func isDeep(_ agenda: Int, _ least: Int, _ document: Document) -> Bool {
    let heading = scopes[agenda].block
    return blocks(below: agenda).contains { index in
      guard document.blocks[index].kind == .item else { return false }
      var depth = 0
      var parent = Int(document.blocks[index].parent)
      while parent > heading, depth < least {
        if document.blocks[parent].kind == .item { depth += 1 }
        parent = Int(document.blocks[parent].parent)
      }
      return depth >= least
    }
  }

  /// Below its points the agenda tells in sentences what came of them, or several of its points are longer than any point is.
  private func holdsTalk(_ agenda: Int, _ document: Document) -> Bool {
    var (points, longPoints) = (0, 0)
    var (sentences, others, longSentences) = (0, 0, 0)
    for index in blocks(below: agenda) {
      let block = document.blocks[index]
      if block.kind == .heading { break }
      guard block.kind == .paragraph, block.parent >= 0 else { continue }
      let item = document.blocks[Int(block.parent)]
      guard item.kind == .item else { continue }
      let isLong = block.stop - block.start > Outline.longPoint
      points += 1
      if isLong { longPoints += 1 }
      guard block.stop > block.start, item.parent >= 0, document.blocks[Int(item.parent)].parent > scopes[agenda].block else { continue }
      let isSentence =
        document.notes[Int(block.stop) - 1] == 0x2E && block.stop - block.start > Outline.shortestSentence
      if isSentence { sentences += 1 } else { others += 1 }
      if isSentence, isLong { longSentences += 1 }
    }
    return sentences >= 3 && (sentences > others || longSentences >= 3) || longPoints >= 3 && longPoints * 4 >= points
  }

  /// So many times as much stands below the agenda as behind it, where the talk is there.
  private static let muchMore = 8

  /// In bytes of the notes: longer is no point to talk about, but what was said.
  private static let longPoint: Int32 = 200

  /// In bytes of the notes.
  private static let shortestSentence: Int32 = 20

  /// The scopes of a block, innermost first.
  func chain(of block: Int) -> ScopeChain { ScopeChain(scopes: scopes, index: Int(scopeOfBlock[block])) }

  /// The innermost role that governs a block. A topic of its own under an agenda is talk, not agenda.
  func role(of block: Int) -> (role: SectionRole, scope: Int)? {
    var hasTopicBetween = false
    var index = Int(scopeOfBlock[block])
    while index > 0 {
      // An item called "Updates" is a point of the agenda that it stands in, not the notes.
      if let role = scopes[index].role, !(scopes[index].kind == .item && role == .notes) {
        if hasTopicBetween, !role.reachesDown { return nil }
        if scopes[index].kind == .item, let agenda = agenda(around: index) { return agenda }
        return (role, index)
      }
      if scopes[index].kind == .heading { hasTopicBetween = true }
      index = scopes[index].parent
    }
    return nil
  }

  /// The agenda whose points the items around a scope are: "Plan this week" there is something to talk about.
  private func agenda(around item: Int) -> (role: SectionRole, scope: Int)? {
    var index = scopes[item].parent
    while index > 0, scopes[index].kind == .item { index = scopes[index].parent }
    guard index > 0, let role = scopes[index].role, role == .agenda || role == .template else { return nil }
    return (role, index)
  }

  /// The innermost real topic: a heading without a role.
  func topic(of block: Int) -> Int? {
    var index = Int(scopeOfBlock[block])
    while index > 0 {
      if scopes[index].role == nil, scopes[index].kind == .heading { return index }
      index = scopes[index].parent
    }
    return nil
  }
}

/// Walks from a scope outwards.
struct ScopeChain: Sequence, IteratorProtocol {
  let scopes: [Scope]
  var index: Int

  mutating func next() -> Scope? {
    guard index > 0 else { return nil }
    defer { index = scopes[index].parent }
    return scopes[index]
  }
}

/// The scopes that are open while blocks are walked through.
private struct OpenScopes {
  private var stack: [(scope: Int, level: Int, block: Int, until: Int)] = []

  var top: Int { stack.last?.scope ?? 0 }

  mutating func close(before block: Int) {
    stack.removeAll { $0.until <= block }
  }

  /// A heading closes those of its own level and below; the scope of an enclosing item stays, and within a quotation what stands around it.
  mutating func makeRoom(for level: Int, behind quote: Int?) {
    let isItem = level >= OpenScopes.itemLevel
    while let last = stack.last, last.level >= level, isItem || last.level < OpenScopes.itemLevel, last.block > quote ?? -1 {
      stack.removeLast()
    }
  }

  mutating func push(_ scope: Int, level: Int, at block: Int, until: Int) {
    stack.append((scope, level, block, until))
  }

  /// From here on levels are those of items, by nesting: an item's scope closes by position or by a sibling's.
  static let itemLevel = SectionReader.itemLevel
}

extension SectionRole {
  /// Whether deeper headings stay within the role ("Action items" › "Ana") or leave it ("Agenda" › "Budget").
  var reachesDown: Bool {
    switch self {
    case .agenda, .notes, .template, .reference: false
    default: true
    }
  }
}
