import HeardGrammar

/// The person to whom something is restated.
struct Listener {
  let person: String
  let forms: SpokenNames
  /// How everybody else is named.
  let others: SpokenNames

  func isNamed(in text: String, _ grammar: Grammar) -> Bool { NamingWords(text, grammar).name(forms) }
}

/// Some words as keys, so that many names can be looked for in them.
struct NamingWords {
  private var keys: [UInt64] = []
  private var isName: [Bool] = []

  init(_ text: String, _ grammar: Grammar) {
    var words = RestatedWords()
    words.read(text, grammar)
    keys = words.keys
    isName = keys.indices.map(words.isName)
  }

  func name(_ person: SpokenNames) -> Bool { keys.indices.contains { person.length(in: keys, at: $0, isName[$0]) != nil } }

  /// The words begin with the person's name.
  func begin(with person: SpokenNames) -> Bool { !keys.isEmpty && person.length(in: keys, at: 0, isName[0]) != nil }
}

extension Action {
  /// A cue of a sentence heard the task by its verb ("Ana will send …"), so that its first word is one.
  var isHeardByVerb: Bool {
    evidence.contains { $0.weight > 1 && $0.isOf("action") && !$0.cue.hasSuffix("an item that begins with a verb") }
  }
}
