/// Sees of a sentence what learned weights are given to: its words, its form, and where it stands.
import HeardGrammar

extension Hearing {
  /// What the sentences of one utterance share.
  struct Telling {
    var place: Place
    var hasSpeaker: Bool
    var hasLabel: Bool
    /// The role of the marker in it; empty where there is none.
    var markerRole: String
    /// Of its sentences that are no marker, how many there are, and the position of the one at hand.
    var sentences: Int
    var position = 0
  }

  /// In symbols: what stands further behind in a sentence says little about it.
  private static let mostSymbols = 64
  /// In symbols: a longer heading, or item around, is no label, and only its first word is looked at.
  private static let mostAround = 8

  // MARK: Words

  /// The words of a sentence in order, with persons, dates and so on as one symbol each, and the tokens that the first two begin at.
  func readSymbols(of range: Range<Int>, into symbols: inout [UInt32]) -> (first: Int, second: Int) {
    symbols.removeAll(keepingCapacity: true)
    var (first, second) = (-1, -1)
    var index = range.lowerBound
    while index < range.upperBound, symbols.count < Hearing.mostSymbols {
      let start = index
      let symbol = symbol(at: &index)
      guard symbol > 0 else { continue }
      if symbols.isEmpty { first = start } else if symbols.count == 1 { second = start }
      symbols.append(symbol)
    }
    return (first, second)
  }

  /// The symbol at a token, and the place behind it; 0: a mark that the Grammar does not know.
  private func symbol(at index: inout Int) -> UInt32 {
    let (person, date) = (Int(tokens.personEnd[index]), Int(tokens.dateEnd[index]))
    if person > index {
      index = person
      return Feature.WordGroup.person.rawValue
    }
    if date > index {
      index = date
      return Feature.WordGroup.date.rawValue
    }
    index += 1
    return Hearing.symbol(of: tokens.tokens[index - 1])
  }

  private static func symbol(of token: Token) -> UInt32 {
    switch token.kind {
    case .word: token.word > 0 ? UInt32(token.word) : Feature.WordGroup.other.rawValue
    case .number: Feature.WordGroup.number.rawValue
    case .reference: Feature.WordGroup.reference.rawValue
    case .url, .email: Feature.WordGroup.link.rawValue
    case .handle: Feature.WordGroup.person.rawValue
    case .punctuation, .symbol: UInt32(max(0, token.word))
    }
  }

  /// The features of a sentence's words.
  func forEachFeature(ofWords symbols: [UInt32], _ body: (Feature) -> Void) {
    for index in symbols.indices {
      body(Feature(.word, symbols[index]))
      if index + 1 < symbols.count { body(Feature(.pair, symbols[index], symbols[index + 1])) }
    }
    if symbols.count > 0 { body(Feature(.first, symbols[0])) }
    if symbols.count > 1 {
      body(Feature(.second, symbols[1]))
      body(Feature(.opening, symbols[0], symbols[1]))
    }
    if symbols.count > 2 { body(Feature(.third, symbols[2])) }
  }

  /// The features of a leaf that stands around others: the heading above them or the item that they are in.
  func forEachFeature(of kind: Feature.Kind, around leaf: Int, _ body: (Feature) -> Void) {
    let words = leaves.leaf(leaf).tokens.tokens.lazy.map { Hearing.symbol(of: $0) }.filter { $0 > 0 }
    let isLabel = words.dropFirst(Hearing.mostAround).isEmpty
    for symbol in words.prefix(isLabel ? Hearing.mostAround : 1) { body(Feature(kind, symbol)) }
  }

  // MARK: Form and place

  func forEachTrait(
    _ telling: Telling, _ range: Range<Int>, _ symbols: [UInt32], _ starts: (first: Int, second: Int), _ body: (Feature.Trait) -> Void
  ) {
    body(.always)
    forEachTrait(of: telling.place, body)
    if let role = Hearing.role(telling.place.role) { body(role) }
    let isPerson = symbols.first == Feature.WordGroup.person.rawValue
    if telling.place.role == .actions {
      body(telling.place.depth < 0 ? .proseOfActions : telling.place.depth == 0 ? .itemOfActions : .subitemOfActions)
      if isPerson { body(.personOfActions) }
    } else if hasActions {
      body(.besideActions)
      if isPerson { body(.personBesideActions) }
    }
    if telling.hasSpeaker { body(.speaker) }
    if telling.hasLabel { body(.label) }
    switch telling.markerRole {
    case "": break
    case "action": body(.actionMarker)
    case "decision": body(.decisionMarker)
    case "question": body(.questionMarker)
    default: body(.otherMarker)
    }
    body(telling.sentences < 2 ? .alone : telling.position == 0 ? .firstOfSeveral : .laterOfSeveral)
    forEachTrait(ofForm: range, symbols, starts, body)
    if isPerson, symbols.count > 1, starts.second >= 0 { body(personThen(starts.second)) }
  }

  private func forEachTrait(of place: Place, _ body: (Feature.Trait) -> Void) {
    switch document.blocks[place.block].kind {
    case .cell: body(.cell)
    case .turn: body(.turn)
    default: body(place.depth < 0 ? .prose : place.depth == 0 ? .item : place.depth == 1 ? .subitem : .deepItem)
    }
    if place.isHeading { body(.heading) }
    if place.isListLine { body(.listLine) }
    if place.isDashed { body(.dashed) }
    if place.isFurther { body(.further) }
    if place.isDetail { body(.detail) }
    if place.isItalic { body(.italic) }
    if place.isStruck { body(.struck) }
    if place.isTicked { body(.ticked) }
    if place.isUnticked { body(.unticked) }
    if hasChildren(place) { body(.holdsItems) }
    let sixth = place.block * 6 / max(1, document.blocks.count)
    body(Hearing.sixths[min(5, sixth)])
  }

  private static let sixths: [Feature.Trait] = [.firstSixth, .secondSixth, .thirdSixth, .fourthSixth, .fifthSixth, .lastSixth]

  private static func role(_ role: SectionRole?) -> Feature.Trait? {
    switch role {
    case .actions: .actions
    case .decisions: .decisions
    case .questions: .questions
    case .attendees: .attendees
    case .agenda: .agenda
    case .notes: .notes
    case .done: .done
    case .template: .template
    case .reference: .reference
    case nil: .noRole
    default: .otherRole
    }
  }

  private func forEachTrait(
    ofForm range: Range<Int>, _ symbols: [UInt32], _ starts: (first: Int, second: Int), _ body: (Feature.Trait) -> Void
  ) {
    if starts.first >= 0 {
      let flags = tokens.tokens[starts.first].flags
      body(flags.contains(.capitalized) ? .capital : .small)
      if flags.contains(.strong) { body(.strong) }
      switch ending(of: starts.first) {
      case .ed: body(.firstEd)
      case .ing: body(.firstIng)
      case .s: body(.firstS)
      case .ly: body(.firstLy)
      case nil: break
      }
    }
    if starts.second >= 0 {
      switch ending(of: starts.second) {
      case .ed: body(.secondEd)
      case .ing: body(.secondIng)
      case .s: body(.secondS)
      default: break
      }
    }
    switch range.last.map({ tokens.tokens[$0].mark }) ?? 0 {
    case 0x3F: body(.endsInQuestion)
    case 0x3A: body(.endsInColon)
    case 0x2E: body(.endsInPeriod)
    default: body(.endsInWord)
    }
    body(
      symbols.count <= 3 ? .upTo3 : symbols.count <= 7 ? .upTo7 : symbols.count <= 15 ? .upTo15 : symbols.count <= 31 ? .upTo31 : .over31)
  }

  private func personThen(_ token: Int) -> Feature.Trait {
    switch ending(of: token) {
    case .ed: .personThenEd
    case .ing: .personThenIng
    case .s: .personThenS
    default: .personThenPlain
    }
  }

  private enum Ending { case ed, ing, s, ly }

  /// How a word ends, as verbs and adverbs of English do.
  private func ending(of token: Int) -> Ending? {
    let token = tokens.tokens[token]
    guard token.kind == .word, token.length > 4 else { return nil }
    let bytes = text.bytes
    let (last, before) = (bytes[Int(token.end) - 1], bytes[Int(token.end) - 2])
    switch last {
    case 0x64: return before == 0x65 ? .ed : nil
    case 0x67: return before == 0x6E && bytes[Int(token.end) - 3] == 0x69 ? .ing : nil
    case 0x73: return before == 0x73 ? nil : .s
    case 0x79: return before == 0x6C ? .ly : nil
    default: return nil
    }
  }
}
