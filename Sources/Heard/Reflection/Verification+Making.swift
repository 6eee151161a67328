/// Holds a summary against notes.
import HeardGrammar

extension Verification {
  /// - Parameters:
  ///   - summary: anybody's, in any format that heard reads.
  ///   - meeting: what was heard in `notes`.
  ///   - registry: other forms of names.
  public init(
    of summary: Document, against meeting: Meeting, in notes: Document, registry: Registry = Registry(),
    _ grammar: Grammar = .builtIn, _ options: HearingOptions = HearingOptions()
  ) {
    var options = options
    options.date = meeting.date ?? options.date
    options.keepsTrace = false
    let cast = Cast(meeting, registry, grammar)
    let said = Meeting(heardIn: summary, grammar, options)
    let claims = Claims(said, summary, cast, grammar, day: options.date, saidBack: SaidBack(meeting, grammar))
    let places = Claims(meeting, notes, cast, grammar, day: options.date)
    var verifying = Verifying(claims, places)
    for index in claims.all.indices { verifying.check(index) }
    self.claims = verifying.checked
    leftOut = verifying.leftOut(of: meeting, cast)
  }
}

/// The work of one verification.
private struct Verifying {
  let claims: Claims
  let notes: Claims
  let index: ClaimIndex
  private(set) var checked: [Verification.Checked] = []
  /// By item of the notes: the claims that speak of it.
  private var tellers: [Sentence.Subject: [Int]] = [:]

  init(_ claims: Claims, _ notes: Claims) {
    (self.claims, self.notes) = (claims, notes)
    index = ClaimIndex(notes)
  }

  mutating func check(_ number: Int) {
    let claim = claims.all[number]
    guard !claim.words.isEmpty else { return }
    let places = index.places(for: claim)
    guard let best = places.first, best.cover >= ClaimIndex.enough else {
      add(claim, .notFound, [], [unfound(claim)])
      return
    }
    let near = places.filter { $0.cover >= max(ClaimIndex.enough, best.cover * 0.85) }
    for place in near where place.cover >= best.cover * 0.95 {
      for item in notes.all[place.claim].items { tellers[item, default: []].append(number) }
    }
    let compared = near.map { place in
      (place, Comparison(claim, with: notes.all[place.claim], around: notes.surroundings[place.claim]))
    }
    let unknown = claim.words.first { $0.isName && !index.isKnown($0) }
    if let faithful = compared.first(where: { $0.1.faults.isEmpty }), unknown == nil {
      add(claim, .supported, [notes.all[faithful.0.claim].span], [])
      return
    }
    // Where several places are as near, the one with the least at odds is what the claim tells of.
    let closest = compared.filter { $0.0.cover >= best.cover * 0.95 }.min { $0.1.faults.count < $1.1.faults.count }
    guard let (place, comparison) = closest else { return }
    let isContradicted = comparison.isContradicted
    let faults = comparison.faults.isEmpty ? [unfound(claim)] : comparison.faults
    add(claim, isContradicted ? .contradicted : .notFound, [notes.all[place.claim].span], faults)
  }

  private func unfound(_ claim: Claim) -> Fault {
    Fault(kind: .task, message: "The notes do not say this", span: nil, words: claim.text)
  }

  private mutating func add(_ claim: Claim, _ answer: Verification.Answer, _ places: [Span], _ faults: [Fault]) {
    checked.append(
      Verification.Checked(answer: answer, text: claim.text, span: claim.span, places: places, faults: faults))
  }

  // MARK: What is left out

  func leftOut(of meeting: Meeting, _ cast: Cast) -> [Verification.Omitted] {
    var found: [Verification.Omitted] = []
    for (number, action) in meeting.actions.enumerated() {
      let subject = Sentence.Subject.action(number)
      if let part = missing(subject, action.span, cast.owners(of: action)) {
        found.append(
          Verification.Omitted(
            subject: subject, part: part, text: action.text, owners: action.owners, span: action.span))
      }
    }
    for (number, decision) in meeting.decisions.enumerated() {
      let subject = Sentence.Subject.decision(number)
      if missing(subject, decision.span, []) != nil {
        found.append(
          Verification.Omitted(
            subject: subject, part: .everything, text: decision.text, owners: decision.by, span: decision.span))
      }
    }
    // A line that is both an action and a decision is left out once.
    let decisions = meeting.decisions.map(\.span)
    found.removeAll { omitted in
      guard case .action = omitted.subject, omitted.part == .everything else { return false }
      return decisions.contains { $0.overlaps(omitted.span) }
    }
    return found.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  private func missing(_ subject: Sentence.Subject, _ span: Span, _ owners: [Cast.Member]) -> Verification.Omitted.Part? {
    guard let telling = tellers[subject] else { return isTold(subject) ? nil : .everything }
    let people = owners.contains { !$0.isGroup } ? owners.filter { !$0.isGroup } : owners
    guard !people.isEmpty else { return nil }
    let isNamed = telling.contains { number in
      // "We" and "all" are said of a group.
      if people[0].isGroup, claims.all[number].saysI || claims.all[number].actors.contains(where: \.isGroup) { return true }
      let named = claims.all[number].people + claims.all[number].actors + claims.surroundings[number].people
      return named.contains { other in people.contains { $0.isSame(other) } }
    }
    return isNamed ? nil : .owner
  }

  /// Told by several claims together, or within a longer one.
  private func isTold(_ subject: Sentence.Subject) -> Bool {
    let own = notes.all.filter { $0.items.contains(subject) }.flatMap(\.words)
    guard !own.isEmpty else { return true }
    return claims.all.contains { claim in
      let held = own.count { word in claim.words.contains { word.means($0) } }
      return Double(held) >= Double(own.count) * 0.7
    }
  }
}
