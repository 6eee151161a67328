/// Learned weights: what is found of them in the tables, and what a team's own change.
import Testing

@testable import HeardGrammar

struct LearnedWeightsTests {
  private static let own = """
    list sending
      will send

    weights word
      will +0.41 -0.22
      unheard-of +5 +5

    weights pair
      will send +1 -1.5
      <person> will +0.5 0

    weights trait
      always -2 -3

    """

  private static func grammar(team: String? = nil) throws -> Grammar {
    let team = team.map { [(path: "en/team.cues", bytes: Array($0.utf8))] } ?? []
    return try GrammarReader.read(files: [("en/own.cues", Array(own.utf8))], team: team).compiled()
  }

  private static func sum(_ features: [Feature], _ grammar: Grammar) -> LearnedWeights.Sum {
    var sum = LearnedWeights.Sum()
    for feature in features { grammar.tables.weights.add(feature, to: &sum) }
    return sum
  }

  @Test func featuresAddUp() throws {
    let grammar = try Self.grammar()
    let (will, send) = (UInt32(grammar.word("will")), UInt32(grammar.word("send")))
    let person = Feature.WordGroup.person.rawValue
    let found = Self.sum(
      [
        Feature(.word, will), Feature(.word, send), Feature(.pair, will, send), Feature(.pair, send, will), Feature(.pair, person, will),
        Feature(.first, will), Feature(.trait, Feature.Trait.always.rawValue),
      ], grammar)
    #expect((found.action, found.decision) == (41 + 100 + 50 - 200, -22 - 150 - 300))
    #expect(grammar.name(of: Feature(.pair, person, will)) == "pair <person> will")
  }

  /// A word does not become known for the sake of its weights, since what is unknown may be a name.
  @Test func wordsOfWeightsAloneStayUnknown() throws {
    let grammar = try Self.grammar()
    #expect(grammar.word("unheard-of") == 0)
    #expect(grammar.tables.weights.languages.contains(0))
  }

  @Test func aTeamsWeightsReplaceThoseOfTheSameFeature() throws {
    let grammar = try Self.grammar(team: "weights word\n  will +3 +1\n")
    let found = Self.sum([Feature(.word, UInt32(grammar.word("will")))], grammar)
    #expect((found.action, found.decision) == (300, 100))
  }

  @Test func withoutWeightsNothingIsSaid() throws {
    let grammar = try GrammarReader.read(files: [("en/own.cues", Array("list a\n  will\n".utf8))]).compiled()
    #expect(Self.sum([Feature(.word, UInt32(grammar.word("will")))], grammar) == LearnedWeights.Sum())
    #expect(!grammar.tables.weights.languages.contains(0))
  }
}
