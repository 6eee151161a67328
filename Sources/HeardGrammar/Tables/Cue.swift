/// One entry of the Grammar: what it hears, as what, and how much that counts.
public struct Cue: Sendable {
  /// What a cue is evidence of. A new kind is one case here.
  @frozen
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Something is to be done.
    case action
    /// Something is settled.
    case decision
    /// Something is asked.
    case question
    /// Why something is so.
    case reason
    /// A question is answered.
    case answer
    /// Somebody takes on what was asked of them.
    case acceptance
    /// Something went well.
    case win
    /// Something went wrong.
    case setback
    /// Somebody does not agree.
    case disagreement
    /// A vote's count.
    case vote
    /// An objection or a vote against.
    case dissent
    /// Speaks against other kinds.
    case veto
    /// Takes firmness away.
    case hedge
    /// Done, open, carried over.
    case status
    /// What a heading says about what stands below it; matched against the whole heading.
    case section
    /// A label before an item: `ACTION:`.
    case marker
    /// What a table's column holds; matched against the whole head cell.
    case column
    /// What a field of the notes' head holds; matched against the whole key.
    case field
    /// What a class attribute of HTML says; matched against the whole name.
    case `class`
    /// Who was there.
    case presence
    /// Who does what is an action already, where no sentence says it.
    case owner
    /// Words that carry nothing.
    case filler
    /// Said in passing, and something that an expectation asks for.
    case sign
    /// How words are said to the person whom they are about: ``Cue/says`` stands in their place.
    case rewrite
    /// A word that may mean something outside its sentence, which is then quoted and not restated.
    case pointer
    /// A sentence that heard says itself; it matches nothing.
    case frame

    /// Matched against a whole text rather than inside a sentence.
    public var isWhole: Bool { self == .section || self == .column || self == .field || self == .class }

    /// Where the rows of a word's anchors stand for cues of this kind, so that whoever looks for some passes the others over.
    var shelf: Int { isSaid ? 3 : isWhole ? 2 : Kinds.early.contains(self) ? 0 : 1 }

    /// For what heard says, not for what it hears.
    public var isSaid: Bool { self == .rewrite || self == .pointer || self == .frame }

    public var name: String { Kind.names[Int(rawValue)] }
    // In the order of the cases: having the runtime describe them takes longer than hearing a short page.
    private static let names = [
      "action", "decision", "question", "reason", "answer", "acceptance", "win", "setback", "disagreement", "vote",
      "dissent", "veto", "hedge", "status", "section", "marker", "column", "field", "class", "presence", "owner",
      "filler", "sign", "rewrite", "pointer", "frame",
    ]
  }

  public enum Firmness: UInt8, Sendable, CaseIterable { case unknown, firm, asked, hedged }

  /// How far a veto reaches.
  public enum Scope: UInt8, Sendable, CaseIterable { case clause, sentence, block }

  /// A set of kinds.
  @frozen
  public struct Kinds: OptionSet, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    @inlinable public init(_ kind: Kind) { rawValue = 1 << UInt32(kind.rawValue) }
    @inlinable public func contains(_ kind: Kind) -> Bool { rawValue >> UInt32(kind.rawValue) & 1 == 1 }

    /// What may be an item of the meeting, and what counts without one: looked for everywhere.
    public static let early: Kinds = [
      Kinds(.action), Kinds(.decision), Kinds(.question), Kinds(.marker), Kinds(.win), Kinds(.setback),
      Kinds(.disagreement), Kinds(.reason), Kinds(.sign), Kinds(.status),
    ]

    /// A bit for each shelf on which cues of these kinds stand.
    public static func shelves(of kinds: UInt32) -> UInt32 {
      Kind.allCases.reduce(0) { kinds >> UInt32($1.rawValue) & 1 == 1 ? $0 | 1 << UInt32($1.shelf) : $0 }
    }
  }

  /// A text that the cue hears or ignores, with the slots' expected words.
  public struct Example: Sendable, Equatable {
    public var text: String
    public var slots: [(name: String, text: String)]

    public init(text: String, slots: [(name: String, text: String)] = []) { (self.text, self.slots) = (text, slots) }

    public static func == (a: Example, b: Example) -> Bool {
      a.text == b.text && a.slots.elementsEqual(b.slots) { $0 == $1 }
    }
  }

  private let tables: GrammarTables
  private let number: Int

  init(_ number: Int, _ tables: GrammarTables) { (self.number, self.tables) = (number, tables) }

  /// The cue's record holds these numbers in this order.
  private enum Part: Int {
    case kind, language, name, role, file, line, firmness, scope, against, weight
    case yields, yieldCount, hears, hearCount, ignores, ignoreCount, says, sayCount, id
  }

  private func value(_ part: Part) -> Int32 {
    Int32(bitPattern: tables.cueRecords[number * GrammarTables.cueSize + part.rawValue])
  }

  private func strings(_ first: Part, _ count: Part) -> [String] {
    let start = value(first)
    return (start..<start + value(count)).map(tables.string)
  }

  public var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: value(.kind))) ?? .filler }
  public var firmness: Firmness { Firmness(rawValue: UInt8(truncatingIfNeeded: value(.firmness))) ?? .unknown }
  public var scope: Scope { Scope(rawValue: UInt8(truncatingIfNeeded: value(.scope))) ?? .clause }
  /// What a veto speaks against.
  public var against: Kinds { Kinds(rawValue: UInt32(value(.against))) }
  /// Index into ``Grammar/languages``.
  public var language: Int32 { value(.language) }
  /// In log-odds.
  public var weight: Double { (Double(value(.weight)) - 100_000) / 1000 }
  /// The entry's place in its file, from 1.
  public var line: Int { Int(value(.line)) }
  /// The quoted name.
  public var name: String { tables.string(value(.name)) }
  /// `language/kind/name`.
  public var id: String { tables.string(idNumber) }
  /// Equal for equal ids, for comparing without making a string.
  public var idNumber: Int32 { value(.id) }
  /// What a section, column, field or class is for; nil where not given.
  public var role: String? { roleNumber == 0 ? nil : tables.string(roleNumber) }
  /// Equal for equal roles, for comparing without making a string; 0: no role. See ``Grammar/role(named:)``.
  public var roleNumber: Int32 { value(.role) }
  public var yields: Yields { Yields(first: value(.yields), count: value(.yieldCount), tables: tables) }
  /// What a rewrite or a frame says: words, `{slot}` and `[part that falls away with its slot]`. Empty for other kinds.
  public var says: String { strings(.says, .sayCount).first ?? "" }
  /// The same as UTF-8.
  public var saidBytes: [UInt8] { value(.sayCount) > 0 ? Array(tables.utf8(value(.says))) : [] }
  /// The file as it was named to the reader.
  public var file: String { tables.string(value(.file)) }
  public var hears: [Example] { strings(.hears, .hearCount).map(Example.init(encoded:)) }
  public var ignores: [Example] { strings(.ignores, .ignoreCount).map(Example.init(encoded:)) }
}

extension Cue {
  /// What else is so where a cue is heard, a word each.
  public struct Yields: Sendable {
    let first: Int32
    let count: Int32
    let tables: GrammarTables

    /// Without making strings of the words: most cues yield nothing.
    public func contains(_ word: StaticString) -> Bool {
      word.withUTF8Buffer { word in
        (first..<first + count).contains { tables.utf8($0).elementsEqual(word) }
      }
    }

    public var words: [String] { (first..<first + count).map(tables.string) }
  }
}

extension Cue.Example {
  /// As in the notation: the text, an arrow, `name: words` parted by `·`.
  init(encoded: String) {
    let parts = encoded.split(separator: "→", maxSplits: 1).map(\.trimmed)
    text = parts.first ?? ""
    slots = []
    guard parts.count > 1 else { return }
    for part in parts[1].split(separator: "·") {
      let pair = part.split(separator: ":", maxSplits: 1).map(\.trimmed)
      if pair.count == 2 { slots.append((pair[0], pair[1])) }
    }
  }
}

extension Substring {
  /// Without spaces at both ends.
  var trimmed: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
