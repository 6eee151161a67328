/// How people are named in the notes, and what was heard of each.
struct Mentions {
  /// What was heard of one person: indices into the lists of the meeting.
  struct Items {
    var actions: [Int] = []
    /// Decided by the person.
    var decisions: [Int] = []
    /// Asked by the person, or of the person.
    var questions: [Int] = []
    /// Disagreements that the person voiced.
    var remarks: [Int] = []
  }

  private var items: [String: Items] = [:]
  /// Decisions that somebody objected to.
  private(set) var disputed: [Int] = []
  /// Disagreements whose speaker the notes do not have.
  private(set) var unvoiced: [Int] = []
  /// By index of the person: the ways to name them, as the notes do; and with a first name that others have too.
  private var forms: [SpokenNames] = []
  private var wideForms: [SpokenNames] = []
  private var number: [String: Int] = [:]
  let everybody: SpokenNames

  init(in meeting: Meeting) {
    var firstNames: [Substring: Int] = [:]
    for person in meeting.people { firstNames[Mentions.first(of: person.name), default: 0] += 1 }
    for (index, person) in meeting.people.enumerated() {
      let first = Mentions.first(of: person.name)
      forms.append(SpokenNames([person.name] + person.aliases + (firstNames[first] == 1 ? [String(first)] : [])))
      wideForms.append(firstNames[first] == 1 ? forms[index] : SpokenNames([person.name] + person.aliases + [String(first)]))
      for name in [person.name] + person.aliases where number[name] == nil { number[name] = index }
    }
    everybody = SpokenNames(wideForms)
    collect(meeting)
  }

  private static func first(of name: String) -> Substring { name.prefix { $0 != " " } }

  private mutating func collect(_ meeting: Meeting) {
    for (index, action) in meeting.actions.enumerated() {
      for owner in action.owners where items[owner]?.actions.last != index { items[owner, default: Items()].actions.append(index) }
    }
    for (index, decision) in meeting.decisions.enumerated() {
      for person in decision.by where items[person]?.decisions.last != index {
        items[person, default: Items()].decisions.append(index)
      }
      if !decision.dissent.isEmpty { disputed.append(index) }
    }
    for (index, question) in meeting.questions.enumerated() {
      if let asker = question.asker { items[asker, default: Items()].questions.append(index) }
      if let to = question.to, to != question.asker { items[to, default: Items()].questions.append(index) }
    }
    for (index, remark) in meeting.remarks.enumerated() where remark.kind == .disagreement {
      if let by = remark.by { items[by, default: Items()].remarks.append(index) } else { unvoiced.append(index) }
    }
  }

  func items(of person: String) -> Items { items[person] ?? Items() }

  /// The ways to name somebody.
  func forms(of person: String) -> SpokenNames { number[person].map { forms[$0] } ?? SpokenNames([person]) }

  /// The ways to name everybody else.
  func forms(besides person: String) -> SpokenNames {
    guard let number = number[person] else { return everybody }
    return SpokenNames(wideForms.indices.lazy.filter { $0 != number }.map { wideForms[$0] })
  }
}
