import ArgumentParser
import Heard

/// How notes are read and heard: options that every command takes which hears.
struct HearingArguments: ParsableArguments {
  @Option(
    help:
      "Read the notes as FORMAT: \(Format.allCases.map(\.rawValue).joined(separator: ", ")). Told from them if not given.",
    transform: { try Choice.value($0, among: Format.allCases) })
  var from: Format?

  @Option(
    help: ArgumentHelp("The day of the meeting, where the notes do not say.", valueName: "YYYY-MM-DD"),
    transform: HearingArguments.day)
  var date: Day?

  @Option(
    help: ArgumentHelp("How 03/04 is read: us, month first; uk, day first.", valueName: "us|uk"),
    transform: { try Choice.value($0, among: [Dialect.us, .uk]) })
  var dialect: Dialect?

  @OptionGroup var registry: RegistryArguments

  @Option(help: ArgumentHelp("Lay your own cues over heard's: a folder of .cues files.", valueName: "dir"))
  var grammar: String?

  @Option(
    help: ArgumentHelp("Leave out what is heard less surely than this, from 0 to 1.", valueName: "n"),
    transform: HearingArguments.confidence)
  var minConfidence: Double?

  @Option(
    help: ArgumentHelp("Read no notes larger than this, as in 500K or 64M.", valueName: "bytes"),
    transform: HearingArguments.size)
  var maxSize = HearingChoices.maxSize

  var choices: HearingChoices {
    HearingChoices(
      format: from, date: date, dialect: dialect, registry: registry.place, grammar: grammar,
      minConfidence: minConfidence, maxSize: maxSize)
  }

  static func day(_ text: String) throws -> Day {
    if let day = Day(iso: text) { return day }
    throw ValidationError("there is no such day; write YYYY-MM-DD, as in 2026-11-20")
  }

  static func confidence(_ text: String) throws -> Double {
    if let share = Double(text), share >= 0, share <= 1 { return share }
    throw ValidationError("write a number from 0 to 1")
  }

  static func size(_ text: String) throws -> ByteCount {
    if let size = ByteCount(text) { return size }
    throw ValidationError("write a number of bytes up to 1G, as in 500K or 64M")
  }
}
