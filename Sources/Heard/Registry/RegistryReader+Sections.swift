/// The sections of the file, people before whoever names them.
extension RegistryReader {
  mutating func readRegistry(_ root: YAMLNode) {
    guard let fields = fields(root, of: "registry", "the registry") else { return }
    if let node = fields["partnership"] { readPartnership(node) }
    for node in list(fields["people"], "people") { readPerson(node) }
    for node in list(fields["areas"], "areas") { readArea(node) }
    for node in list(fields["goals"], "goals") { readGoal(node) }
    for node in list(fields["deliverables"], "deliverables") { readDeliverable(node) }
    for node in list(fields["norms"], "norms") { readNorm(node) }
    for node in list(fields["framework"], "steps") {
      if let name = text(node, "a step") { registry.framework.append(.init(name: name, span: node.span)) }
    }
    if let node = fields["severities"] { readSeverities(node) }
    for node in list(fields["allow"], "allowances") { readAllowance(node) }
  }

  private mutating func readPartnership(_ node: YAMLNode) {
    guard let fields = fields(node, of: "partnership", "the partnership") else { return }
    registry.partnership.name = text(fields["name"], "the partnership's name")
    registry.partnership.partners = texts(fields["partners"], "partners")
  }

  private mutating func readPerson(_ node: YAMLNode) {
    guard let fields = fields(node, of: "person", "a person"),
      let name = text(fields["name"], "the person's name", in: node)
    else { return }
    var person = Registry.Person(name: name, span: fields["name"]?.span ?? node.span)
    if registry.people.contains(where: { Registry.keys($0.name) == Registry.keys(name) }) {
      wrong(person.span, "\(YAMLNode.quoted(name)) is declared twice", "keep one, or write both names in full")
    }
    person.aliases = texts(fields["also"], "other names")
    person.handle = text(fields["handle"], "a handle").map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    person.role = text(fields["role"], "a role")
    if let node = fields["partner"], let partner = text(node, "a partner") {
      let partners = registry.partnership.partners
      person.partner = partners.isEmpty ? partner : known(node, among: partners, "partner", in: "a person")
    }
    registry.people.append(person)
  }

  /// The declared name of a person who is named elsewhere in the file.
  private mutating func person(_ node: YAMLNode) -> String? {
    guard let name = text(node, "a person's name") else { return nil }
    if let person = registry.person(named: name) { return person.name }
    let names = registry.people.flatMap { [$0.name] + $0.aliases }
    let nearest = Nearest.spelling(to: name, among: names)
    wrong(
      node.span, "\(YAMLNode.quoted(name)) is not declared under people",
      nearest.map { "did you mean “\($0)”?" } ?? "add the person to people, or name one who is there")
    return nil
  }

  private mutating func people(_ node: YAMLNode?, _ what: String) -> [String] {
    list(node, what, isLenient: true).compactMap { person($0) }
  }

  private mutating func readArea(_ node: YAMLNode) {
    guard let fields = fields(node, of: "area", "an area"), let name = text(fields["name"], "the area's name", in: node)
    else { return }
    var area = Registry.Area(name: name, span: fields["name"]?.span ?? node.span)
    area.covers = texts(fields["covers"], "words")
    let accountable = list(fields["accountable"], "people", isLenient: true)
    if accountable.count > 1 {
      wrong(
        accountable[1].span, "\(accountable.count) people are accountable for \(YAMLNode.quoted(name)), expected one",
        "keep one and move the others to responsible")
    } else if accountable.isEmpty {
      wrong(area.span, "nobody is accountable for \(YAMLNode.quoted(name))", "add “accountable:” with one person")
    }
    area.accountable = accountable.compactMap { person($0) }
    area.responsible = people(fields["responsible"], "people")
    area.consulted = people(fields["consulted"], "people")
    area.informed = people(fields["informed"], "people")
    registry.areas.append(area)
  }

  private mutating func readGoal(_ node: YAMLNode) {
    if let name = node.text {
      registry.goals.append(.init(name: name, span: node.span))
      return
    }
    guard let fields = fields(node, of: "goal", "a goal"), let name = text(fields["name"], "the goal's name", in: node)
    else { return }
    var goal = Registry.Goal(name: name, span: fields["name"]?.span ?? node.span)
    goal.words = texts(fields["words"], "words")
    registry.goals.append(goal)
  }

  private mutating func readDeliverable(_ node: YAMLNode) {
    guard let fields = fields(node, of: "deliverable", "a deliverable"),
      let name = text(fields["name"], "the deliverable's name", in: node)
    else { return }
    var deliverable = Registry.Deliverable(name: name, span: fields["name"]?.span ?? node.span)
    deliverable.aliases = texts(fields["also"], "other names")
    deliverable.owner = fields["owner"].flatMap { person($0) }
    if let node = fields["area"] {
      deliverable.area = known(node, among: registry.areas.map(\.name), "area", in: "a deliverable")
    }
    deliverable.due = day(fields["due"], "a due date")
    for node in list(fields["milestones"], "milestones") { readMilestone(node, of: &deliverable) }
    registry.deliverables.append(deliverable)
  }

  private mutating func readMilestone(_ node: YAMLNode, of deliverable: inout Registry.Deliverable) {
    guard let fields = fields(node, of: "milestone", "a milestone") else { return }
    let name = text(fields["name"], "the milestone's name", in: node)
    if fields["due"] == nil { wrong(node.span, "the milestone's due date is missing", "write “due: YYYY-MM-DD”") }
    guard let due = day(fields["due"], "a due date"), let name else { return }
    let span = fields["due"]?.span ?? node.span
    if let last = deliverable.due, due > last {
      wrong(
        span, "the milestone \(YAMLNode.quoted(name)) is due \(due), after its deliverable (\(last))",
        "move the milestone before \(last), or the deliverable behind it")
    }
    deliverable.milestones.append(.init(name: name, due: due, span: span))
  }

  private mutating func readNorm(_ node: YAMLNode) {
    if let text = node.text {
      registry.norms.append(.init(text: text, span: node.span))
      return
    }
    guard let fields = fields(node, of: "norm", "a norm"), let text = text(fields["text"], "the norm's text", in: node)
    else { return }
    var norm = Registry.Norm(text: text, span: fields["text"]?.span ?? node.span)
    norm.expectations = list(fields["expects"], "expectations", isLenient: true).compactMap {
      expectation($0, "a norm")
    }
    registry.norms.append(norm)
  }

  private mutating func expectation(_ node: YAMLNode, _ place: String) -> String? {
    known(node, among: Registry.expectationNames, "expectation", in: place)
  }

  private mutating func readSeverities(_ node: YAMLNode) {
    guard case .mapping(let pairs) = node.value else {
      if !node.isNull {
        wrong(node.span, "expected expectations and severities, found \(node.kind)", "write “action-has-owner: error”")
      }
      return
    }
    for pair in pairs {
      let name = expectation(pair.key, "severities")
      let word = known(pair.value, among: Severity.allCases.map(\.rawValue), "severity", in: "severities")
      if let name, let word { registry.severities[name] = Severity(rawValue: word) }
    }
  }

  private mutating func readAllowance(_ node: YAMLNode) {
    guard let fields = fields(node, of: "allowance", "an allowance") else { return }
    var name: String?
    if let node = fields["expectation"] {
      name = expectation(node, "an allowance")
    } else {
      wrong(node.span, "the allowance's expectation is missing", "write “expectation: action-has-owner” or another")
    }
    let reason = text(fields["reason"], "the allowance's reason", in: node)
    let words = text(fields["text"], "words of the notes")
    if let name, let reason {
      registry.allowances.append(.init(expectation: name, text: words, reason: reason, span: node.span))
    }
  }
}
