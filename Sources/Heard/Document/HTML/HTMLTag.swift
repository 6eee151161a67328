/// What part an HTML element plays in notes.
enum HTMLTag: UInt8 {
  /// Anything that only wraps text: span, font, label, and every name that is not known.
  case inline
  /// Parts text from text and is no block itself: div, section, tbody, …
  case boundary
  case paragraph
  /// html, head, body: hold the whole document and belong to no block.
  case document
  case title, meta
  case heading1, heading2, heading3, heading4, heading5, heading6
  case list, orderedList, item
  case definitionList, term, definition
  case table, tableHead, row, cell, headerCell
  case quote, preformatted, rule, lineBreak
  case anchor, strong, emphasis, struck, inserted, code, time
  case input
  /// Not text: script and style, whose content is not markup either.
  case raw
  /// Holds no words of the notes: nav, form controls, what stands in for a player.
  case dropped
  case taskList, task, taskStatus

  /// Heading level, or 0.
  var headingLevel: UInt8 {
    HTMLTag.heading1.rawValue...HTMLTag.heading6.rawValue ~= rawValue ? rawValue - HTMLTag.heading1.rawValue + 1 : 0
  }

  /// Whether blocks are made of it, so that it ends a heading or a code block that was left open.
  var isStructure: Bool {
    switch self {
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .list, .orderedList, .item, .definitionList,
      .term, .definition, .table, .tableHead, .row, .cell, .headerCell, .quote, .preformatted, .rule, .taskList, .task:
      true
    default: false
    }
  }

  /// Whether it parts the text before it from the text in it.
  var isBlock: Bool { isStructure || self == .boundary || self == .paragraph || self == .document }

  fileprivate static let names: [(HTMLTag, [String])] = [
    (
      .boundary,
      [
        "div", "section", "article", "main", "aside", "header", "footer", "address", "center", "details", "summary",
        "dialog", "figure", "figcaption", "fieldset", "legend", "form", "hgroup", "search", "tbody", "tfoot", "caption",
        "ac:task-body", "ac:layout", "ac:layout-section", "ac:layout-cell", "ac:rich-text-body",
      ]
    ),
    (.paragraph, ["p"]), (.document, ["html", "head", "body"]), (.title, ["title"]), (.meta, ["meta"]),
    (.heading1, ["h1"]), (.heading2, ["h2"]), (.heading3, ["h3"]), (.heading4, ["h4"]), (.heading5, ["h5"]),
    (.heading6, ["h6"]), (.list, ["ul", "menu", "dir"]), (.orderedList, ["ol"]), (.item, ["li"]),
    (.definitionList, ["dl"]), (.term, ["dt"]), (.definition, ["dd"]), (.table, ["table"]), (.tableHead, ["thead"]),
    (.row, ["tr"]), (.cell, ["td"]), (.headerCell, ["th"]), (.quote, ["blockquote"]),
    (.preformatted, ["pre", "listing", "xmp"]), (.rule, ["hr"]), (.lineBreak, ["br"]), (.anchor, ["a"]),
    (.strong, ["b", "strong"]), (.emphasis, ["i", "em", "cite", "dfn", "var"]), (.struck, ["s", "del", "strike"]),
    (.inserted, ["ins"]), (.code, ["code", "tt", "kbd", "samp"]), (.time, ["time"]), (.input, ["input"]),
    (.raw, ["script", "style"]),
    (
      .dropped,
      [
        "template", "noscript", "nav", "select", "textarea", "button", "datalist", "svg", "math", "iframe", "object",
        "embed", "applet", "audio", "video", "canvas", "noframes", "noembed", "frameset", "map", "progress", "meter",
        "rp", "rt", "ac:parameter", "ac:task-id", "ac:task-uuid",
      ]
    ),
    (.taskList, ["ac:task-list"]), (.task, ["ac:task"]), (.taskStatus, ["ac:task-status"]),
  ]
}

/// Finds the ``HTMLTag`` of a name: open addressing over names of up to 16 bytes packed into two words.
struct HTMLTagTable: Sendable {
  static let all = HTMLTagTable()

  private var slots: [(low: UInt64, high: UInt64, tag: HTMLTag)]

  private init() {
    slots = Array(repeating: (0, 0, .inline), count: 512)
    for (tag, names) in HTMLTag.names {
      for name in names {
        let key = Self.key(name.utf8)
        var slot = Self.slot(key)
        while slots[slot].low != 0 { slot = (slot + 1) & 511 }
        slots[slot] = (key.low, key.high, tag)
      }
    }
  }

  func tag(named name: UnsafeBufferPointer<UInt8>) -> HTMLTag {
    guard 1...16 ~= name.count else { return .inline }
    let key = Self.key(name)
    var slot = Self.slot(key)
    while slots[slot].low != 0 {
      if slots[slot].low == key.low, slots[slot].high == key.high { return slots[slot].tag }
      slot = (slot + 1) & 511
    }
    return .inline
  }

  private static func key(_ name: some Sequence<UInt8>) -> (low: UInt64, high: UInt64) {
    var key: (low: UInt64, high: UInt64) = (0, 0)
    for (index, byte) in name.enumerated() {
      if index < 8 { key.low = key.low << 8 | UInt64(byte) } else { key.high = key.high << 8 | UInt64(byte) }
    }
    return key
  }

  private static func slot(_ key: (low: UInt64, high: UInt64)) -> Int {
    Int(truncatingIfNeeded: ((key.low ^ key.high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }
}
