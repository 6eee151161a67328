/// Finds people by what is left of a first name when it is cut short.
extension Roster {
  /// In letters: fewer begin too many words.
  private static let shortest = 4

  /// "Stef" for Stefan Lund: the first letters of a first name, unless they are a word or a name of their own.
  ///
  /// - Parameter isWord: whether the Grammar knows a word, in small letters.
  mutating func addShortForms(unless isWord: ([UInt8]) -> Bool) {
    for index in people.indices where !isSilent(index) {
      guard let first = firstName(of: index), first.count > Roster.shortest else { continue }
      for count in Roster.shortest..<first.count where !isWord(Array(first[..<count])) {
        addForm([NameKey(first[..<count])], index, .part)
      }
    }
  }
}
