import HeardGrammar

/// A stretch of blocks under one heading, pseudo-heading, labelled item or term.
struct Scope: Sendable {
  enum Kind: Sendable { case document, heading, label, item, person }

  var kind: Kind
  /// 1…6 for headings, 7 for what is set like one, 8 for a line that introduces a list, 9 for a person's name above a list.
  var level: Int
  /// What stands under it, from the Grammar; nil where the heading is a topic of its own.
  var role: SectionRole?
  /// The section cue, for the evidence it gives.
  var cue: Int32 = -1
  /// The heading's words in the notes.
  var title: Span
  var titleText: String = ""
  /// Index of the block that carries the heading.
  var block: Int
  var parent: Int
  /// Only the last line of its block is the heading: hasty indentation made it a part of the item above.
  var isLastLine = false
}

/// What stands under a heading.
enum SectionRole: String, Sendable, CaseIterable {
  case actions, decisions, questions
  case attendees, absentees, guests, officers
  /// Points to be talked about: not yet said by anybody.
  case agenda
  /// Notes proper: ends what an agenda heading began.
  case notes
  /// A stand-up's "done" and "blocked".
  case done, blocked
  /// Prompts, check lists and boilerplate that came with a template.
  case template
  /// Background, references, disclaimers: not the meeting itself.
  case reference
  case wins, setbacks

  /// From so many cases on the library's own way makes a dictionary first, which takes as long as hearing half a page.
  init?(rawValue: String) {
    guard let role = SectionRole.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = role
  }
}
