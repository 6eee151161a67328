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

    var isEmpty: Bool { actions.isEmpty && decisions.isEmpty && questions.isEmpty && remarks.isEmpty }
  }

  private var items = NumberMap<Items>()
  /// Decisions that somebody objected to.
  private(set) var disputed: [Int] = []
  /// Disagreements whose speaker the notes do not have.
  private(set) var unvoiced: [Int] = []
  /// By index of the person: the ways to name them, as the notes do.
  private var forms: [[[UInt64]]] = []
  private var number = NumberMap<Int>()
  /// People who were not there.
  private var absent = NumberMap<Bool>()
  /// Everybody, with a first name that others have too.
  let everybody: SpokenNames

  init(in meeting: Meeting) {
    var firstNames = NumberMap<Int>()
    var wideForms: [[[UInt64]]] = []
    for (index, person) in meeting.people.enumerated() {
      forms.append(([person.name] + person.aliases).map(SpokenNames.keys))
      if let first = forms[index][0].first { firstNames.change(first, from: 0) { $0 += 1 } }
      for name in [person.name] + person.aliases { number.change(name, from: index) { _ in } }
      if person.presence == .absent { absent.set(person.name, true) }
    }
    wideForms.reserveCapacity(forms.count)
    for index in forms.indices {
      guard let first = forms[index][0].first else {
        wideForms.append(forms[index])
        continue
      }
      wideForms.append(forms[index] + [[first]])
      if firstNames[first] == 1 { forms[index].append([first]) }
    }
    everybody = SpokenNames(people: wideForms)
    collect(meeting)
  }

  private mutating func collect(_ meeting: Meeting) {
    for (index, action) in meeting.actions.enumerated() {
      for owner in action.owners {
        note(owner) { if $0.actions.last != index { $0.actions.append(index) } }
      }
    }
    for (index, decision) in meeting.decisions.enumerated() {
      for person in decision.by {
        note(person) { if $0.decisions.last != index { $0.decisions.append(index) } }
      }
      if !decision.dissent.isEmpty { disputed.append(index) }
    }
    for (index, question) in meeting.questions.enumerated() {
      if let asker = question.asker { note(asker) { $0.questions.append(index) } }
      if let to = question.to, to != question.asker { note(to) { $0.questions.append(index) } }
    }
    for (index, remark) in meeting.remarks.enumerated() where remark.kind == .disagreement {
      if let by = remark.by { note(by) { $0.remarks.append(index) } } else { unvoiced.append(index) }
    }
  }

  private mutating func note(_ person: String, _ body: (inout Items) -> Void) {
    items.change(person, from: Items(), body)
  }

  func items(of person: String) -> Items { items[person] ?? Items() }

  func isAbsent(_ person: String) -> Bool { absent[person] != nil }

  /// The ways to name somebody.
  func forms(of person: String) -> SpokenNames { number[person].map { SpokenNames(people: [forms[$0]]) } ?? SpokenNames([person]) }

  /// The ways to name everybody else.
  func forms(besides person: String) -> SpokenNames { number[person].map(everybody.besides) ?? everybody }
}
