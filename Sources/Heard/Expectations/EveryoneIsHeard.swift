/// Whoever is there gets to speak.
extension Expectation {
  static let everyoneIsHeard = Expectation(
    "everyone-is-heard", .listening, .note,
    gathering: Gathering(
      what: "people were there and are not heard", question: "What do those think who said nothing?"),
    "Everybody who was there speaks; only transcripts and logs can tell."
  ) { check in
    guard check.document.format.isOfTurns, check.meeting.turns.count > 1 else { return }
    var speakers: Set<Int> = []
    for turn in check.meeting.turns { if let speaker = turn.speaker { speakers.insert(speaker) } }
    for (index, person) in check.meeting.people.enumerated()
    where person.presence == .present && !speakers.contains(index) {
      check.report(
        .person(index), at: person.span, about: person.name, "\(person.name) was there and is not heard in the notes",
        asks: Finding.Asked(text: "What do you think of what was said?", to: person.name))
    }
  }
}

extension Format {
  /// A format that has what people said, word for word, and who said it.
  fileprivate var isOfTurns: Bool {
    switch self {
    case .vtt, .srt, .irc, .json: true
    default: false
    }
  }
}
