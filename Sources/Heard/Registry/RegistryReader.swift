/// Reads `expectations.yml` and gathers everything that is wrong with it.
struct RegistryReader {
  let source: Registry.Source
  var registry = Registry()
  private var faults: [(span: Span, fault: String, remedy: String)] = []

  init(_ source: Registry.Source) {
    self.source = source
    registry.source = source
  }

  mutating func read() {
    do throws(YAMLLimits.Fault) {
      guard let root = try YAMLReader.read(source.bytes), !root.isNull else { return }
      readRegistry(root)
    } catch {
      wrong(Span(error.offset, error.offset), error.fault, error.remedy)
    }
  }

  /// In the order of the file.
  var errors: [RegistryError] {
    faults.sorted { ($0.span.start, $0.fault) < ($1.span.start, $1.fault) }.map { fault in
      let place = source.lines.position(of: fault.span.start)
      return RegistryError(
        file: source.name, line: place.line, column: place.column, span: fault.span, fault: fault.fault,
        remedy: fault.remedy)
    }
  }

  mutating func wrong(_ span: Span, _ fault: String, _ remedy: String) {
    faults.append((span, fault, remedy))
  }

  // MARK: Shapes

  typealias Fields = [String: YAMLNode]

  /// The values of a mapping by key; keys that it does not know are told.
  mutating func fields(_ node: YAMLNode, of kind: String, _ what: String) -> Fields? {
    guard case .mapping(let pairs) = node.value else {
      let keys = Registry.keys[kind, default: []]
      wrong(node.span, "expected \(what), found \(node.kind)", "write the keys \(keys.joined(separator: ", "))")
      return nil
    }
    var fields: Fields = [:]
    for pair in pairs {
      guard let key = known(pair.key, among: Registry.keys[kind, default: []], "key", in: what) else { continue }
      fields[key] = pair.value
    }
    return fields
  }

  /// A word that must be one of a few.
  mutating func known(_ node: YAMLNode, among choices: [String], _ noun: String, in what: String) -> String? {
    if let text = node.text, choices.contains(text) { return text }
    // A plain `off` or `on` is a word here.
    let said = node.text.map { "unknown \(noun) \(YAMLNode.quoted($0)) in \(what)" }
    let nearest = node.text.flatMap { Nearest.spelling(to: $0, among: choices) }
    let all = choices.count > 12 ? "see the manual for all" : "one of: " + choices.joined(separator: ", ")
    wrong(
      node.span, said ?? "expected a \(noun) in \(what), found \(node.kind)",
      nearest.map { "did you mean “\($0)”?" } ?? "write " + all)
    return nil
  }

  mutating func text(_ node: YAMLNode?, _ what: String, in owner: YAMLNode? = nil) -> String? {
    guard let node else {
      if let owner { wrong(owner.span, "\(what) is missing", "write it") }
      return nil
    }
    if let text = node.text { return text }
    var remedy = "write it as text"
    if case .scalar(let text, true) = node.value, !node.isNull { remedy = "put it in quotes: \"\(text)\"" }
    wrong(node.span, "expected \(what), found \(node.kind)", remedy)
    return nil
  }

  /// The values of a list; one value stands for a list of one where `isLenient`.
  mutating func list(_ node: YAMLNode?, _ what: String, isLenient: Bool = false) -> [YAMLNode] {
    guard let node, !node.isNull else { return [] }
    if case .sequence(let items) = node.value { return items }
    if isLenient, case .scalar = node.value { return [node] }
    wrong(node.span, "expected a list of \(what), found \(node.kind)", "put each on a line of its own behind “- ”")
    return []
  }

  mutating func texts(_ node: YAMLNode?, _ what: String) -> [String] {
    list(node, what, isLenient: true).compactMap { text($0, "one of \(what)") }
  }

  mutating func day(_ node: YAMLNode?, _ what: String) -> Day? {
    guard let node else { return nil }
    guard case .scalar(let text, _) = node.value, !node.isNull else {
      wrong(node.span, "expected \(what), found \(node.kind)", "write a day as YYYY-MM-DD")
      return nil
    }
    if let day = Day(iso: text) { return day }
    let looksRight = text.utf8.count == 10 && text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    wrong(
      node.span, looksRight ? "there is no day \(text)" : "expected \(what), found \(node.kind)",
      "write a day of the calendar as YYYY-MM-DD, such as 2026-02-28")
    return nil
  }
}
