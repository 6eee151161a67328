import CLibYAML

/// What libyaml's parser says, event by event; the only file that knows it.
struct YAMLEvents {
  struct Event {
    enum What {
      case document, alias, end
      /// - Parameter isPlain: written without quotes, so that it may mean a number or nothing.
      case scalar(String, isPlain: Bool)
      case begin(isMapping: Bool)
    }

    var what: What
    /// The name behind `&` or `*`.
    var anchor: [UInt8]?
    /// Of a scalar its first line, of a sequence or mapping its first byte.
    var span: Span
  }

  private let bytes: [UInt8]
  private let places: YAMLPlaces
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The bytes as the parser reads them, which it does not copy.
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var hasEnded = false

  /// To be closed.
  init(_ bytes: [UInt8], _ places: YAMLPlaces) {
    self.bytes = bytes
    self.places = places
    input = .allocate(capacity: max(1, bytes.count))
    _ = input.initialize(from: bytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    hasEnded = yaml_parser_initialize(parser) == 0
    guard !hasEnded else { return }
    // Said here, the encoding is not guessed, so that every place is a place of the file.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let text = UnsafeMutableBufferPointer(rebasing: input[places.start..<max(places.start, bytes.count)])
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  func close() {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event; nil at the end of the file.
  mutating func next() throws(YAMLLimits.Fault) -> Event? {
    while !hasEnded {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { hasEnded = true }
      if let known = known(event) { return known }
    }
    return nil
  }

  private func known(_ event: yaml_event_t) -> Event? {
    let place = places.offset(of: event.start_mark.index)
    let first = Span(place, min(place + 1, bytes.count))
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return Event(what: .document, span: first)
    case YAML_ALIAS_EVENT: return Event(what: .alias, anchor: YAMLEvents.name(event.data.alias.anchor), span: first)
    case YAML_SEQUENCE_START_EVENT:
      let anchor = YAMLEvents.name(event.data.sequence_start.anchor)
      return Event(what: .begin(isMapping: false), anchor: anchor, span: first)
    case YAML_MAPPING_START_EVENT:
      let anchor = YAMLEvents.name(event.data.mapping_start.anchor)
      return Event(what: .begin(isMapping: true), anchor: anchor, span: first)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return Event(what: .end, span: first)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = TextDecoding.string(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
      // `!!str 42` is text, though it has no quotes.
      let isText = YAMLEvents.name(scalar.tag).map { $0 == Array("tag:yaml.org,2002:str".utf8) } ?? false
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && !isText
      let end = self.end(of: places.offset(of: event.end_mark.index), from: place)
      return Event(
        what: .scalar(text, isPlain: isPlain), anchor: YAMLEvents.name(scalar.anchor), span: Span(place, end))
    default: return nil
    }
  }

  private static func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> [UInt8]? {
    guard var byte = text else { return nil }
    var name: [UInt8] = []
    while byte.pointee != 0 {
      name.append(byte.pointee)
      byte += 1
    }
    return name
  }

  /// Where a value ends on its line; of a long one not all is told.
  private func end(of last: Int, from start: Int) -> Int {
    let last = min(bytes.count, last, start + 200)
    var end = start
    while end < last, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  private func fault() -> YAMLLimits.Fault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
    if parser.pointee.error == YAML_READER_ERROR {
      let offset = min(bytes.count, places.start + parser.pointee.problem_offset)
      return .init(offset: offset, fault: "this is not YAML: \(problem)", remedy: "remove control characters")
    }
    return .init(
      offset: places.offset(of: parser.pointee.problem_mark.index), fault: "this is not YAML: \(problem)",
      remedy: "check the indentation, the quotes and the colons there")
  }
}
