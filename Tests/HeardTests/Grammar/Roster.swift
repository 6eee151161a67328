/// Tags persons in tokens for the tests of patterns, as the meeting stage does for notes.
@testable import Heard

enum Roster {
  static let names: Set<String> = ["Ana", "Ben", "Carla", "Dev", "Dev Patel", "Ana Silva"]

  /// Marks the longest names, and handles.
  static func tag(_ list: inout TokenList, in text: String) {
    let bytes = Array(text.utf8)
    func words(_ range: Range<Int>) -> String { String(decoding: bytes[list.bytes(of: range)], as: UTF8.self) }
    var i = 0
    while i < list.count {
      if i + 2 <= list.count, names.contains(words(i..<(i + 2))) {
        list.personEnd[i] = Int32(i + 2)
        i += 1
      } else if list.tokens[i].kind == .handle || names.contains(words(i..<(i + 1))) {
        list.personEnd[i] = Int32(i + 1)
      }
      i += 1
    }
  }

  /// The tokens of a text, persons tagged.
  static func tokens(_ text: String, _ grammar: Grammar) -> TokenList {
    var list = TokenList()
    list.read(Array(text.utf8), grammar)
    tag(&list, in: text)
    return list
  }
}
