import Glibc
import Heard

/// Findings that a team has seen and lives with: a file with a line each, known again by what they say, not by where.
///
/// Each line is a JSON object with `notes`, `expectation` and `fingerprint`; two findings of the same words are two lines.
struct Baseline {
  private struct Key: Hashable {
    var notes: String
    var expectation: String
    var fingerprint: String
  }

  private var known: [Key: Int] = [:]
  /// How many findings were left out because they were known.
  private(set) var matches = 0

  init() {}

  /// Reads a file that ``write(to:)`` has written.
  init(readFrom path: Path) throws {
    let bytes = try NotesSource.file(path).read(limit: 64 << 20)
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
      guard let values = JSONLine(String(decoding: line, as: UTF8.self)), let notes = values["notes"],
        let expectation = values["expectation"], let fingerprint = values["fingerprint"]
      else {
        throw Trouble(
          "\(path.name):\(index + 1):1", "is no line of a baseline", "write the file anew with --write-baseline")
      }
      known[Key(notes: notes, expectation: expectation, fingerprint: fingerprint), default: 0] += 1
    }
  }

  /// Takes in a finding that is known from now on.
  mutating func add(_ finding: Finding, in notes: String?) {
    known[Baseline.key(finding, notes), default: 0] += 1
  }

  /// Whether a finding is known; each line of the file covers one.
  mutating func covers(_ finding: Finding, in notes: String?) -> Bool {
    guard let count = known[Baseline.key(finding, notes)], count > 0 else { return false }
    known[Baseline.key(finding, notes)] = count - 1
    matches += 1
    return true
  }

  private static func key(_ finding: Finding, _ notes: String?) -> Key {
    Key(notes: notes ?? "-", expectation: finding.expectation, fingerprint: finding.fingerprint)
  }

  /// Writes the findings in the order of their notes, so that two versions of the file compare well.
  func write(to path: Path) throws {
    let lines = known.sorted {
      ($0.key.notes, $0.key.expectation, $0.key.fingerprint) < ($1.key.notes, $1.key.expectation, $1.key.fingerprint)
    }
    var out = ""
    for (key, count) in lines {
      let line =
        "{\"notes\":\(JSONLine.quoted(key.notes)),\"expectation\":\(JSONLine.quoted(key.expectation)),"
        + "\"fingerprint\":\(JSONLine.quoted(key.fingerprint))}\n"
      for _ in 0..<count { out += line }
    }
    try NewFile.replace(path, with: Array(out.utf8))
  }
}
