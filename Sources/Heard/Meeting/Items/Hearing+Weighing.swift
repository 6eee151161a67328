/// Weighs what speaks for an item against what speaks against it.
import HeardGrammar

extension Hearing {
  /// What one sentence says for a kind, after all that stands against it.
  struct Weighed {
    var score: Double
    var evidence: [Evidence]
    /// The strongest cue, which gives firmness and slots.
    var best: CueMatch?
    var firmness: Firmness = .unknown
  }

  func cue(_ match: CueMatch) -> Cue { grammar.cues[Int(match.cue)] }

  func evidence(_ match: CueMatch) -> Evidence {
    let cue = cue(match)
    return Evidence(cue: cueIDs.id(of: cue), weight: cue.weight, span: span(match.range))
  }

  func evidence(_ matches: [CueMatch]) -> [Evidence] { matches.map { evidence($0) } }

  /// Weighs the cues of a kind in one sentence. Each cue stands with the vetoes that reach it; the best counts whole, others a
  /// share.
  func weigh(_ kind: Cue.Kind, _ sentence: SentenceCues) -> Weighed? {
    var best: (score: Double, match: CueMatch, vetoes: [CueMatch])?
    var others: [CueMatch] = []
    for match in sentence.matches where match.kinds.contains(kind) {
      let vetoes = vetoes(against: kind, reaching: match, in: sentence)
      let score = cue(match).weight + sum(vetoes)
      if let known = best, known.score >= score {
        if differ(known.match, match) { others.append(match) }
      } else {
        if let known = best, differ(known.match, match) { others.append(known.match) }
        best = (score, match, vetoes)
      }
    }
    guard let best else { return nil }
    var score = best.score
    for other in others.prefix(2) { score += cue(other).weight * Weights.further }
    var weighed = Weighed(score: score, evidence: [], best: best.match)
    weighed.evidence.reserveCapacity(1 + min(2, others.count) + best.vetoes.count)
    weighed.evidence.append(evidence(best.match))
    for other in others.prefix(2) { weighed.evidence.append(evidence(other)) }
    for veto in best.vetoes { weighed.evidence.append(evidence(veto)) }
    weighed.firmness = firmness(of: best.match, best.vetoes)
    return weighed
  }

  private func differ(_ a: CueMatch, _ b: CueMatch) -> Bool { a.cue != b.cue && cue(a).idNumber != cue(b).idNumber }

  /// The vetoes and hedges that reach a match: those in its clause, or anywhere where their scope is wider.
  func vetoes(against kind: Cue.Kind, reaching match: CueMatch, in sentence: SentenceCues) -> [CueMatch] {
    var vetoes = sentence.matches.filter { veto in
      guard speaks(veto, against: kind) else { return false }
      return veto.range.lowerBound <= match.range.lowerBound || !cue(veto).yields.contains("onward")
    }
    // Most sentences hold none.
    guard !vetoes.isEmpty else { return [] }
    let clause = sentenceReader.clause(around: match.range.lowerBound, in: sentence.range, tokens, text)
    vetoes.removeAll { cue($0).scope == .clause && !clause.overlaps($0.range) }
    return vetoes
  }

  /// A veto or a hedge that is against a kind.
  func speaks(_ match: CueMatch, against kind: Cue.Kind) -> Bool {
    (match.kinds.contains(.veto) || match.kinds.contains(.hedge)) && cue(match).against.contains(kind)
  }

  func sum(_ vetoes: [CueMatch]) -> Double {
    var seen: [Int32] = []
    var sum = 0.0
    for veto in vetoes where !seen.contains(veto.cue) {
      seen.append(veto.cue)
      sum += cue(veto).weight
    }
    return max(sum, Weights.strongestVeto)
  }

  private func firmness(of match: CueMatch, _ vetoes: [CueMatch]) -> Firmness {
    if vetoes.contains(where: { cue($0).kind == .hedge }) { return .hedged }
    switch cue(match).firmness {
    case .firm: return .firm
    case .asked: return .asked
    case .hedged: return .hedged
    case .unknown: return .unknown
    }
  }

  /// The vetoes of some sentences that reach all of the unit which they make.
  func blockVetoes(in heard: [SentenceCues]) -> [CueMatch] {
    heard.flatMap { $0.matches.filter { cue($0).kind == .veto && cue($0).scope == .block } }
  }

  /// Those of them that speak against a kind.
  func blockVetoes(against kind: Cue.Kind, _ unit: Unit) -> [CueMatch] {
    unit.blockVetoes.filter { cue($0).against.contains(kind) }
  }

  /// What the place itself says against any statement standing there.
  ///
  /// - Parameter isTelling: the statement stands in a paragraph of several sentences, which no point of an agenda has.
  private func placeWeight(_ place: Place, hasSpeaker: Bool, isTelling: Bool) -> (Double, String)? {
    switch place.role {
    case .agenda where !hasSpeaker && !isTelling: (place.depth > 0 ? Weights.belowAgendaPoint : Weights.agenda, "place/agenda")
    case .template: (Weights.template, "place/template")
    case .reference: (Weights.reference, "place/reference")
    default: nil
    }
  }

  mutating func addPlace(_ weighed: inout Weighed, _ unit: Unit) {
    let isTelling = unit.place.depth < 0 && unit.sentences.count >= Weights.telling || text.bytes.count >= Weights.longPoint
    let isSaid = unit.speaker != nil || !unit.label.isEmpty
    guard let (weight, name) = placeWeight(unit.place, hasSpeaker: isSaid, isTelling: isTelling) else { return }
    weighed.score += weight
    weighed.evidence.append(Evidence(cue: name, weight: weight, span: span(unit.range)))
    if options.keepsTrace { tracePlace(name, weight, unit) }
  }

  /// Keeps for `heard explain` what the heading above says against whatever stands below it.
  private mutating func tracePlace(_ name: String, _ weight: Double, _ unit: Unit) {
    guard let found = outline.role(of: unit.place.block) else { return }
    let cue = "\(name), below “\(outline.scopes[found.scope].titleText)”"
    let entry = TraceEntry(cue: cue, weight: weight, span: span(unit.range), isVeto: true)
    if trace.last?.cue != cue || trace.last?.span != entry.span { trace.append(entry) }
  }
}
