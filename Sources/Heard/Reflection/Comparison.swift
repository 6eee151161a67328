/// Holds one claim against one place of the notes.
import HeardGrammar

struct Comparison {
  let claim: Claim
  let notes: Claim
  /// Headings and items that the place stands under.
  let around: Claim
  /// By word of the claim: the words of the place that mean the same.
  private let matches: [[Claim.Word]]
  private(set) var faults: [Fault] = []

  /// - Parameter isWhole: the claim's words are the notes' own, as those of somebody's summary are meant to be; otherwise words may be
  ///   anybody's, as those that heard itself puts around them.
  init(_ claim: Claim, with notes: Claim, around: Claim, isWhole: Bool = true) {
    (self.claim, self.notes, self.around) = (claim, notes, around)
    matches = claim.words.map { word in notes.words.filter { word.means($0) } }
    compareMeaning()
    compareCertainty()
    compareNumbers()
    compareDates()
    comparePeople()
    if isWhole {
      compareStanding()
      compareTask()
    }
  }

  /// Nothing of it is contradicted, but something is not there.
  var isContradicted: Bool { faults.contains { $0.span != nil } }

  private mutating func add(_ kind: Fault.Kind, _ message: String, at span: Span?, _ words: String = "") {
    faults.append(Fault(kind: kind, message: message, span: span, words: words.isEmpty ? claim.text : words))
  }

  // MARK: What is said

  private mutating func compareMeaning() {
    let pairs = zip(claim.words, matches).filter { !$0.1.isEmpty }
    let denied = pairs.filter { $0.0.isNegated }
    let theirs = pairs.filter { pair in pair.1.allSatisfy { $0.isNegated } }
    let isGained = !denied.isEmpty && !denied.contains { pair in pair.1.contains { $0.isNegated } }
    let isLost = !theirs.isEmpty && !theirs.contains { $0.0.isNegated }
    // What else the sentence denies ("to make sure nothing is lost") says nothing of whether it is done.
    let deed = pairs.first { $0.0.isDeed }.map { deed in deed.0.isNegated && !deed.1.contains { $0.isNegated } } ?? false
    var negated = isGained || isLost || deed
    let opposed = pairs.contains { word, found in
      word.side != 0 && !found.contains { $0.side == word.side || $0.stem == word.stem }
    }
    let reaches = zip(claim.words, matches).contains { $0.isNegated && !$1.isEmpty }
    if claim.hasNegation, !notes.hasNegation, !reaches { negated = true }
    guard negated != opposed else { return }
    if opposed {
      add(.negation, "The notes say the opposite", at: notes.span)
    } else if claim.hasNegation {
      add(.negation, "The notes say it without a “not”", at: notes.span)
    } else {
      add(.negation, "The notes say “not”", at: notes.span)
    }
  }

  private mutating func compareCertainty() {
    // What is cut off may be what is less sure.
    let isCut = claim.text.hasSuffix("…")
    if !isCut, !claim.hasHedge, !claim.isProposed, !claim.isQuestion, notes.hasHedge {
      let marked = notes.words.contains { $0.isHedged }
      let isReached = matches.contains { $0.contains { $0.isHedged } }
      if !marked || isReached { add(.hedge, "The notes are less sure of it", at: notes.span) }
    }
    if claim.hasHedge, !notes.hasHedge, !notes.isProposed, !notes.isQuestion,
      notes.isAction && notes.isFirm || notes.isSettled
    {
      add(.hedge, "The notes are sure of it", at: notes.span)
    }
    guard !isCut, notes.hasCondition, !claim.hasCondition else { return }
    let condition = notes.words.filter { $0.isCondition }
    let isTold = condition.isEmpty || matches.contains { $0.contains { !$0.isCondition } }
    if isTold { add(.condition, "The notes say it on a condition", at: notes.span) }
  }

  private mutating func compareStanding() {
    if claim.isSettled, !claim.isProposed, !notes.isSettled, notes.isProposed || notes.isQuestion && !notes.isAction {
      add(.settled, "The notes do not say that it was settled", at: notes.span)
    } else if claim.isProposed, !claim.isSettled, notes.isSettled, !notes.isProposed {
      add(.settled, "The notes say that it was settled", at: notes.span)
    } else if notes.isQuestion, !claim.isQuestion, !claim.isProposed, !notes.isAction, !notes.isSettled {
      add(.settled, "The notes only ask it", at: notes.span)
    } else if notes.isProposed, !notes.isSettled, !claim.isProposed, !claim.hasHedge, !claim.isQuestion {
      add(.settled, "The notes only propose it", at: notes.span)
    }
    guard notes.isAction || notes.isAhead else { return }
    if claim.isDone == true, notes.isDone != true {
      add(.status, "The notes have it as still to be done", at: notes.span)
    } else if notes.isDone == true, claim.isDone != true, claim.isAction || claim.isAhead {
      add(.status, "The notes have it as done", at: notes.span)
    }
  }

  private mutating func compareTask() {
    guard let verb = claim.mainVerb, let theirs = notes.mainVerb else { return }
    if !notes.words.contains(where: { verb.means($0) }) {
      add(
        .task, "The notes do not say that this is what is done",
        at: verb.side != 0 && verb.side == -theirs.side ? notes.span : nil)
    }
  }

  // MARK: How much, when

  private mutating func compareNumbers() {
    let known = notes.numbers + around.numbers
    for number in claim.numbers {
      let same = known.filter { $0.value == number.value }
      if same.contains(where: { $0.unit == number.unit || $0.unit == 0 || number.unit == 0 }) { continue }
      if let other = same.first {
        add(.unit, "The notes count in another unit", at: other.span, number.value)
      } else {
        let rival = notes.numbers.first { $0.unit == number.unit } ?? notes.numbers.first
        add(.number, "The notes do not say \(number.value)", at: rival?.span, number.value)
      }
    }
  }

  private mutating func compareDates() {
    for date in claim.dates where !(notes.dates + around.dates).contains(where: { Comparison.agree(date, $0) }) {
      add(.date, "The notes do not name that day", at: notes.dates.first?.span)
    }
  }

  /// The same day or days, or a period that the notes' day lies in.
  private static func agree(_ a: Claim.Date, _ b: Claim.Date) -> Bool {
    if a.expression == b.expression, a.expression != .vague || a.resolved.start == nil { return true }
    guard let start = a.resolved.start, let end = a.resolved.end, let first = b.resolved.start,
      let last = b.resolved.end
    else {
      return false
    }
    if start == first, end == last { return true }
    if let due = a.resolved.due, due == b.resolved.due, end == last { return true }
    return start <= first && last <= end && a.resolved.precision != .day
  }

  // MARK: Who

  private mutating func comparePeople() {
    var named = notes.people + notes.actors
    if let speaker = notes.speaker { named.append(speaker) }
    var doers = notes.actors.filter { !$0.isGroup }
    if doers.isEmpty, notes.saysI, let speaker = notes.speaker { doers = [speaker] }
    let near = named + around.people
    for actor in claim.actors where !actor.isGroup && !actor.isAmbiguous {
      if doers.contains(where: { $0.isSame(actor) }) { continue }
      if doers.isEmpty, near.contains(where: { $0.isSame(actor) }) { continue }
      if doers.isEmpty {
        add(.actor, "The notes do not name \(actor.text) for it", at: nil, actor.text)
      } else {
        let names = doers.map(\.text).joined(separator: ", ")
        add(.actor, "The notes name \(names) for it, not \(actor.text)", at: notes.span, actor.text)
      }
    }
    if claim.isAhead || claim.isAction, notes.isAction, !doers.isEmpty, !notes.actors.contains(where: \.isGroup),
      !claim.actors.isEmpty, claim.actors.allSatisfy(\.isGroup), let verb = claim.mainVerb, notes.words.contains(where: { verb.means($0) })
    {
      add(
        .actor, "The notes name \(doers.map(\.text).joined(separator: ", ")) for it, not \(claim.actors[0].text)", at: notes.span,
        claim.actors[0].text)
    }
    for person in claim.people where !person.isGroup && !person.isAmbiguous {
      guard !claim.actors.contains(where: { $0.isSame(person) }), !near.contains(where: { $0.isSame(person) }) else {
        continue
      }
      let rival = notes.people.first { other in !other.isGroup && !notes.actors.contains { $0.isSame(other) } }
      add(.name, "The notes do not name \(person.text) there", at: rival?.span, person.text)
    }
  }
}
