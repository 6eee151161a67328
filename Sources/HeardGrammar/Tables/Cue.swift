/// One entry of the Grammar: what it hears, as what, and how much that counts.
public struct Cue: Sendable {
  /// What a cue is evidence of. A new kind is one case here.
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

    /// Matched against a whole text rather than inside a sentence.
    public var isWhole: Bool { self == .section || self == .column || self == .field || self == .class }

    public var name: String { String(describing: self) }
  }

  public enum Firmness: UInt8, Sendable, CaseIterable { case unknown, firm, asked, hedged }

  /// How far a veto reaches.
  public enum Scope: UInt8, Sendable, CaseIterable { case clause, sentence, block }

  /// A set of kinds.
  public struct Kinds: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public init(_ kind: Kind) { rawValue = 1 << UInt32(kind.rawValue) }
    public func contains(_ kind: Kind) -> Bool { isSuperset(of: Kinds(kind)) }
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

  public let kind: Kind
  public let firmness: Firmness
  public let scope: Scope
  /// What a veto speaks against.
  public let against: Kinds
  /// Index into ``Grammar/languages``.
  public let language: Int32
  /// In log-odds.
  public let weight: Double
  /// The entry's place in its file, from 1.
  public let line: Int32
  let record: CueRecord
  let strings: StringPool

  /// The quoted name.
  public var name: String { strings[record.name] }
  /// `language/kind/name`.
  public var id: String { strings[record.language] + "/" + kind.name + "/" + name }
  /// What a section, column, field or class is for; nil where not given.
  public var role: String? { record.role == 0 ? nil : strings[record.role] }
  /// Equal for equal roles, for comparing without making a string; 0: no role. See ``Grammar/role(named:)``.
  public var roleNumber: Int32 { record.role }
  public var yields: [String] { record.yields.map { strings[$0] } }
  /// The file as it was named to the reader.
  public var file: String { strings[record.file] }
  public var hears: [Example] { record.hears.map { Example(encoded: strings[$0]) } }
  public var ignores: [Example] { record.ignores.map { Example(encoded: strings[$0]) } }
}

/// Where a cue's texts stand in the string pool.
struct CueRecord: Sendable {
  var language: Int32 = 0
  var name: Int32 = 0
  var role: Int32 = 0
  var file: Int32 = 0
  var yields = StringRange()
  var hears = StringRange()
  var ignores = StringRange()
}

/// Consecutive strings of the pool.
struct StringRange: Sendable {
  var start: Int32 = 0
  var count: Int32 = 0

  func map<T>(_ body: (Int32) -> T) -> [T] { (start..<start + count).map(body) }
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
