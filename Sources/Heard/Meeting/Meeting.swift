/// What was heard in one document.
///
/// Everything carries its span in the notes, the cues that it was heard by, and nothing that the notes do not state: what is
/// unknown is nil or empty.
public struct Meeting: Sendable {
  public internal(set) var title: String?
  public internal(set) var date: Day?
  /// The language that most blocks are written in, as in `Grammar/`.
  public internal(set) var language = "en"
  public internal(set) var people: [Person] = []
  public internal(set) var topics: [Topic] = []
  public internal(set) var turns: [Turn] = []
  public internal(set) var actions: [Action] = []
  public internal(set) var decisions: [Decision] = []
  public internal(set) var questions: [Question] = []
  public internal(set) var remarks: [Remark] = []
  /// In the order of the notes.
  public internal(set) var signs: [Sign] = []
  /// The day of the next meeting, where the notes say it.
  public internal(set) var nextMeeting: Day?
  /// Who chaired or led, where one person is named for it.
  public internal(set) var chair: String?
  /// What was left unheard, since a guard kept the time in bounds.
  public internal(set) var omissions: [Document.Omission] = []
}

/// Someone who took part or is named.
public struct Person: Sendable {
  public enum Presence: String, Sendable { case present, absent, mentioned }
  /// The fullest form that the notes give.
  public var name: String
  /// Other forms of the name in the notes: first name, initials, handle.
  public var aliases: [String] = []
  public var organisation: String?
  public var presence: Presence
  /// Where the person is first named.
  public var span: Span
}

/// A stretch of the meeting under one heading.
public struct Topic: Sendable {
  public var title: String
  public var span: Span
}

/// One speaker's words without interruption.
public struct Turn: Sendable {
  /// Index into ``Meeting/people``; nil where the label names nobody known.
  public var speaker: Int?
  public var label: String
  public var span: Span
}

/// Why something was heard: a cue of the Grammar, where, and how much it adds.
public struct Evidence: Sendable, Hashable {
  /// `language/kind/name` of the cue, as `heard explain` prints it.
  public var cue: String
  public var weight: Double
  public var span: Span
}

extension Evidence {
  /// Whether the cue is of a kind, told without taking its id apart: many sentences ask.
  func isOf(_ kind: StaticString) -> Bool {
    guard let slash = cue.utf8.firstIndex(of: 0x2F) else { return false }
    let rest = cue.utf8[slash...].dropFirst()
    return kind.withUTF8Buffer { rest.starts(with: $0) && rest.dropFirst($0.count).first == 0x2F }
  }
}

public enum Firmness: String, Sendable { case firm, asked, hedged, unknown }

/// Something to be done after the meeting.
public struct Action: Sendable {
  public enum Status: String, Sendable { case open, done }
  /// Depends on content alone, so that edits elsewhere do not change it.
  public var id: String
  /// The task in the notes' own words.
  public var text: String
  public var span: Span
  /// The same action told again elsewhere in the notes.
  public var repeats: [Span] = []
  /// Names as in ``Meeting/people``, handles, or the words for a group.
  public var owners: [String] = []
  /// Those of the owners that are the words for several people ("the team", "editors") and not the office of one.
  public var groups: [String] = []
  public var due: Due?
  public var status: Status = .open
  public var firmness: Firmness = .unknown
  /// It was asked for, and its owner said right behind that they will do it.
  public var isTakenOn = false
  /// The notes say that it comes from an earlier meeting.
  public var isCarriedOver = false
  /// The day of the meeting that it was heard in, which in notes of several meetings is not that of all.
  public var day: Day?
  public var topic: Int?
  /// 0…1.
  public var confidence: Double
  public var evidence: [Evidence]
}

/// Something settled.
public struct Decision: Sendable {
  public var id: String
  public var text: String
  public var span: Span
  public var repeats: [Span] = []
  public var reason: String?
  /// Who decided, where stated.
  public var by: [String] = []
  /// A vote's count in the notes' words.
  public var votes: String?
  /// Objections and votes against, in the notes' words.
  public var dissent: [String] = []
  public var topic: Int?
  public var confidence: Double
  public var evidence: [Evidence]
}

/// Something asked.
public struct Question: Sendable {
  public var id: String
  public var text: String
  public var span: Span
  public var repeats: [Span] = []
  public var asker: String?
  /// The one who is asked.
  public var to: String?
  public var isAnswered = false
  public var answer: String?
  public var topic: Int?
  public var confidence: Double
  public var evidence: [Evidence]
}

/// A win, a setback or a disagreement that somebody spoke of.
public struct Remark: Sendable {
  public enum Kind: String, Sendable { case win, setback, disagreement }
  public var kind: Kind
  public var text: String
  public var span: Span
  public var by: String?
  public var topic: Int?
  public var confidence: Double
  public var evidence: [Evidence]
}
