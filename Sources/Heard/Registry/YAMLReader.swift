import Yams

/// Reads YAML into nodes with places, within limits; the only file that knows Yams.
struct YAMLReader {
  private let bytes: [UInt8]
  private let start: Int
  private let lineStarts: [Int]
  private var visited = 0

  /// The file's one value; nil where it holds none.
  static func read(_ bytes: [UInt8]) throws(YAMLLimits.Fault) -> YAMLNode? {
    if let fault = YAMLLimits.fault(in: bytes) { throw fault }
    var reader = YAMLReader(bytes)
    let text = TextDecoding.string(bytes[reader.start...])
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch {
      throw reader.fault(of: error)
    }
    guard let root else { return nil }
    return try reader.node(root, depth: 1)
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = TextDecoding.markLength(bytes)
    var starts = [start]
    var index = start
    while index < bytes.count {
      let next = YAMLReader.lineBreak(bytes, index)
      index = next ?? index + 1
      if next != nil { starts.append(index) }
    }
    lineStarts = starts
  }

  private mutating func node(_ node: Node, depth: Int) throws(YAMLLimits.Fault) -> YAMLNode {
    let place = offset(node.mark)
    visited += 1
    guard visited <= YAMLLimits.nodes else {
      throw YAMLLimits.Fault(
        offset: place, fault: "more than \(YAMLLimits.nodes) values, aliases counted",
        remedy: "a registry holds far less; shorten it")
    }
    guard depth <= YAMLLimits.depth else {
      throw YAMLLimits.Fault(
        offset: place, fault: "values nested deeper than \(YAMLLimits.depth)", remedy: "a registry needs four levels")
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain && true
      let end = max(place, min(bytes.count, lineEnd(place)))
      let written = scalar.string.utf8.count + (scalar.style == .plain ? 0 : 2)
      return YAMLNode(
        value: .scalar(scalar.string, isPlain: isPlain), span: Span(place, min(end, max(place + written, place))))
    case .sequence(let sequence):
      var children: [YAMLNode] = []
      for child in sequence { children.append(try self.node(child, depth: depth + 1)) }
      return YAMLNode(value: .sequence(children), span: Span(place, min(place + 1, bytes.count)))
    case .mapping(let mapping):
      var pairs: [YAMLNode.Pair] = []
      for pair in mapping {
        let key = try self.node(pair.key, depth: depth + 1)
        pairs.append(.init(key: key, value: try self.node(pair.value, depth: depth + 1)))
      }
      return YAMLNode(value: .mapping(pairs), span: Span(place, min(place + 1, bytes.count)))
    case .alias:
      return YAMLNode(value: .scalar("", isPlain: true), span: Span(place, place))
    }
  }

  // MARK: Places

  /// Yams counts lines and Unicode scalars, both from 1; a line of its own ends at NEL, LS and PS too.
  private func offset(_ mark: Mark?) -> Int {
    guard let mark else { return start }
    var index = mark.line >= 1 && mark.line <= lineStarts.count ? lineStarts[mark.line - 1] : bytes.count
    var column = 1
    while column < mark.column, index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return min(index, bytes.count)
  }

  /// The offset behind a line break at an offset.
  private static func lineBreak(_ bytes: [UInt8], _ index: Int) -> Int? {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch bytes[index] {
    case 0x0A: return index + 1
    case 0x0D: return byte(1) == 0x0A ? index + 2 : index + 1
    case 0xC2 where byte(1) == 0x85: return index + 2
    case 0xE2 where byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9): return index + 3
    default: return nil
    }
  }

  private func lineEnd(_ index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  // MARK: Faults

  private func fault(of error: any Error) -> YAMLLimits.Fault {
    let remedy = "check the indentation, the quotes and the colons there"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .init(offset: offset(mark), fault: "this is not YAML: \(problem)", remedy: remedy)
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.prefix(3).map { YAMLNode.quoted($0) }.joined(separator: ", ")
      return .init(
        offset: offset(context.mark), fault: "the key \(names) is written more than once in one mapping",
        remedy: "join the two or remove one")
    case .reader(let problem, _, _, _):
      return .init(offset: start, fault: "this is not YAML: \(problem)", remedy: "remove control characters")
    default: return .init(offset: start, fault: "this is not YAML", remedy: remedy)
    }
  }
}
