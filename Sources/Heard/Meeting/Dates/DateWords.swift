/// What the words of the Grammar can be in a date, by their numbers there.
struct DateWords: Sendable {
  private let roles: [DateRoles]
  private let trie: WordTrie

  init(roles: [DateRoles], trie: WordTrie) {
    (self.roles, self.trie) = (roles, trie)
  }

  @inline(__always)
  func roles(ofWord word: Int32) -> DateRoles {
    let index = Int(word)
    return index > 0 && index < roles.count ? roles[index] : .none
  }

  /// For the parts of words that the Grammar does not know as a whole: "14april".
  func roles(of bytes: [UInt8], _ range: Range<Int>) -> DateRoles {
    guard range.count <= 16 else { return .none }
    return roles(ofWord: trie.word(folded: bytes[range].lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }))
  }
}
