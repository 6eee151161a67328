/// The ways in which the people of a meeting are named, and which of them a text uses.
struct NamedForms: Sendable {
  /// Each form as the words that it consists of.
  private let forms: Set<[String]>

  init(_ meeting: Meeting) {
    var forms: Set<[String]> = []
    for person in meeting.people {
      for name in [person.name] + person.aliases {
        let words = NamedForms.words(name)
        if words.isEmpty { continue }
        forms.insert(words)
        forms.insert([words[0]])
      }
    }
    for owner in meeting.actions.flatMap(\.owners) { forms.insert(NamedForms.words(owner)) }
    forms.remove([])
    self.forms = forms
  }

  /// The forms that a text uses, in the case of the name.
  func forms(in text: String) -> Set<String> {
    let words = NamedForms.words(text)
    let known = Set(words)
    let used = forms.filter { form in
      guard form.allSatisfy(known.contains) else { return false }
      return words.indices.contains { words[$0...].starts(with: form) }
    }
    return Set(used.map { $0.joined(separator: " ") })
  }

  /// The forms that are no part of another one, in order.
  static func longest(of forms: Set<String>) -> [String] {
    forms.filter { form in !forms.contains { $0 != form && words($0).starts(with: words(form)) } }.sorted()
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
