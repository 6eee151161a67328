/// Reads `expectations.yml` and gathers everything that is wrong with it.
struct RegistryReader {
  let source: Registry.Source
  var registry = Registry()
  /// Whom every form of a name that was declared so far means.
  var personByForm: [[NameKey]: Int] = [:]
  /// By kind of entry: the names that are taken.
  var taken: [String: Set<[NameKey]>] = [:]
  /// The entry that is being read, as errors name it: `the person “Ana”`; empty between entries.
  private var place = ""
  private var faults: [(span: Span, fault: String, remedy: String)] = []
  /// Errors beyond those that are kept.
  private(set) var untold = 0

  private static let mostTold = 100
  /// Of people, areas, names of one person: more than any partnership has, so that hostile files are read in no time.
  private static let longestList = 1000
  private static let longestText = 1000

  init(_ source: Registry.Source) {
    self.source = source
    registry.source = source
  }

  mutating func read() {
    do throws(YAMLLimits.Fault) {
      let file = try YAMLReader.read(source.bytes)
      for fault in file.faults { wrong(Span(fault.offset, fault.offset), fault.fault, fault.remedy) }
      if let root = file.root, !root.isNull { readRegistry(root) }
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
    guard faults.count < RegistryReader.mostTold else {
      untold += 1
      return
    }
    faults.append((span, place.isEmpty ? fault : place + ": " + fault, remedy))
  }

  /// The spelling that was most likely meant; nothing is looked for where no error is told any more.
  func nearest(to word: String?, among choices: some Sequence<String>) -> String? {
    guard faults.count < RegistryReader.mostTold, let word else { return nil }
    return Nearest.spelling(to: word, among: choices)
  }

  // MARK: Shapes

  typealias Fields = [String: YAMLNode]

  /// The values of a mapping by key; keys that it does not know are told.
  mutating func fields(_ node: YAMLNode, of kind: String, _ what: String) -> Fields? {
    place = ""
    guard case .mapping(let pairs) = node.value else {
      let keys = Registry.keys[kind, default: []]
      wrong(node.span, "expected \(what), found \(node.kind)", "write the keys \(keys.joined(separator: ", "))")
      return nil
    }
    let name = pairs.first { $0.key.text == "name" }?.value.text
    if let name { place = "the \(kind) \(YAMLNode.quoted(name))" }
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
    let rest = place.isEmpty ? " in " + what : ""
    let said = node.text.map { "unknown \(noun) \(YAMLNode.quoted($0))" + rest }
    let nearest = nearest(to: node.text, among: choices)
    let all = choices.count > 12 ? "see the manual for all" : "one of: " + choices.joined(separator: ", ")
    wrong(
      node.span, said ?? "expected a \(noun)\(rest), found \(node.kind)",
      nearest.map { "did you mean “\($0)”?" } ?? "write " + all)
    return nil
  }

  mutating func text(_ node: YAMLNode?, _ what: String, in owner: YAMLNode? = nil) -> String? {
    guard let node else {
      if let owner { wrong(owner.span, "\(what) is missing", "write it") }
      return nil
    }
    if let text = node.text {
      guard text.utf8.count > RegistryReader.longestText else { return text }
      wrong(node.span, "\(what) is longer than \(RegistryReader.longestText) bytes", "shorten it")
      return nil
    }
    var remedy = "write it as text"
    if case .scalar(let text, true) = node.value, !node.isNull {
      remedy = text.utf8.count > 60 ? "put it in quotes" : "put it in quotes: \"\(text)\""
    }
    wrong(node.span, "expected \(what), found \(node.kind)", remedy)
    return nil
  }

  /// The values of a list; one value stands for a list of one where `isLenient`.
  mutating func list(_ node: YAMLNode?, _ what: String, isLenient: Bool = false) -> [YAMLNode] {
    guard let node, !node.isNull else { return [] }
    if case .sequence(let items) = node.value {
      guard items.count > RegistryReader.longestList else { return items }
      wrong(
        items[RegistryReader.longestList].span, "more than \(RegistryReader.longestList) \(what) in one list",
        "a registry holds far less; shorten it")
      return Array(items.prefix(RegistryReader.longestList))
    }
    if isLenient, case .scalar = node.value { return [node] }
    wrong(node.span, "expected a list of \(what), found \(node.kind)", "put each on a line of its own behind “- ”")
    return []
  }

  /// The entries of a section.
  mutating func section(_ node: YAMLNode?, _ what: String) -> [YAMLNode] {
    place = ""
    return list(node, what)
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
