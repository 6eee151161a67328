import Heard

/// The dates of texts, each with the words that it was read from.
struct WhenAnswers {
  struct Mention {
    var text: String
    var resolved: ResolvedDate
  }

  /// nil: English, or the first language of the Grammar that finds a date.
  let language: String?
  let day: Day?
  let dialect: String?
  private var readers: [String: DateReader] = [:]

  init(language: String?, day: Day?, dialect: String?) {
    (self.language, self.day, self.dialect) = (language, day, dialect)
  }

  /// - Parameter query: what a line says itself goes before what the command says for all.
  mutating func mentions(_ text: String, _ query: JSONLine? = nil) -> [Mention] {
    if let language = query?["language"] ?? language { return mentions(text, query, in: language) }
    let english = mentions(text, query, in: "en")
    // A filter's caller says the language of each line.
    guard english.isEmpty, query == nil else { return english }
    for language in Grammar.builtIn.languages where language != "en" {
      let found = mentions(text, nil, in: language)
      if !found.isEmpty { return found }
    }
    return []
  }

  private mutating func mentions(_ text: String, _ query: JSONLine?, in language: String) -> [Mention] {
    let reader = readers[language] ?? DateReader(language: language)
    readers[language] = reader
    let day = query?["date"].flatMap { Day(iso: $0) } ?? day
    let dialect = (query?["dialect"] ?? dialect).flatMap { Dialect(rawValue: $0) } ?? Dialect(language: language)
    let bytes = Array(text.utf8)
    return reader.dates(in: bytes, isAnswer: true).map {
      Mention(
        text: String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self),
        resolved: $0.resolved(on: day, dialect: dialect))
    }
  }

  static func line(_ mentions: [Mention]) -> String {
    let told = mentions.filter { $0.resolved.precision != .vague }
    return #"{"found":["# + told.map(\.json).joined(separator: ",") + "]}"
  }
}

extension WhenAnswers.Mention {
  var json: String {
    func day(_ day: Day?) -> String { day.map { "\"\($0)\"" } ?? "null" }
    return #"{"text":\#(JSONLine.quoted(text)),"start":\#(day(resolved.start)),"end":\#(day(resolved.end)),"#
      + #""precision":"\#(resolved.precision.rawValue)","due":\#(day(resolved.due))}"#
  }

  /// The words, the day or period, how exact it is, or why there is no day.
  func sentence(_ shown: String) -> String {
    guard let start = resolved.start, let end = resolved.end else {
      return "\(shown): \(resolved.precision.rawValue), no day: \(resolved.doubt?.rawValue ?? "none is said")"
    }
    let days = start == end ? "\(start)" : "\(start) to \(end)"
    let doubt = resolved.contradictsWeekday ? "; the weekday is another" : ""
    return "\(shown): \(days), \(resolved.precision.rawValue)\(doubt)"
  }
}
