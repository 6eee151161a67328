/// What an element's attributes say about its words.
struct HTMLTraits {
  typealias MarkKind = BlockText.Mark.Kind

  /// The value of `class`.
  var classes: Range<Int32> = 0..<0
  /// Where a link leads, or the `datetime` of a time.
  var value: Range<Int32> = 0..<0
  /// `name` of a meta element, and its `content`.
  var metaName: Range<Int> = 0..<0
  var metaContent: Range<Int> = 0..<0
  /// A check box, and whether it is ticked.
  var isTicked: Bool?
  var isHidden = false
  /// A table that only arranges its content.
  var isLayout = false
  var isMention = false
  /// A script that is data about the page.
  var isData = false
  /// Bold, italic and struck as inline style; nil where the style says nothing.
  var isStrong: Bool?
  var isEmphasis = false
  var isStruck = false
  var columns = 1
  var rows = 1
  var firstNumber: Int32 = 1

  private var isCheckBox = false
  private var isChecked = false

  init() {}

  init(_ notes: UnsafeBufferPointer<UInt8>, _ tag: HTMLTag, from start: Int, to end: Int) {
    var name = start
    while name < end, HTMLBytes.isName(notes[name]) { name += 1 }
    var attributes = HTMLAttributes(notes, from: name, to: end)
    var count = 0
    while count < Guards.attributes, let attribute = attributes.next() {
      count += 1
      if !attribute.name.isEmpty { read(notes, tag, attribute.name, attribute.value) }
    }
    if tag == .input {
      isTicked = isCheckBox ? isChecked : nil
    }
  }

  private mutating func read(
    _ notes: UnsafeBufferPointer<UInt8>, _ tag: HTMLTag, _ name: Range<Int>, _ value: Range<Int>
  ) {
    func named(_ text: StaticString) -> Bool { HTMLBytes.isText(text, notes, name) }
    func valued(_ text: StaticString) -> Bool { HTMLBytes.isText(text, notes, value) }
    let range = Int32(value.lowerBound)..<Int32(value.upperBound)
    if named("class") {
      classes = range
      readClasses(notes, value)
    } else if named("style") {
      readStyle(notes, value)
    } else if named("hidden") {
      isHidden = true
    } else if named("aria-hidden") {
      isHidden = isHidden || valued("true")
    } else if named("data-mention") || named("data-mention-id") {
      isMention = true
    } else if named("data-tag") {
      if HTMLBytes.contains("to-do", notes, value) {
        isTicked = HTMLBytes.contains("to-do:completed", notes, value)
      }
    } else if named("data-checked") || named("aria-checked") {
      isTicked = valued("true")
    } else if named("data-list") {
      if valued("checked") || valued("unchecked") { isTicked = valued("checked") }
    } else if named("role") {
      isLayout = valued("presentation") || valued("none")
    } else {
      readByTag(notes, tag, name, value)
    }
  }

  private mutating func readByTag(
    _ notes: UnsafeBufferPointer<UInt8>, _ tag: HTMLTag, _ name: Range<Int>, _ value: Range<Int>
  ) {
    func named(_ text: StaticString) -> Bool { HTMLBytes.isText(text, notes, name) }
    let range = Int32(value.lowerBound)..<Int32(value.upperBound)
    switch tag {
    case .anchor where named("href"), .time where named("datetime"): self.value = range
    case .input where named("type"): isCheckBox = HTMLBytes.isText("checkbox", notes, value)
    case .input where named("checked"): isChecked = true
    case .cell where named("colspan"), .headerCell where named("colspan"): columns = max(1, Self.number(notes, value))
    case .cell where named("rowspan"), .headerCell where named("rowspan"): rows = max(1, Self.number(notes, value))
    case .orderedList where named("start"): firstNumber = Int32(Self.number(notes, value))
    case .meta where named("name") || named("property") || named("itemprop"): metaName = value
    case .raw where named("type"): isData = HTMLBytes.isText("application/ld+json", notes, value)
    case .meta where named("content"): metaContent = value
    default: break
    }
  }

  private mutating func readClasses(_ notes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
    func has(_ word: StaticString) -> Bool { HTMLBytes.hasWord(word, notes, value) }
    if has("checkbox-on") { isTicked = true } else if has("checkbox-off") { isTicked = false }
    if has("task-list-item"), isTicked == nil { isTicked = false }
    if has("user-mention") || has("mention") || has("confluence-userlink") { isMention = true }
  }

  private mutating func readStyle(_ notes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
    func has(_ text: StaticString) -> Bool { HTMLBytes.contains(text, notes, value) }
    if has("display:none") || has("visibility:hidden") || has("mso-hide:all") || has("mso-list:ignore") {
      isHidden = true
    }
    if has("font-weight:bold") || has("font-weight:700") || has("font-weight:800") || has("font-weight:900") {
      isStrong = true
    } else if has("font-weight:normal") || has("font-weight:400") {
      isStrong = false
    }
    isEmphasis = has("font-style:italic")
    isStruck = has("line-through")
  }

  /// A decimal number of up to four digits, or 0.
  private static func number(_ notes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var number = 0
    for i in range.prefix(4) {
      guard HTMLBytes.isDigit(notes[i]) else { break }
      number = number * 10 + Int(notes[i]) - 0x30
    }
    return number
  }
}
