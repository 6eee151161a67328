import Foundation
import HeardGrammar
import Testing

@testable import Heard

/// Runs the pages of dates, and the cases that other projects test themselves with.
@Suite struct DateReaderTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  static func page(_ name: String) throws -> [DatePage.Case] {
    DatePage.cases(try String(contentsOf: folder.appendingPathComponent("Pages/\(name).page"), encoding: .utf8))
  }

  @Test("Every line of the pages is read as the page says", arguments: ["en", "en-none", "de", "fr"])
  func pages(_ name: String) throws {
    let reader = DateReader(language: String(name.prefix(2)))
    let cases = try Self.page(name)
    #expect(cases.count > 20)
    for example in cases {
      #expect(example.actual(reader) == example.expected, "\(name).page:\(example.line): \(example.text)")
    }
  }

  @Test func nothingInTheTextsWithoutDatesIsADateWithinAnotherSentenceEither() throws {
    let reader = DateReader(language: "en")
    for example in try Self.page("en-none") {
      let text = "Well: \(example.text); and so on"
      #expect(reader.dates(in: Array(text.utf8)).isEmpty, "\(text)")
    }
  }

  @Test func aLengthIsADateOnlyWhereItAnswersWhen() {
    let reader = DateReader(language: "en")
    #expect(reader.dates(in: Array("2 weeks".utf8)).isEmpty)
    #expect(reader.dates(in: Array("2 weeks".utf8), isAnswer: true).count == 1)
  }

  @Test func theWordsOfADateAreItsSpan() throws {
    let reader = DateReader(language: "en")
    let text = "Ana – will do it by Friday, and Ben – on 3 May."
    let bytes = Array(text.utf8)
    let words = reader.dates(in: bytes).map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) }
    #expect(words == ["by Friday", "on 3 May"])
  }

  @Test func nothingTrapsAndSpansAreInOrderWhateverTheWordsAre() {
    let reader = DateReader(language: "en")
    let words = [
      "next", "last", "Friday", "3", "31", "2024", "9223372036854775807", "99999999999999999999", "/", "-", ".", ",",
      "'",
      "May", "march", "of", "the", "by", "before", "from", "to", "two", "weeks", "ago", "after", "end", "Q3", "week",
      "EOD",
      "first", "in", "within", "and", "between", "20th", "+", ":", "00", "29", "February", "days", "hours", "meeting",
      "é",
    ]
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<4000 {
      var text = ""
      for _ in 0...random(14) { text += words[random(words.count)] + (random(3) == 0 ? "" : " ") }
      var last = 0
      for mention in reader.dates(in: Array(text.utf8), isAnswer: random(2) == 0) {
        #expect(mention.span.start >= last && mention.span.end <= text.utf8.count && !mention.span.isEmpty, "\(text)")
        last = mention.span.end
        for meeting in [nil, Day(number: 19858), Day(number: Int.max), Day(number: Int.min)] {
          let date = mention.resolved(on: meeting, nextMeeting: meeting)
          if let start = date.start, let end = date.end { #expect(start <= end, "\(text)") }
        }
      }
    }
  }

  @Test func longRunsAreReadInPieces() {
    let reader = DateReader(language: "en")
    let text = String(repeating: "3 May, ", count: 20_000)
    #expect(reader.dates(in: Array(text.utf8)).count > 15_000)
  }

  /// Beside the package, or where HEARD_SHARED says.
  static let shared: URL = {
    if let path = ProcessInfo.processInfo.environment["HEARD_SHARED"] { return URL(fileURLWithPath: path) }
    let package = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static func cases(_ name: String) throws -> [[String: Any]] {
    let url = shared.appendingPathComponent("dates/\(name).jsonl")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  static func days(_ example: [String: Any], _ reader: DateReader) -> [Set<String>] {
    let meeting = (example["reference"] as? String).flatMap { Day(iso: $0) }
    let dialect = (example["dialect"] as? String).flatMap { Dialect(rawValue: $0) }
    return reader.dates(in: Array((example["text"] as? String ?? "").utf8), isAnswer: true).compactMap {
      let date = $0.resolved(on: meeting, dialect: dialect)
      return date.precision == .vague ? nil : Set([date.start, date.end, date.due].compactMap { $0?.description })
    }
  }

  @Test func everyRoleHasItsList() {
    for role in DateRole.allCases {
      // edgeOfUnit: date-edge-of-unit
      let words = "\(role)".flatMap { $0.isUppercase ? "-" + $0.lowercased() : String($0) }
      #expect(role.list == String(words) || role.list == "date-" + String(words))
    }
  }

  /// The build tells which words begin an attempt, before roles exist.
  @Test func wordsThatBeginADateAreThoseOfTriggers() {
    #expect(Set(WordClass.dating.lists) == Set(DateRole.allCases.filter(\.isTrigger).map(\.list)))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: shared.appendingPathComponent("dates").path)))
  func nineteenOfTwentyCasesOfOtherProjectsAreRightAndHardlyAnyTextWithoutADateHasOne() throws {
    let reader = DateReader(language: "en")
    let cases = try Self.cases("core")
    let right = cases.filter { example in
      let expected = Set((example["expect"] as? [String: Any] ?? [:]).values.compactMap { ($0 as? String)?.prefix(10) })
      return Self.days(example, reader).prefix(3).contains { !$0.isDisjoint(with: expected.map(String.init)) }
    }
    #expect(Double(right.count) >= 0.95 * Double(cases.count))
    #expect(try Self.cases("none").filter { !Self.days($0, reader).isEmpty }.count <= 2)
  }
}
