/// What the place of a line adds to its evidence, where no cue of the Grammar says it.
///
/// In log-odds, on the scale of the cues: an item is heard from 2 up.
enum Weights {
  /// A check box outside rolls and agendas.
  static let checkbox = 2.8
  /// A column headed "Action".
  static let column = 3.6
  /// A class such as `action` on an HTML element.
  static let htmlClass = 4.0
  /// Further cues of the same kind count this share of their weight: they are not independent.
  static let further = 0.3
  /// Points of an agenda, prompts of a template, background and finished work are not statements of this meeting.
  static let agenda = -3.0
  /// What stands below a point of the agenda tells more often what was said of it.
  static let belowAgendaPoint = -1.5
  /// A paragraph of so many sentences tells what was said, whatever it stands under.
  static let telling = 2
  /// In bytes: no point of an agenda is so long.
  static let longPoint = 400
  static let template = -5.0
  static let reference = -1.5
  static let done = -3.5
  /// Vetoes together never count more than this.
  static let strongestVeto = -6.0
  /// Details under an action are its description more often than actions of their own.
  static let detail = -2.6
  /// A clear assignment under "Conclusion" is an action and no decision.
  static let assignment = -3.0
  /// An item that only introduces its children.
  static let introduction = -3.0
  /// A bare "do this" under "Conclusion" is a task as well.
  static let concluded = 1.0
  /// "Should we …?" with a yes or no below it that nobody in particular says.
  static let deliberated = 2.4
  /// Something was moved or stands right before how the vote on it went.
  static let voted = 2.0
  /// More of the lines with a member's vote are for what was moved than against it.
  static let ballots = 2.6
  /// "Ana - Send the budget": a name, a dash and a bare verb.
  static let dashed = 2.2
  /// "Resolution: we will …" says what was settled; whose task it is it does not say.
  static let settled = -1.0
  /// A question in a section of actions, or behind a box elsewhere, without a task's verb or an owner, is talk about one.
  static let asking = -2.5
  /// A paragraph wholly in italics in a section of actions is the template's prompt.
  static let prompt = -2.0
  /// "Status: …" among the actions tells of the one above.
  static let talk = -3.0
  /// Prose in a section of actions introduces them more often than it is one.
  static let prose = -1.6
  /// What somebody says in such a section, and does not begin with what is to be done, is talk.
  static let said = -2.8
  /// From so much on a cue says by itself that a question asks for something to be done.
  static let likely = 1.0
}
