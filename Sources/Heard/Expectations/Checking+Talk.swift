/// What became of something that was said: whether others took it up, or it was left where it stood.
extension Checking {
  /// Somebody else speaks after it on the same topic: in word-for-word notes that is a reply, whatever it says.
  func isTakenUp(_ span: Span, topic: Int?) -> Bool {
    let turns = meeting.turns
    let before = turns.lastIndex(startingBefore: span.start + 1)
    guard let own = before, span.start < turns[own].span.end else {
      // Nobody is named for it, and somebody speaks right behind it.
      let next = before.map { $0 + 1 } ?? 0
      return next < turns.count && turns[next].span.start - span.end < Checking.breath
    }
    let end = stretch(ofTopic: topic).end
    // One who asks twice still waits; nobody asks ten times.
    return turns[(own + 1)...].prefix(10).contains { $0.label != turns[own].label && $0.span.start < end }
  }

  /// The roll stands in a stretch before anybody speaks: the head of the notes.
  func isHead(_ stretch: Span) -> Bool {
    let end = min(stretch.end, meeting.turns.first?.span.start ?? 0)
    let here = meeting.people.lazy.filter {
      $0.presence == .present && stretch.start <= $0.span.start && $0.span.start < end
    }
    return here.prefix(2).count == 2
  }

  /// Somebody speaks in a stretch, in notes that say who speaks.
  func isTalk(_ stretch: Span) -> Bool {
    guard !meeting.turns.isEmpty else { return true }
    guard let last = meeting.turns.lastIndex(startingBefore: stretch.end) else { return false }
    return meeting.turns[last].span.end > stretch.start
  }

  /// The question stands there and nobody says anything to it, or somebody says that it stays open.
  func isLeft(question index: Int) -> Bool {
    let question = meeting.questions[index]
    if question.isWrittenDown { return true }
    guard !has(.floor, in: question.span) else { return false }
    let next = index + 1 < meeting.questions.count ? meeting.questions[index + 1].span.start : Int.max
    let behind = Span(question.span.end, max(question.span.end, min(question.span.end + 300, next)))
    if has(.leftOpen, in: behind) { return true }
    guard question.text.split(separator: " ").count > 3 else { return false }
    return !isTakenUp(question.span, topic: question.topic) && !isSettled(question) && !isGoneInto(question, at: index)
  }

  /// A decision follows at once.
  private func isSettled(_ question: Question) -> Bool {
    let end = min(question.span.end + Checking.breath, stretch(ofTopic: question.topic).end)
    guard let last = settling.lastIndex(startingBefore: end) else { return false }
    return settling[last].start > question.span.start
  }

  /// What was written below or behind a question goes into it: a reply, an explanation, talk without names.
  private func isGoneInto(_ question: Question, at index: Int) -> Bool {
    guard let own = leaves.lastIndex(startingBefore: question.span.start + 1) else { return false }
    let block = leaves[own]
    var rest = block.span.end - question.span.end
    var later = index + 1
    while later < meeting.questions.count, meeting.questions[later].span.start < block.span.end, later < index + 10 {
      rest -= meeting.questions[later].span.count
      later += 1
    }
    if rest > Checking.remark { return true }
    guard block.kind == .heading || block.kind == .paragraph, question.text.utf8.last == 0x3F else { return false }
    for leaf in leaves[(own + 1)...].prefix(10) where leaf.kind == block.kind || block.kind == .heading {
      if leaf.kind == .heading { return false }
      guard leaf.parent == block.parent || block.kind == .heading else { return false }
      let isQuestion = later < meeting.questions.count && leaf.span.contains(meeting.questions[later].span)
      // An item or a decision of its own says nothing to what stands above it.
      guard isQuestion else { return items.lastIndex(startingBefore: leaf.span.end).map { items[$0].start < leaf.span.start } ?? true }
      while later < meeting.questions.count, leaf.span.contains(meeting.questions[later].span) { later += 1 }
    }
    return false
  }

  /// What begins within so many bytes follows at once.
  private static let breath = 60

  /// Fewer bytes behind a question are a mark or a link.
  private static let remark = 24
}

extension Question {
  /// The notes themselves list it as a question.
  fileprivate var isWrittenDown: Bool {
    evidence.contains { $0.isOf("section") }
  }
}

extension Action {
  /// More than one word, and so something that can be asked after.
  var isATask: Bool { text.contains(" ") }

  /// The notes write it down as an action, or it is heard without much doubt and is no request to all who listen: such things
  /// are said in passing, and nobody is missed.
  var isMeant: Bool {
    let isWrittenDown = evidence.contains {
      $0.isOf("section") || $0.isOf("marker") || $0.cue.hasPrefix("place/") && $0.weight > 0
    }
    // A word or two below a heading may be a thing as well as a task.
    let isMarked = evidence.contains { $0.isOf("marker") || $0.cue.hasPrefix("place/") && $0.weight > 0 }
    guard isMarked || text.split(separator: " ", maxSplits: 2).count > 2 else { return false }
    return isWrittenDown || firmness != .asked && confidence >= 0.7
  }
}

extension Decision {
  /// Enough words to say what was settled; "Merged" and "Approved" want no reason.
  var isStated: Bool { text.split(separator: " ", maxSplits: 3).count > 3 }
}

/// Something that has its place in the notes.
protocol Placed {
  var span: Span { get }
}

extension Turn: Placed {}
extension Block: Placed {}
extension Span: Placed { var span: Span { self } }

extension Array where Element: Placed {
  /// Of elements in the order of the notes, the last that begins before a place.
  func lastIndex(startingBefore place: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.start < place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
