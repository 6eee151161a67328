/// Holds the Grammar's examples to the whole way from notes to a meeting: a cue that matches must also be heard.
import Testing

@testable import Heard

@Suite struct GrammarExampleTests {
  private static let grammar = Grammar.builtIn
  private static let statements: Set<Cue.Kind> = [.action, .decision, .question, .win, .setback, .disagreement]
  private static let structures: Set<Cue.Kind> = [.section, .column, .field, .class]
  /// Those present in every example.
  private static let roster = "Present: Ana Silva, Ben, Carla, Dev Patel\n\n"

  private static func cues(_ isWanted: (Cue) -> Bool) -> [Int] {
    grammar.cues.indices.filter { isWanted(grammar.cues[$0]) }
  }

  // MARK: Statements

  @Test("a statement is heard as an item by its cue", arguments: cues { statements.contains($0.kind) })
  func statementIsHeardAsAnItem(number: Int) {
    let cue = Self.grammar.cues[number]
    for example in cue.hears {
      // A weak cue needs company to be reported; that it speaks at all is what its example shows.
      let found = Self.items(in: Self.roster + example.text, cue, asWeakAs: cue.weight).filter {
        $0.cues.contains(cue.id)
      }
      #expect(found.contains { $0.kind == cue.kind.name }, "\(Self.place(cue)) does not hear: \(example.text)")
      for slot in example.slots where slot.name == "owner" || slot.name == "by" || slot.name == "task" {
        let said = found.map { slot.name == "task" ? $0.text : $0.names }
        #expect(
          said.contains { $0.contains(slot.text) }, "\(Self.place(cue)): \(slot.name) of “\(example.text)” is \(said)")
      }
    }
  }

  @Test(
    "a counterexample gives no item by its cue", arguments: cues { statements.contains($0.kind) || $0.kind == .marker })
  func counterexampleGivesNoItem(number: Int) {
    let cue = Self.grammar.cues[number]
    for example in cue.ignores {
      let found = Self.items(in: Self.roster + example.text, cue).filter { $0.cues.contains(cue.id) }
      #expect(found.isEmpty, "\(Self.place(cue)) hears: \(example.text)")
    }
  }

  @Test("a marker makes an item of what stands behind it", arguments: cues { $0.kind == .marker && $0.weight > 0 })
  func markerMakesAnItem(number: Int) {
    let cue = Self.grammar.cues[number]
    for example in cue.hears {
      let found = Self.items(in: Self.roster + example.text, cue).filter { $0.cues.contains(cue.id) }
      #expect(found.contains { $0.kind == cue.role }, "\(Self.place(cue)) does not hear: \(example.text)")
    }
  }

  // MARK: What stands around

  @Test("what speaks for or against an item is matched in notes", arguments: cues { isMatchedOnly($0) })
  func otherCuesAreMatched(number: Int) {
    let cue = Self.grammar.cues[number]
    for example in cue.hears {
      #expect(Self.trace(of: example.text, cue).contains(cue.id), "\(Self.place(cue)) does not match: \(example.text)")
    }
  }

  @Test(
    "what stands around leaves its counterexamples alone",
    // One sign can speak against another: what comes of both is an expectation's example.
    arguments: cues { isMatchedOnly($0) && ![.veto, .hedge, .sign].contains($0.kind) })
  func othersLeaveCounterexamplesAlone(number: Int) {
    let cue = Self.grammar.cues[number]
    for example in cue.ignores {
      #expect(!Self.trace(of: example.text, cue).contains(cue.id), "\(Self.place(cue)) matches: \(example.text)")
    }
  }

  @Test(
    "what speaks against an item leaves its counterexamples alone",
    arguments: cues { $0.kind == .veto || $0.kind == .hedge })
  func vetoesLeaveOthersAlone(number: Int) {
    let cue = Self.grammar.cues[number]
    for example in cue.ignores {
      #expect(!Self.silences(cue, example.text), "\(Self.place(cue)) speaks against: \(example.text)")
    }
  }

  @Test("an owner's cue names the owner of a task", arguments: cues { $0.kind == .owner && $0.role == nil })
  func ownerIsNamed(number: Int) {
    let cue = Self.grammar.cues[number]
    for (examples, isNamed) in [(cue.hears, true), (cue.ignores, false)] {
      for example in examples {
        let meeting = Self.meeting(Self.roster + "## Action items\n\n- \(example.text)\n", cue)
        let owners = meeting.actions.flatMap(\.owners)
        #expect(owners.isEmpty != isNamed, "\(Self.place(cue)): \(owners) own: \(example.text)")
      }
    }
  }

  @Test("a heading alone says what stands below it", arguments: cues { $0.kind == .section })
  func headingSaysWhatStandsBelow(number: Int) {
    let cue = Self.grammar.cues[number]
    for (examples, isHeading) in [(cue.hears, true), (cue.ignores, false)] {
      for example in examples {
        let document = Document(reading: Array("# \(example.text)\n\n- a point\n".utf8), from: .markdown)
        var sections = SectionReader(Leaves(document, Self.grammar), Self.grammar)
        let outline = Outline(of: document, &sections)
        let roles = outline.scopes.compactMap { $0.role?.rawValue }
        // A counterexample may be a heading by another cue.
        let isHeard = isHeading ? roles.contains(cue.role ?? "") : outline.scopes.contains { Int($0.cue) == number }
        #expect(isHeard == isHeading, "\(Self.place(cue)): \(example.text) is \(roles)")
      }
    }
  }

  @Test("a head cell alone says what its column holds", arguments: cues { $0.kind == .column })
  func headCellSaysWhatItsColumnHolds(number: Int) {
    let cue = Self.grammar.cues[number]
    for (examples, isColumn) in [(cue.hears, true), (cue.ignores, false)] {
      for example in examples {
        let document = Document(reading: Array("| \(example.text) |\n|---|\n| x |\n".utf8), from: .markdown)
        var hearing = Hearing(document, Self.grammar, HearingOptions())
        let roles = document.blocks.indices.filter { document.blocks[$0].kind == .table }
          .flatMap { hearing.columnRoles(ofTable: $0) }
        #expect(roles.contains(cue.role ?? "") == isColumn, "\(Self.place(cue)): \(example.text) is \(roles)")
      }
    }
  }

  @Test("a class says what an element is", arguments: cues { $0.kind == .class })
  func classSaysWhatAnElementIs(number: Int) {
    let cue = Self.grammar.cues[number]
    for (examples, isClass) in [(cue.hears, true), (cue.ignores, false)] {
      for example in examples {
        let document = Document(reading: Array("<p class='\(example.text)'>the words</p>".utf8), from: .html)
        let leaves = Leaves(document, Self.grammar)
        var sections = SectionReader(leaves, Self.grammar)
        let outline = Outline(of: document, &sections)
        let roles = document.blocks.indices.map { Place(of: $0, in: leaves, outline, Self.grammar).classRole }
        #expect(roles.contains(cue.role ?? "") == isClass, "\(Self.place(cue)): \(example.text) is \(roles)")
      }
    }
  }

  // MARK: Hearing an example

  private static func isMatchedOnly(_ cue: Cue) -> Bool {
    let isItem = statements.contains(cue.kind) || structures.contains(cue.kind)
    // A marker is matched as an item, unless it marks what is none: a proposal, an answer.
    // An owner's cue with a role only says how a promise is read.
    let namesOwner = cue.kind == .owner && cue.role == nil
    return !isItem && !cue.kind.isSaid && cue.kind != .presence && !namesOwner && !(cue.kind == .marker && cue.weight > 0)
  }

  private static func place(_ cue: Cue) -> String { "\(cue.file):\(cue.line): \(cue.id)" }

  /// Options for an example of a cue: no example is long enough to tell its language.
  private static func options(_ cue: Cue) -> HearingOptions {
    var options = HearingOptions()
    options.language = grammar.languages[Int(cue.language)]
    return options
  }

  private static func meeting(_ notes: String, _ cue: Cue, asWeakAs weight: Double = 2) -> Meeting {
    var options = options(cue)
    if weight < 2 { options.minimalConfidence = Candidate.confidence(of: weight) - 0.01 }
    return Meeting(heardIn: Document(reading: Array(notes.utf8), from: .markdown), grammar, options)
  }

  private struct Item {
    var kind: String
    var text: String
    var names: String
    var cues: [String]
  }

  private static func items(in notes: String, _ cue: Cue, asWeakAs weight: Double = 2) -> [Item] {
    func item(_ kind: String, _ text: String, _ names: [String], _ evidence: [Evidence]) -> Item {
      Item(kind: kind, text: text, names: names.joined(separator: ", "), cues: evidence.map(\.cue))
    }
    let meeting = meeting(notes, cue, asWeakAs: weight)
    return meeting.actions.map { item("action", $0.text, $0.owners, $0.evidence) }
      + meeting.decisions.map { item("decision", $0.text, $0.by, $0.evidence) }
      + meeting.questions.map { item("question", $0.text, [$0.asker, $0.to].compactMap { $0 }, $0.evidence) }
      + meeting.remarks.map { item($0.kind.rawValue, $0.text, [$0.by].compactMap { $0 }, $0.evidence) }
  }

  /// The ids of all cues that were matched in the example.
  private static func trace(of text: String, _ cue: Cue) -> [String] {
    var options = options(cue)
    options.keepsTrace = true
    var trace: [TraceEntry] = []
    let document = Document(reading: Array((roster + text).utf8), from: .markdown)
    _ = Meeting(heardIn: document, grammar, options, trace: &trace)
    return trace.map(\.cue)
  }

  /// Whether a veto reaches an item of the example: in the evidence of one, however little is left of it.
  private static func silences(_ veto: Cue, _ text: String) -> Bool {
    items(in: roster + text, veto, asWeakAs: -30).contains { $0.cues.contains(veto.id) }
  }
}
