/// What is looked up in a grammar by name before anything is read, and kept for the built-in one.
protocol GrammarLookup: Sendable {
  static var builtIn: Self { get }
  init(_ grammar: Grammar)
}

extension GrammarLookup {
  static func of(_ grammar: Grammar) -> Self { grammar.isBuiltIn ? builtIn : Self(grammar) }
}
