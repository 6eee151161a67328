/// Reads YAML into nodes with places, within limits.
struct YAMLReader {
  private let bytes: [UInt8]
  private var places: YAMLPlaces
  /// What is open, outermost first.
  private var open: [Growing] = []
  /// By anchor: what it stands for.
  private var anchored: [[UInt8]: Measured] = [:]
  private var visited = 0
  private var root: YAMLNode?
  /// What is wrong with single values, so that it can be told beside other errors.
  private var faults: [YAMLLimits.Fault] = []

  /// A node with what it takes to visit it.
  private struct Measured {
    var node: YAMLNode
    var nodes = 1
    var height = 1
  }

  /// A sequence or mapping whose end is still to come.
  private struct Growing {
    var isMapping: Bool
    var anchor: [UInt8]?
    var span: Span
    var nodes = 1
    var height = 1
    var items: [YAMLNode] = []
    var pairs: [YAMLNode.Pair] = []
    var key: YAMLNode?
    /// Keys that are text.
    var keys: Set<[UInt8]> = []
  }

  /// The file's one value, nil where it holds none, with what is wrong with single keys of it.
  static func read(
    _ bytes: [UInt8]
  ) throws(YAMLLimits.Fault) -> (root: YAMLNode?, faults: [YAMLLimits.Fault]) {
    if let fault = YAMLLimits.fault(in: bytes) { throw fault }
    var reader = YAMLReader(bytes: bytes, places: YAMLPlaces(bytes))
    try reader.readEvents()
    return (reader.root, reader.faults)
  }

  private init(bytes: [UInt8], places: YAMLPlaces) {
    self.bytes = bytes
    self.places = places
  }

  private mutating func readEvents() throws(YAMLLimits.Fault) {
    var events = YAMLEvents(bytes, places)
    defer { events.close() }
    var documents = 0
    while let event = try events.next() {
      if case .document = event.what {
        documents += 1
        guard documents == 1 else {
          throw fault(event.span, "a second document", "keep everything above the line “---”")
        }
      }
      try take(event)
    }
  }

  private mutating func take(_ event: YAMLEvents.Event) throws(YAMLLimits.Fault) {
    switch event.what {
    case .document: return
    case .scalar(let text, let isPlain):
      try add(Measured(node: YAMLNode(value: .scalar(text, isPlain: isPlain), span: event.span)), event.anchor)
    case .alias:
      guard let anchor = event.anchor, let known = anchored[anchor] else {
        throw fault(
          event.span, "this is not YAML: an alias of nothing", "write the anchor above it, or the value itself")
      }
      try add(known, nil)
    case .begin(let isMapping):
      try visit(1, height: 1, at: event.span)
      open.append(Growing(isMapping: isMapping, anchor: event.anchor, span: event.span))
    case .end:
      guard let done = open.popLast() else { return }
      let value: YAMLNode.Value = done.isMapping ? .mapping(done.pairs) : .sequence(done.items)
      place(
        Measured(node: YAMLNode(value: value, span: done.span), nodes: done.nodes, height: done.height), done.anchor)
    }
  }

  /// Takes in a node that is whole.
  private mutating func add(_ node: Measured, _ anchor: [UInt8]?) throws(YAMLLimits.Fault) {
    try visit(node.nodes, height: node.height, at: node.node.span)
    place(node, anchor)
  }

  /// Counts nodes, those behind an alias each time.
  private mutating func visit(_ nodes: Int, height: Int, at span: Span) throws(YAMLLimits.Fault) {
    visited += nodes
    guard visited <= YAMLLimits.nodes else {
      throw fault(
        span, "more than \(YAMLLimits.nodes) values, aliases counted", "a registry holds far less; shorten it")
    }
    guard open.count + height <= YAMLLimits.depth else {
      throw fault(span, "values nested deeper than \(YAMLLimits.depth)", "a registry needs four levels")
    }
  }

  /// Puts a node where it belongs.
  private mutating func place(_ new: Measured, _ anchor: [UInt8]?) {
    if let anchor { anchored[anchor] = new }
    guard !open.isEmpty else {
      root = new.node
      return
    }
    let last = open.count - 1
    open[last].nodes += new.nodes
    open[last].height = max(open[last].height, new.height + 1)
    guard open[last].isMapping else {
      open[last].items.append(new.node)
      return
    }
    guard let key = open[last].key else {
      open[last].key = new.node
      if case .scalar(let text, _) = new.node.value, !open[last].keys.insert(Array(text.utf8)).inserted {
        faults.append(
          fault(
            new.node.span, "the key \(YAMLNode.quoted(text)) is written more than once in one mapping",
            "join the two or remove one"))
      }
      return
    }
    open[last].pairs.append(.init(key: key, value: new.node))
    open[last].key = nil
  }

  private func fault(_ span: Span, _ fault: String, _ remedy: String) -> YAMLLimits.Fault {
    .init(offset: span.start, fault: fault, remedy: remedy)
  }
}
