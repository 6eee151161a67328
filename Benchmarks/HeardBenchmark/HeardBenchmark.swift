import Glibc
import Heard

/// Times heard over the notes that are named on the command line, as the peers in C do.
///
///     heard-benchmark STAGE[,STAGE…] MEGABYTES SECONDS FILE…
///
/// Each stage begins with the bytes and ends with what it is named after. All files are read again and again until so many
/// megabytes are through or the seconds are over (0: never); a line a stage says how many megabytes a second, of how many. The stage
/// `dump` prints what was heard of each file as JSON instead, to be held against what another build heard; `features` what is seen of each
/// sentence, for `learn.py`.
@main
enum HeardBenchmark {
  typealias Notes = (name: String, bytes: [UInt8])

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 4, let megabytes = Double(arguments[2]), let seconds = Double(arguments[3]) else { exit(2) }
    let all = arguments[4...].map { (name: $0, bytes: load($0)) }
    let watch = Stopwatch(megabytes: megabytes, seconds: seconds)
    for stage in arguments[1].split(separator: ",").map(String.init) {
      switch stage {
      case "document": watch.measure("heard Document", all) { Document(reading: $0.bytes, name: $0.name).blocks.count }
      case "meeting": watch.measure("heard Meeting", all) { heard($0, .builtIn).meeting.actions.count }
      case "findings": watch.measure("heard Findings", all) { checked($0).findings.count }
      case "reflection": watch.measure("heard Reflection", all) { reflected($0).reflection?.questions.count ?? 0 }
      case "json": watch.measure("heard JSON", all) { written($0) }
      case "dump": for notes in all { print(dumped(notes)) }
      case "features": for notes in all { print(features(notes)) }
      case "cues": measureCues(watch, all)
      default: exit(2)
      }
    }
  }

  private static func heard(_ notes: Notes, _ grammar: Grammar) -> (document: Document, meeting: Meeting) {
    let document = Document(reading: notes.bytes, name: notes.name)
    var options = HearingOptions()
    options.name = notes.name
    return (document, Meeting(heardIn: document, grammar, options))
  }

  private static func checked(_ notes: Notes) -> Report {
    let (document, meeting) = heard(notes, .builtIn)
    let findings = Registry().findings(in: meeting, document: document)
    return Report(name: notes.name, document: document, meeting: meeting, findings: findings)
  }

  private static func reflected(_ notes: Notes) -> Report {
    var report = checked(notes)
    report.reflection = Reflection(of: report.meeting, in: report.document, .builtIn, given: report.findings)
    return report
  }

  private static func written(_ notes: Notes) -> Int {
    var out: [UInt8] = []
    JSONOutput.append(reflected(notes), to: &out)
    return out.count
  }

  private static func dumped(_ notes: Notes) -> String {
    var out: [UInt8] = []
    JSONOutput.append(reflected(notes), to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// A line for each sentence: notes, first and last line, features, parted by tabs.
  private static func features(_ notes: Notes) -> String {
    let document = Document(reading: notes.bytes, name: notes.name)
    var options = HearingOptions()
    options.name = notes.name
    let lines = LineIndex(document.notes)
    return Meeting.features(in: document, .builtIn, options).map { sentence in
      let (first, last) = (lines.position(of: sentence.span.start).line, lines.lastLine(of: sentence.span))
      return ([notes.name, "\(first)", "\(last)"] + sentence.names).joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// The grammar beside itself with a thousand more cues, in turn, so that both meet the same minutes.
  private static func measureCues(_ watch: Stopwatch, _ all: [Notes]) {
    do throws(GrammarErrors) {
      let more = try Grammar.layered(with: [MoreCues.file])
      for _ in 0..<3 {
        watch.measure("the grammar as it is", all) { heard($0, .builtIn).meeting.actions.count }
        watch.measure("a thousand more cues", all) { heard($0, more).meeting.actions.count }
      }
    } catch {
      exit(2)
    }
  }

  private static func load(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { exit(2) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
