/// Everything that a document claims, sentence by sentence, each with what was heard in it.
import HeardGrammar

struct Claims {
  /// In the order of the document.
  private(set) var all: [Claim] = []
  /// By claim: words and names of the headings and items that it stands under.
  private(set) var surroundings: [Claim] = []
  /// By claim: the leaf or row that it was read from.
  private(set) var places: [Int] = []

  private let document: Document
  private let meeting: Meeting
  private let cast: Cast

  /// Where the same item is told again, what was heard of it holds too. In a summary it does not: it may be at odds with itself.
  private let holdsForRepeats: Bool

  /// - Parameter saidBack: for a summary: the notes that it is of tell which of its words are heard's own.
  init(
    _ meeting: Meeting, _ document: Document, _ cast: Cast, _ grammar: Grammar, day: Day?, saidBack: SaidBack? = nil
  ) {
    holdsForRepeats = saidBack == nil
    (self.meeting, self.document, self.cast) = (meeting, document, cast)
    var reader = ClaimReader(cast, grammar, language: meeting.language, day: day, saidBack: saidBack)
    read(&reader)
    attachItems(
      meeting.actions.indices.map { .action($0) } + meeting.decisions.indices.map { .decision($0) }
        + meeting.questions.indices.map { .question($0) })
  }

  /// What one leaf or row claims.
  ///
  /// - Parameters:
  ///   - headings: the blocks of those that it stands under.
  ///   - items: what was heard in it.
  init(
    _ meeting: Meeting, _ document: Document, _ cast: Cast, at block: Int, under headings: [Int],
    _ items: [Sentence.Subject], _ reader: inout ClaimReader
  ) {
    holdsForRepeats = true
    (self.meeting, self.document, self.cast) = (meeting, document, cast)
    var above = Above()
    for heading in headings {
      above.headings.append(
        (document.blocks[heading].level, Claims.joined(reader.claims(of: document.blocks[heading], in: document))))
    }
    var parent = Int(document.blocks[block].parent)
    var steps = 0
    while parent >= 0, steps < 12 {
      let first = parent + 1
      if document.blocks[parent].kind == .item, document.blocks[first].isLeaf, Int(document.blocks[first].parent) == parent {
        above.items[parent] = Claims.joined(reader.claims(of: document.blocks[first], in: document))
      }
      parent = Int(document.blocks[parent].parent)
      steps += 1
    }
    if document.blocks[block].kind == .row {
      if let row = row(block, &reader) { append(row, above, block) }
    } else if document.blocks[block].kind == .heading {
      for claim in reader.claims(of: document.blocks[block], in: document) { append(claim, above, block) }
    } else {
      read(leaf: block, document.blocks[block], &above, &reader)
    }
    attachItems(items)
  }

  /// What stands above: headings by level, items by block.
  private struct Above {
    var headings: [(level: UInt8, claim: Claim)] = []
    var items: [Int: Claim] = [:]
  }

  private mutating func read(_ reader: inout ClaimReader) {
    var above = Above()
    var index = 0
    while index < document.blocks.count {
      let block = document.blocks[index]
      if block.kind == .row {
        let row = self.row(index, &reader)
        if let row, !block.flags.contains(.header) { append(row, above, index) }
        index = max(Int(block.end), index + 1)
        continue
      }
      if block.isLeaf { read(leaf: index, block, &above, &reader) }
      index += 1
    }
  }

  private mutating func read(leaf index: Int, _ block: Block, _ above: inout Above, _ reader: inout ClaimReader) {
    switch block.kind {
    case .code, .html, .field: return
    default: break
    }
    let found = reader.claims(of: block, in: document)
    if block.kind == .heading {
      above.headings.removeAll { $0.level >= block.level }
      if above.headings.count < 8 { above.headings.append((block.level, Claims.joined(found))) }
      return
    }
    let speaker = speaker(of: block)
    for var claim in found {
      if !claim.isFramed { claim.speaker = speaker ?? turn(at: claim.span) }
      append(claim, above, index)
    }
    if block.parent >= 0, document.blocks[Int(block.parent)].kind == .item, above.items[Int(block.parent)] == nil {
      above.items[Int(block.parent)] = Claims.joined(found)
    }
  }

  private static func joined(_ claims: [Claim]) -> Claim {
    var whole = Claim(span: claims.first?.span ?? Span(0, 0), text: "")
    for claim in claims { whole.append(claim) }
    return whole
  }

  private func row(_ index: Int, _ reader: inout ClaimReader) -> Claim? {
    var whole: Claim?
    for cell in (index + 1)..<max(index + 1, Int(document.blocks[index].end)) where document.blocks[cell].isLeaf {
      if document.blocks[cell].flags.contains(.header), document.blocks[cell].level > 0 { return nil }
      for claim in reader.claims(of: document.blocks[cell], in: document) {
        if whole == nil { whole = claim } else { whole?.append(claim) }
      }
    }
    return whole
  }

  private mutating func append(_ claim: Claim, _ above: Above, _ block: Int) {
    guard all.count < Claims.most else { return }
    var around = Claim(span: claim.span, text: "")
    for heading in above.headings { around.append(heading.claim) }
    var parent = Int(document.blocks[block].parent)
    var steps = 0
    while parent >= 0, steps < 12 {
      if let item = above.items[parent], item.span != claim.span { around.append(item) }
      parent = Int(document.blocks[parent].parent)
      steps += 1
    }
    all.append(claim)
    surroundings.append(around)
    places.append(block)
  }

  /// More sentences than any meeting has.
  private static let most = 50_000

  // MARK: Speakers

  private func speaker(of block: Block) -> Cast.Member? {
    guard block.kind == .turn, !block.label.isEmpty else { return nil }
    let bytes = document.notes[Int(block.label.lowerBound)..<Int(block.label.upperBound)]
    return cast.member(named: TextDecoding.string(bytes))
  }

  private func turn(at span: Span) -> Cast.Member? {
    var (low, high) = (0, meeting.turns.count)
    while low < high {
      let middle = (low + high) / 2
      if meeting.turns[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, meeting.turns[low - 1].span.end > span.start else { return nil }
    return cast.member(named: meeting.turns[low - 1].label)
  }

  // MARK: Items

  /// The claims that a span touches.
  func touched(by span: Span) -> Range<Int> {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.count, all[end].span.start < max(span.end, span.start + 1) { end += 1 }
    return low..<end
  }

  private mutating func attachItems(_ items: [Sentence.Subject]) {
    for item in items {
      switch item {
      case .action(let index):
        let action = meeting.actions[index]
        for span in [action.span] + (holdsForRepeats ? action.repeats : []) { attach(action, item, at: span) }
      case .decision(let index):
        let decision = meeting.decisions[index]
        for span in [decision.span] + (holdsForRepeats ? decision.repeats : []) { attach(decision, item, at: span) }
      case .question(let index):
        let question = meeting.questions[index]
        for span in [question.span] + (holdsForRepeats ? question.repeats : []) {
          for claim in touched(by: span) where !all[claim].isFramed {
            all[claim].items.append(item)
            all[claim].isQuestion = true
          }
        }
      case .remark, .topic: break
      }
    }
    splitSharedSentences()
  }

  private mutating func attach(_ decision: Decision, _ subject: Sentence.Subject, at span: Span) {
    for claim in touched(by: span) where !all[claim].isFramed {
      all[claim].items.append(subject)
      // "It was suggested …" is none, whatever heading it stands under, unless it was voted on.
      if !all[claim].isProposed || decision.votes != nil { all[claim].isSettled = true }
      if all[claim].actors.isEmpty { all[claim].actors = decision.by.map { cast.member(named: $0) } }
    }
  }

  private mutating func attach(_ action: Action, _ subject: Sentence.Subject, at span: Span) {
    let touched = touched(by: span)
    // Where one of several sentences says "might", the others do not.
    let isHedged = action.firmness == .hedged && (touched.count == 1 || !touched.contains { all[$0].hasHedge })
    for claim in touched where !all[claim].isFramed {
      // "Omar repairs the gate and Lena paints the shed": the second half has its own.
      if claim != touched.lowerBound, all[claim].actors.contains(where: { !$0.isGroup }) { continue }
      let owners = cast.owners(of: action)
      let isFirst = !all[claim].isAction
      all[claim].items.append(subject)
      all[claim].isAction = true
      all[claim].isFirm = action.firmness == .firm
      all[claim].hasHedge = all[claim].hasHedge || isHedged
      all[claim].isDone = action.status == .done || isFirst && all[claim].isDone == true && owners.isEmpty
      if !owners.isEmpty { all[claim].actors = isFirst ? owners : all[claim].actors + owners }
      if let due = action.due { all[claim].dates.append(date(due)) }
    }
  }

  private func date(_ due: Due) -> Claim.Date {
    var resolved = ResolvedDate.without(due.precision, .noDay)
    resolved.start = due.date ?? due.period?.lowerBound
    resolved.end = due.date ?? due.period?.upperBound
    resolved.due = due.date ?? due.period?.upperBound
    return Claim.Date(expression: .vague, resolved: resolved, span: due.span)
  }

  /// A sentence that holds several actions claims each for itself: its words and its owners belong to one of them.
  private mutating func splitSharedSentences() {
    for index in all.indices.reversed() {
      let actions = all[index].items.compactMap { item -> Int? in
        if case .action(let action) = item { return action }
        return nil
      }
      guard actions.count > 1, actions.count < 20 else { continue }
      let parts = actions.compactMap { part(of: all[index], meeting.actions[$0], .action($0)) }
      guard parts.count == actions.count else { continue }
      all.replaceSubrange(index...index, with: parts)
      surroundings.replaceSubrange(index...index, with: parts.map { _ in surroundings[index] })
      places.replaceSubrange(index...index, with: parts.map { _ in places[index] })
    }
  }

  private func part(of claim: Claim, _ action: Action, _ subject: Sentence.Subject) -> Claim? {
    guard let span = ([action.span] + action.repeats).first(where: { claim.span.overlaps($0) }) else { return nil }
    var part = claim
    part.items = [subject]
    part.words = claim.words.filter { span.contains($0.span) }
    guard !part.words.isEmpty, part.words.count < claim.words.count else { return nil }
    part.span = span
    part.numbers = claim.numbers.filter { span.overlaps($0.span) }
    part.dates = claim.dates.filter { span.contains($0.span) || $0.span == action.due?.span }
    part.actors = cast.owners(of: action)
    part.hasNegation = part.words.contains { $0.isNegated }
    part.hasHedge = action.firmness == .hedged || part.words.contains { $0.isHedged }
    part.isFirm = action.firmness == .firm
    part.isDone = action.status == .done
    return part
  }
}
