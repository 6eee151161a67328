import HeardGrammar

/// The words and phrases of one list of the Grammar, for looking up at a token.
struct PhraseList {
  private var phrases: [Int32: [[Int32]]] = [:]

  init(_ grammar: Grammar, _ name: String) {
    guard let list = grammar.list(named: name) else { return }
    for words in grammar.members(of: list) {
      guard let first = words.first else { continue }
      phrases[first, default: []].append(words)
    }
  }

  /// How many tokens the longest member that begins at a token takes; 0 where none does.
  func length(at index: Int, _ tokens: TokenList) -> Int {
    let word = tokens.tokens[index].word
    guard word != 0, let candidates = phrases[word] else { return 0 }
    var longest = 0
    for phrase in candidates where phrase.count > longest && index + phrase.count <= tokens.tokens.count {
      if phrase.indices.allSatisfy({ tokens.tokens[index + $0].word == phrase[$0] }) { longest = phrase.count }
    }
    return longest
  }
}
