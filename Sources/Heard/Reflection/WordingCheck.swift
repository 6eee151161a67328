/// Holds a new wording against the sentence that it is to say: the same, no less, hardly more, and by the same people.
struct WordingCheck {
  private var reader: ClaimReader
  private let meeting: Meeting

  init(_ fidelity: Fidelity) {
    meeting = fidelity.meeting
    reader = ClaimReader(fidelity.cast, fidelity.grammar, language: meeting.language, day: meeting.date)
  }

  /// A sentence that stands, as its parts.
  private struct Standing {
    let sentence: Sentence
    let whole: Claim
    /// Without what heard says about it: "To do, Ana: send the budget" claims "send the budget".
    let core: Claim
    let place: Claim

    var isDecision: Bool { sentence.subjects.contains { if case .decision = $0 { true } else { false } } }
    var actions: [Int] { sentence.subjects.compactMap { if case .action(let index) = $0 { index } else { nil } } }
  }

  /// What a wording adds, leaves out or turns round; each one sentence without a full stop.
  ///
  /// - Parameter place: the words of the notes that the sentence rests on, which a wording may use too.
  mutating func faults(in offer: String, for sentence: Sentence, from place: String) -> [String] {
    let core = sentence.claim.flatMap { $0.isEmpty ? nil : $0 } ?? sentence.text
    let standing = Standing(
      sentence: sentence, whole: reader.claim(in: sentence.text), core: reader.claim(in: core),
      place: reader.claim(in: place))
    let claim = reader.claim(in: offer)
    return words(of: claim, offer, standing, core) + certainty(of: claim, offer, standing)
      + people(of: claim, offer, standing)
      + Comparison(claim, with: standing.core, around: standing.whole, isWhole: false).faults.filter {
        $0.kind == .negation
      }
      .map { _ in "it turns round what the sentence says" }
  }

  /// Words of the notes that are gone, and words that nobody said.
  private func words(of claim: Claim, _ offer: String, _ standing: Standing, _ core: String) -> [String] {
    let isAll = standing.sentence.claim?.isEmpty == false
    var faults: [String] = []
    for word in standing.core.words where !claim.words.contains(where: { $0.means(word) }) {
      // Of a whole sentence, some words are heard's own.
      guard isAll || standing.place.words.contains(where: { $0.means(word) }) else { continue }
      faults.append("it leaves out “\(WordingCheck.text(word.span, of: core))”")
    }
    let known = standing.whole.words + standing.core.words + standing.place.words
    let added = claim.words.filter { word in !known.contains { word.means($0) } }
    if added.count > max(2, claim.words.count / 4) {
      faults += added.map { "it adds “\(WordingCheck.text($0.span, of: offer))”" }
    }
    return faults
  }

  private static func text(_ span: Span, of text: String) -> String {
    TextDecoding.string(Array(text.utf8.dropFirst(span.start).prefix(span.end - span.start)))
  }

  /// Asked or said, "not", "might", "if", settled or proposed, done or to be done.
  private func certainty(of claim: Claim, _ offer: String, _ standing: Standing) -> [String] {
    let (whole, core) = (standing.whole, standing.core)
    var faults: [String] = []
    func expect(_ isSaid: Bool, _ wasSaid: Bool, _ what: String) {
      if isSaid != wasSaid { faults.append(isSaid ? "it adds \(what)" : "it leaves out \(what)") }
    }
    expect(claim.isQuestion, whole.isQuestion, "that it is a question")
    expect(claim.hasNegation, whole.hasNegation, "a “not”")
    expect(claim.hasHedge, whole.hasHedge, "a “might”")
    expect(claim.hasCondition, whole.hasCondition, "an “if”")
    expect(claim.isProposed, whole.isProposed, "that it is proposed")
    if core.isSettled || !standing.isDecision { expect(claim.isSettled, whole.isSettled, "that it is settled") }
    if let fault = standingOfTasks(claim, offer, standing) { faults.append(fault) }
    return faults
  }

  /// What is to be done stays so, and what is done: by its own words, or by those that heard puts in front.
  private func standingOfTasks(_ claim: Claim, _ offer: String, _ standing: Standing) -> String? {
    let (isDone, wasDone) = (claim.isDone == true, standing.core.isDone == true)
    guard let action = standing.actions.first else { return isDone == wasDone ? nil : "it changes whether it is done" }
    let keepsFrame =
      WordingCheck.opening(offer) == WordingCheck.opening(standing.sentence.text) && standing.sentence.you == nil
    if meeting.actions[action].status == .done {
      return !claim.isAhead && (isDone || keepsFrame) ? nil : "it leaves out that it is done"
    }
    if isDone, !wasDone { return "it adds that it is done" }
    return claim.isAhead || keepsFrame ? nil : "it leaves out that it is still to be done"
  }

  /// The same people in the same order, and the one who does it in front.
  private func people(of claim: Claim, _ offer: String, _ standing: Standing) -> [String] {
    let (known, said) = (WordingCheck.once(standing.whole.people), WordingCheck.once(claim.people))
    var faults: [String] = []
    for person in known where !said.contains(where: { $0.isSame(person) }) {
      faults.append("it leaves out \(person.text)")
    }
    for person in said where !known.contains(where: { $0.isSame(person) }) { faults.append("it names \(person.text)") }
    guard faults.isEmpty else { return faults }
    if !zip(known, said).allSatisfy({ $0.isSame($1) }) { return ["it names people in another order"] }
    if standing.sentence.you != nil {
      return WordingCheck.opening(offer) == WordingCheck.opening(standing.sentence.text)
        ? [] : ["it does not begin as the sentence does, with the one it speaks to"]
    }
    let isAction = !standing.actions.isEmpty
    let frame = standing.sentence.text.prefix { $0 != ":" }
    if isAction, offer.hasPrefix(frame + ":") { return [] }
    let doers = isAction ? known.prefix(1) : standing.core.actors.prefix(1)
    let isSame =
      zip(doers, claim.actors).allSatisfy { $0.isSame($1) } && (isAction ? doers.isEmpty == claim.actors.isEmpty : true)
    return isSame && (!doers.isEmpty || claim.actors.isEmpty)
      ? [] : ["it does not say who does it as the sentence does"]
  }

  private static func once(_ people: [Cast.Member]) -> [Cast.Member] {
    var once: [Cast.Member] = []
    for person in people where !once.contains(where: { $0.isSame(person) }) { once.append(person) }
    return once
  }

  /// The first word: "You" of "You'll send it".
  private static func opening(_ text: String) -> Substring { text.prefix { $0.isLetter || $0.isNumber } }
}
