/// The matcher for whoever has tokens of their own.
extension CueMatcher {
  /// Appends the matches of all cues but those for whole texts, by start; the longest for a cue and start.
  public mutating func match(
    _ list: TokenList, range: Range<Int>, languages: LanguageSet = .all, into matches: inout [CueMatch]
  ) {
    list.lent { match($0, range: range, languages: languages, into: &matches) }
  }

  /// The heaviest cue of a kind that covers a text but for numbering before it and punctuation, emoji and parentheses
  /// behind.
  ///
  /// - Parameter preferring: the languages whose cues come before those of others, however heavy.
  public mutating func matchWhole(
    _ kind: Cue.Kind, _ list: TokenList, range: Range<Int>, languages: LanguageSet = .all,
    preferring: LanguageSet = .all
  ) -> CueMatch? {
    list.lent { matchWhole(kind, $0, range: range, languages: languages, preferring: preferring) }
  }
}
