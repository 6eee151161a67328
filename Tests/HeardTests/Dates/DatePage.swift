@testable import Heard

/// A page of dates: a line a case, as the first lines of `Pages/en.page` say.
struct DatePage {
  struct Case: Sendable {
    let line: Int
    let text: String
    let meeting: Day?
    let expected: String
    let manner: [String]

    func says(_ word: String) -> Bool { manner.contains(word) }

    var nextMeeting: Day? {
      manner.firstIndex(of: "next").flatMap { manner.indices.contains($0 + 1) ? Day(iso: manner[$0 + 1]) : nil }
    }

    /// What the page would have to say for what was read.
    func actual(_ reader: DateReader) -> String {
      let mentions = reader.dates(in: Array(text.utf8), isAnswer: true)
      guard let mention = mentions.first else { return "none" }
      guard mention.isDeadline == says("deadline") || says("us") || says("uk") else {
        return mention.isDeadline ? "a deadline" : "no deadline"
      }
      let dialect = says("us") ? Dialect.us : says("uk") ? .uk : nil
      return DatePage.written(
        mention.resolved(on: meeting, dialect: dialect, nextMeeting: nextMeeting, isPast: says("past")))
    }
  }

  static func cases(_ page: String) -> [Case] {
    var line = 0
    return page.split(separator: "\n", omittingEmptySubsequences: false).compactMap { raw in
      line += 1
      guard !raw.isEmpty, !raw.hasPrefix("#") else { return nil }
      let fields = raw.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
      guard fields.count >= 3 else {
        return Case(line: line, text: raw.description, meeting: nil, expected: "", manner: [])
      }
      let manner = fields.count > 3 ? fields[3].split(separator: " ").map(String.init) : []
      return Case(line: line, text: fields[0], meeting: Day(iso: fields[1]), expected: fields[2], manner: manner)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  private static func written(_ date: ResolvedDate) -> String {
    guard let start = date.start, let end = date.end else {
      let precision = date.precision == .day ? "" : " \(date.precision.rawValue)"
      return "? " + (date.doubt.map { "\($0)" } ?? "no reason") + precision
    }
    let isDay = start == end && date.precision == .day
    var text = isDay ? "\(start)" : "\(start)..\(end) \(date.precision.rawValue)"
    if date.due != end { text += " due " + (date.due?.description ?? "none") }
    return text + (date.contradictsWeekday ? " contradicts" : "")
  }
}
