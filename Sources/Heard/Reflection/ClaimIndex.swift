/// Finds the places of the notes that speak of what a claim speaks of.
import HeardGrammar

struct ClaimIndex {
  private let claims: Claims
  /// By stem, sense and side: the claims that hold such a word.
  private var rows: [UInt64: [Int32]] = [:]

  /// A claim this much of whose words stand in a place is about that place.
  static let enough = 0.6
  private static let mostPlaces = 12

  struct Place {
    var claim: Int
    /// Share of the words, by weight, that stand there or above.
    var cover: Double
    /// Share that stands there itself.
    var own: Double
    var agreement = 0
  }

  init(_ claims: Claims) {
    self.claims = claims
    for (index, claim) in claims.all.enumerated() {
      for key in Set(claim.words.flatMap(ClaimIndex.keys)) { rows[key, default: []].append(Int32(index)) }
    }
  }

  private static func keys(_ word: Claim.Word) -> [UInt64] {
    var keys = [word.stem]
    if word.sense != 0 { keys.append(UInt64(1) << 40 | UInt64(word.sense.magnitude)) }
    if word.side != 0 { keys.append(UInt64(1) << 41 | UInt64(word.side.magnitude)) }
    return keys
  }

  /// What a word counts: names and things more than what is done with them, and more where the notes do not know it.
  private func weight(_ word: Claim.Word) -> Double {
    let isKnown = ClaimIndex.keys(word).contains { rows[$0] != nil }
    return (word.isVerb ? 0.5 : 1) * (isKnown ? 1 : 1.5)
  }

  func isKnown(_ word: Claim.Word) -> Bool { rows[word.stem] != nil }

  /// The places that hold the most of a claim's words, best first.
  func places(for claim: Claim) -> [Place] {
    let words = claim.words
    let total = words.reduce(0) { $0 + weight($1) }
    guard total > 0 else { return [] }
    var found: [Int: Double] = [:]
    for word in words {
      var hit: Set<Int32> = []
      for key in ClaimIndex.keys(word) { for row in rows[key, default: []].prefix(4000) { hit.insert(row) } }
      for row in hit { found[Int(row), default: 0] += weight(word) }
    }
    var places = found.map { Place(claim: $0.key, cover: ($0.value + around($0.key, claim)) / total, own: $0.value / total) }
    let best = places.reduce(0) { max($0, $1.cover) }
    places.removeAll { $0.cover < best * 0.8 }
    // Where a place says nearly all of it, what only stands below the same words does not.
    if let fullest = places.map(\.own).max(), fullest > 0.8 { places.removeAll { $0.own < fullest * 0.6 } }
    for index in places.indices { places[index].agreement = agreement(of: places[index].claim, with: claim) }
    places.sort { ($1.cover, $1.agreement, $0.claim) < ($0.cover, $0.agreement, $1.claim) }
    return Array(places.prefix(ClaimIndex.mostPlaces))
  }

  /// Numbers and people that a place has as the claim has them; of places with the same words it tells the one that is meant.
  private func agreement(of place: Int, with claim: Claim) -> Int {
    let notes = claims.all[place]
    let people = notes.people + notes.actors
    return claim.numbers.count { number in notes.numbers.contains { $0.value == number.value } }
      + (claim.people + claim.actors).count { person in people.contains { $0.isSame(person) } }
  }

  /// Weight of the words that only the headings and items above have.
  private func around(_ place: Int, _ claim: Claim) -> Double {
    let (own, above) = (claims.all[place].words, claims.surroundings[place].words)
    guard !above.isEmpty else { return 0 }
    return claim.words.reduce(0) { sum, word in
      guard !own.contains(where: { word.means($0) }), above.contains(where: { word.means($0) }) else { return sum }
      return sum + weight(word)
    }
  }
}
