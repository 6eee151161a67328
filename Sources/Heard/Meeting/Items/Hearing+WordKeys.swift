/// Tells which words an item or a reply is made of.
import HeardGrammar

extension Hearing {
  /// The words, numbers and addresses of a range; words from so many bytes on.
  func wordKeys(_ range: Range<Int>, from shortest: Int32 = 3) -> WordKeys {
    var keys: [UInt64] = []
    keys.reserveCapacity(range.count)
    for index in range {
      let token = tokens.tokens[index]
      guard token.kind == .word || token.kind == .number || token.kind == .url || token.kind == .reference else {
        continue
      }
      if token.kind == .word, token.end - token.start < shortest { continue }
      keys.append(NameKey(text.bytes.part(token.range)).hash)
    }
    return WordKeys(consume keys)
  }

  /// The numbers of a range, with those that refer to something: "#9".
  func numberKeys(_ range: Range<Int>) -> WordKeys {
    var keys: [UInt64] = []
    for index in range where tokens.tokens[index].kind == .number || tokens.tokens[index].kind == .reference {
      keys.append(NameKey(text.bytes.part(tokens.tokens[index].range)).hash)
    }
    return keys.isEmpty ? WordKeys() : WordKeys(consume keys)
  }
}
