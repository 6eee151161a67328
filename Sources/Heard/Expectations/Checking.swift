/// One meeting held against one registry: what an expectation's check may look at, and where it says what it found.
struct Checking {
  let registry: Registry
  let meeting: Meeting
  let document: Document
  /// The notes are of a meeting at all: somebody was there, or something was settled.
  let isMeeting: Bool
  /// There is a roll: two people at least are known to have been there.
  let hasRoll: Bool
  /// Where a finding about the whole meeting stands: its first heading, else its first words.
  let opening: Span
  var allowances: [NotedAllowance] = []
  private(set) var findings: [Finding] = []
  /// By their kind, in the order of all kinds.
  private var signs: [[Sign]]
  private var personByName = NumberMap<Int>()
  /// By index of the action, and of the decision.
  private var areasOfActions: [[Int]] = []
  private var areasOfDecisions: [[Int]] = []
  /// Whom of the registry the names of the notes mean.
  private var declaredByName: [NameKey: Registry.Person] = [:]
  private var present: Set<NameKey> = []
  private var named: Set<NameKey> = []
  /// The blocks that carry what people wrote, in the order of the notes.
  let leaves: [Block]
  /// Where decisions stand, and where they and the actions do.
  let settling: [Span]
  let items: [Span]
  /// The actions that are not done, with their indices.
  let openActions: [(index: Int, action: Action)]
  /// By topic, with -1 for none: where the last decision or action of it begins.
  private(set) var lastOutcome = NumberMap<Int>()
  /// The words of the notes, for expectations that ask whether something is spoken of at all.
  private(set) lazy var words = Registry.words(TextDecoding.string(document.notes[...]))
  private var expectation: Expectation?
  private var severity = Severity.off

  init(_ registry: Registry, _ meeting: Meeting, _ document: Document) {
    (self.registry, self.meeting, self.document) = (registry, meeting, document)
    isMeeting = !(meeting.people.isEmpty && meeting.decisions.isEmpty && meeting.actions.isEmpty)
    hasRoll = meeting.people.lazy.filter { $0.presence == .present }.prefix(2).count == 2
    leaves = document.blocks.filter { $0.isLeaf && $0.kind != .field && $0.kind != .code && $0.kind != .html }
    opening = leaves.first { $0.kind == .heading }?.span ?? leaves.first?.span ?? Span(0, min(1, document.notes.count))
    openActions = meeting.actions.enumerated().filter { $0.element.status == .open }.map { ($0.offset, $0.element) }
    settling = meeting.decisions.map(\.span).sorted { $0.start < $1.start }
    items = (settling + meeting.actions.map(\.span)).sorted { $0.start < $1.start }
    signs = Array(repeating: [], count: Sign.Kind.allCases.count)
    for decision in meeting.decisions { noteOutcome(of: decision.topic, decision.span) }
    for action in meeting.actions { noteOutcome(of: action.topic, action.span) }
    for sign in meeting.signs { signs[sign.kind.number].append(sign) }
    for (index, person) in meeting.people.enumerated() {
      for name in [person.name] + person.aliases { personByName.set(Checking.key(name).hash, index) }
    }
    if !registry.areas.isEmpty {
      areasOfActions = meeting.actions.map { registry.areas(touching: $0.text) }
      areasOfDecisions = meeting.decisions.map { registry.areas(touching: $0.text) }
    }
    if !registry.people.isEmpty { lookUpNames() }
  }

  private mutating func noteOutcome(of topic: Int?, _ span: Span) {
    lastOutcome.set(topic ?? -1, max(span.start, lastOutcome[topic ?? -1] ?? 0))
  }

  /// Looks every name up once: the registry compares it with all of its own.
  private mutating func lookUpNames() {
    let registry = registry
    for person in meeting.people {
      let names = [person.name] + person.aliases
      let declared = names.lazy.compactMap { registry.person(named: $0) }.first
      if let declared { for name in names { declaredByName[Checking.key(name)] = declared } }
      let key = Checking.key(declared?.name ?? person.name)
      if person.presence == .present { present.insert(key) }
      if person.presence != .absent { named.insert(key) }
    }
    for name in meeting.actions.flatMap(\.owners) where declaredByName[Checking.key(name)] == nil {
      declaredByName[Checking.key(name)] = registry.person(named: name)
    }
  }

  /// Runs the check of an expectation, unless it is off or lacks what it needs.
  mutating func check(_ expectation: Expectation) {
    severity = registry.severity(of: expectation)
    guard severity > .off, expectation.needs.allSatisfy(registry.has) else { return }
    self.expectation = expectation
    expectation.check(&self)
  }

  /// Says that the expectation at hand is not met.
  ///
  /// - Parameter about: the words that the fingerprint is made of.
  mutating func report(
    _ subject: Finding.Subject, at span: Span, about: String, _ message: String,
    asks question: Finding.Asked? = nil, related: [Finding.Related] = []
  ) {
    guard let expectation else { return }
    findings.append(
      Finding(
        expectation: expectation.name, severity: severity, message: message, span: span, related: related,
        question: question, subject: subject, fingerprint: about))
  }

  // MARK: What the notes say

  /// The signs of a kind that lie in a stretch of the notes.
  func signs(_ kind: Sign.Kind, in span: Span) -> ArraySlice<Sign> {
    let all = signs[kind.number]
    let low = start(of: span, in: all)
    var end = low
    while end < all.count, all[end].span.start < span.end { end += 1 }
    return all[low..<end]
  }

  /// Whether a sign of a kind lies in a stretch of the notes.
  func has(_ kind: Sign.Kind, in span: Span) -> Bool {
    let all = signs[kind.number]
    let first = start(of: span, in: all)
    return first < all.count && all[first].span.start < span.end
  }

  /// Index of the first sign that begins in a stretch or behind it.
  private func start(of span: Span, in signs: [Sign]) -> Int {
    var (low, high) = (0, signs.count)
    while low < high {
      let middle = (low + high) / 2
      if signs[middle].span.start < span.start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func signs(_ kind: Sign.Kind) -> [Sign] { signs[kind.number] }

  /// The stretch from a place to the next topic, where the place has one; otherwise to the end of the notes.
  func rest(ofTopic topic: Int?, from start: Int) -> Span { Span(start, stretch(ofTopic: topic).end) }

  /// What stands under a topic's heading.
  func stretch(ofTopic topic: Int?) -> Span {
    guard let topic, meeting.topics.indices.contains(topic) else { return Span(0, document.notes.count) }
    let start = meeting.topics[topic].span.start
    let next = topic + 1 < meeting.topics.count ? meeting.topics[topic + 1].span.start : document.notes.count
    return Span(start, max(start, next))
  }

  // MARK: Who

  static func key(_ name: String) -> NameKey { NameKey(name.utf8.drop { $0 == 0x40 }) }

  func person(_ name: String) -> Person? { personByName[Checking.key(name).hash].map { meeting.people[$0] } }

  /// The person of the registry whom a name of the notes means: by the name itself or by another that the notes have for them.
  func declared(_ name: String) -> Registry.Person? { declaredByName[Checking.key(name)] }

  /// Somebody of the registry was there.
  func wasPresent(_ name: String) -> Bool { present.contains(Checking.key(name)) }

  /// Somebody of the registry is in the notes, and not as absent.
  func isNamed(_ name: String) -> Bool { named.contains(Checking.key(name)) }

  func areas(ofAction index: Int) -> [Int] { areasOfActions.isEmpty ? [] : areasOfActions[index] }

  func areas(ofDecision index: Int) -> [Int] { areasOfDecisions.isEmpty ? [] : areasOfDecisions[index] }

  /// Who can say who does a task: who answers for its area, else the chair.
  func answering(_ areas: [Int]) -> String? {
    if areas.count == 1, registry.areas[areas[0]].accountable.count == 1 {
      return registry.areas[areas[0]].accountable[0]
    }
    return meeting.chair
  }

  /// Who can say more about a task: its one owner where that is a person, else as ``answering(_:)``.
  func answering(action index: Int) -> String? {
    let action = meeting.actions[index]
    if action.owners.count == 1, action.groups.isEmpty, person(action.owners[0])?.presence != .absent {
      return action.owners[0]
    }
    return answering(areas(ofAction: index))
  }
}

extension Registry {
  /// What a finding counts: what the registry says, else a warning at least where a norm asks for it.
  func severity(of expectation: Expectation) -> Severity {
    if let stated = severities[expectation.name] { return stated }
    let isNorm = norms.contains { $0.expectations.contains(expectation.name) }
    return isNorm ? max(expectation.severity, .warning) : expectation.severity
  }

  /// The registry itself asks for it, and so wants it told item by item.
  func names(_ expectation: String) -> Bool {
    severities[expectation] != nil || norms.contains { $0.expectations.contains(expectation) }
  }

  func has(_ need: Expectation.Need) -> Bool {
    switch need {
    case .people: !people.isEmpty
    case .areas: !areas.isEmpty
    case .goals: !goals.isEmpty
    case .deliverables: !deliverables.isEmpty
    case .framework: !framework.isEmpty
    }
  }
}
