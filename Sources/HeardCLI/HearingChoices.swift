import Heard

/// How notes are read and heard, as the command line chose it.
struct HearingChoices: Sendable {
  /// nil: told from the notes.
  var format: Format?
  var date: Day?
  var dialect: Dialect?
  var registry = RegistryPlace()
  /// A folder of a team's own cues.
  var grammar: String?
  /// nil: the library's own.
  var minConfidence: Double?
  var maxSize = HearingChoices.maxSize

  static let maxSize = ByteCount(bytes: 64 << 20)

  /// The options of the library for notes of that name.
  func options(for name: String?) -> HearingOptions {
    var options = HearingOptions()
    options.date = date
    options.name = name
    options.dialect = dialect
    if let minConfidence { options.minimalConfidence = minConfidence }
    return options
  }
}
