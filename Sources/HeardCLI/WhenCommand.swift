import ArgumentParser
import Heard

/// Says which days a text means.
struct WhenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "when",
    abstract: "Say which days a text means.",
    discussion: """
      Dates are reckoned from the day on which they were said, never from today. A date that cannot be told has no \
      day, and says why.

      With --format jsonl and no text, heard answers line by line: \
      {"text", "date", "dialect", "language"} in, \
      {"found": [{"text", "start", "end", "precision", "due"}]} out. Words such as "ASAP" have no day and are left out there.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @Option(help: ArgumentHelp("The day on which it was said, as 2026-11-20.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("What 03/04 means: us is 4 March, uk is 3 April.", valueName: "us|uk"))
  var dialect: String?
  @Option(help: "The language of the text, as a folder of Grammar/ is named; English, or another that finds a date.")
  var language: String?
  @Option(help: "text or jsonl.")
  var format = Format.text
  @Argument(help: "Texts; without any, the lines of standard input.")
  var texts: [String] = []

  func validate() throws {
    if let date, Day(iso: date) == nil { throw ValidationError("--date \(date): a day is written as 2026-11-20") }
    if let dialect, Dialect(rawValue: dialect) == nil { throw ValidationError("--dialect \(dialect): us or uk") }
  }

  func run() throws {
    var answers = WhenAnswers(language: language, day: date.flatMap { Day(iso: $0) }, dialect: dialect)
    var isSound = true
    if !texts.isEmpty {
      for text in texts { show(answers.mentions(text), of: text) }
    } else {
      var number = 0
      while let line = readLine(strippingNewline: true) {
        number += 1
        if format == .text {
          show(answers.mentions(line), of: line)
        } else {
          isSound = answer(line, number, &answers) && isSound
        }
      }
    }
    if !isSound { throw ExitCode(2) }
  }

  private func show(_ mentions: [WhenAnswers.Mention], of text: String) {
    if format == .jsonl { return print(WhenAnswers.line(mentions)) }
    if mentions.isEmpty { return print("\(Self.printable(text)): no date") }
    for mention in mentions { print(mention.sentence(Self.printable(mention.text))) }
  }

  private func answer(_ line: String, _ number: Int, _ answers: inout WhenAnswers) -> Bool {
    guard let query = JSONLine(line), let text = query["text"] else {
      print(#"{"found":[],"error":"line \#(number): no object with a text"}"#)
      return false
    }
    print(WhenAnswers.line(answers.mentions(text, query)))
    return true
  }

  /// Control characters would act on the terminal, so they are shown.
  private static func printable(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      shown += isControl ? "\\u{" + String(scalar.value, radix: 16) + "}" : String(scalar)
    }
    return shown
  }
}
