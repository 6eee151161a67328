/// Reads again what was printed of samples and real notes: every sentence passes the check, and `verify` doubts nothing of it.
import Foundation
import Testing

@testable import Heard

@Suite struct PrintedReflectionTests {
  private static func report(_ path: String) throws -> Report {
    let document = Document(reading: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), name: path)
    let meeting = Meeting(heardIn: document, .builtIn)
    let findings = Registry().findings(in: meeting, document: document)
    var report = Report(name: "notes", document: document, meeting: meeting, findings: findings)
    report.reflection = Reflection(of: meeting, in: document, given: findings)
    return report
  }

  /// The sentences of a JSON object as somebody else reads them: their words, their spans, and whom they speak to.
  private static func sentences(inJSONOf report: Report) throws -> [Sentence] {
    var out: [UInt8] = []
    JSONOutput.append(report, .reflection, to: &out)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(out)) as? [String: Any])
    let reflection = try #require(json["reflection"] as? [String: Any])
    func sentences(_ list: Any?, _ you: String?) -> [Sentence] {
      (list as? [[String: Any]] ?? []).map { object in
        let spans = (object["spans"] as? [[String: Any]] ?? []).map { Span($0["start"] as? Int ?? -1, $0["end"] as? Int ?? -1) }
        return Sentence(text: object["text"] as? String ?? "", spans: spans, you: object["to"] as? String ?? you)
      }
    }
    let summary = reflection["summary"] as? [[String: Any]] ?? []
    let restatements = reflection["restatements"] as? [[String: Any]] ?? []
    return summary.flatMap { sentences($0["sentences"], nil) }
      + restatements.flatMap { sentences($0["sentences"], $0["person"] as? String) }
      + sentences(reflection["questions"], nil) + sentences(reflection["leftOut"], nil)
  }

  @Test("every printed sentence passes the check", arguments: ReflectionCoverTests.all)
  func passesTheCheck(path: String) throws {
    let report = try Self.report(path)
    let printed = try Self.sentences(inJSONOf: report)
    #expect(printed.count == report.reflection?.sentences.count)
    var fidelity = Fidelity(meeting: report.meeting, document: report.document)
    for sentence in printed { #expect(fidelity.faults(in: sentence) == [], "\(sentence.text)") }
    // What text and Markdown show are these sentences and no others.
    let known = Set(printed.map { Self.plain($0.text) })
    for sentence in Self.places(in: try Self.text(report, .text)) + Self.places(in: try Self.text(report, .markdown)) {
      let isTitle = report.meeting.topics.contains { Self.plain($0.title) == sentence }
      #expect(isTitle || known.contains { sentence.contains($0) }, "\(sentence)")
    }
  }

  @Test("a sentence that was spoiled does not pass", arguments: ReflectionCoverTests.notes)
  func aSpoiledSentenceDoesNotPass(path: String) throws {
    let report = try Self.report(path)
    var fidelity = Fidelity(meeting: report.meeting, document: report.document)
    let mark = ["de": "„", "fr": "« "][report.meeting.language] ?? "“"
    for sentence in try Self.sentences(inJSONOf: report) where sentence.text.contains(mark) {
      var spoiled = sentence
      spoiled.text = sentence.text.replacingOccurrences(of: mark, with: mark + "Nobody said that ")
      #expect(!fidelity.faults(in: spoiled).isEmpty, "\(spoiled.text)")
    }
    for sentence in try Self.sentences(inJSONOf: report) where sentence.text.hasPrefix("To do, nobody named: ") {
      var spoiled = sentence
      spoiled.text = sentence.text.replacingOccurrences(of: "nobody named", with: "Zacharias")
      #expect(!fidelity.faults(in: spoiled).isEmpty, "\(spoiled.text)")
      spoiled.text = sentence.text.replacingOccurrences(of: "To do, nobody named", with: "Done")
      #expect(!fidelity.faults(in: spoiled).isEmpty, "\(spoiled.text)")
    }
  }

  @Test("what heard says of notes is borne out by them", arguments: ReflectionCoverTests.notes, [OutputKind.text, .markdown])
  func isBorneOut(path: String, kind: OutputKind) throws {
    let report = try Self.report(path)
    let printed = try Self.text(report, kind)
    let summary = Document(reading: Array(printed.utf8), from: kind == .markdown ? .markdown : .text)
    let verification = Verification(of: summary, against: report.meeting, in: report.document)
    for claim in verification.claims {
      #expect(claim.answer == .supported, "\(claim.text) \(claim.faults.map(\.message))")
    }
  }

  enum OutputKind: Sendable { case text, markdown }

  private static func text(_ report: Report, _ kind: OutputKind) throws -> String {
    var out: [UInt8] = []
    switch kind {
    case .text: TextOutput.append(report, .reflection, to: &out)
    case .markdown: MarkdownOutput.append(report, .reflection, to: &out)
    }
    return try #require(String(validating: out, as: UTF8.self))
  }

  /// The sentences in front of a place.
  private static func places(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.range(of: " · line ", options: .backwards).map { plain(String(line[..<$0.lowerBound])) }
    }
    // What the answer to a question would change stands behind it, or on a line of its own.
    .filter { !$0.isEmpty && !isWhy($0) }
  }

  private static func isWhy(_ text: String) -> Bool {
    let frames = Frames(.builtIn, language: "en").templates.keys.filter { $0.hasPrefix("why: ") }
    return ["en", "de", "fr"].contains { language in
      frames.contains { text.hasPrefix(plain(Frames(.builtIn, language: language).sentence($0))) }
    }
  }

  /// Letters and digits alone.
  private static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { CharacterSet.alphanumerics.contains($0) }))
  }
}
