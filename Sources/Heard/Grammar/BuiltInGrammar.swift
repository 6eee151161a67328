/// The grammar of `Grammar/`, as the build put it into the program.
@_exported import HeardGrammar

extension Grammar {
  /// What heard understands without being taught.
  public static let builtIn = GrammarEncoding.grammar(in: EmbeddedGrammar.tables) ?? .empty

  /// What is worked out from the grammar in the program is kept for all documents.
  var isBuiltIn: Bool { tables === Grammar.builtIn.tables }

  /// The files that ``builtIn`` was made from, for laying a team's files over them: see ``GrammarReader``.
  public static var builtInFiles: [GrammarReader.File] { GrammarSources.files(in: EmbeddedGrammar.sources) }

  /// The built-in grammar with a team's files laid over it.
  public static func layered(with team: [GrammarReader.File]) throws(GrammarErrors) -> Grammar {
    try GrammarReader.read(files: builtInFiles, team: team).compiled()
  }

  static let empty = GrammarSource().compiled()
}
