/// Every decision and firm action that was heard in samples and real notes is said in the summary or named as left out.
import Foundation
import Testing

@testable import Heard

@Suite struct ReflectionCoverTests {
  private static let corpus = SwiftSource.package.deletingLastPathComponent().appendingPathComponent("shared/corpus")

  /// Samples, and real notes with labels.
  static let notes = files(in: [SwiftSource.package.appendingPathComponent("Samples/Meetings"), corpus.appendingPathComponent("docs")])
  /// Other real notes with them.
  static let all = notes + files(in: [corpus.appendingPathComponent("unlabelled")])

  private static func files(in folders: [URL]) -> [String] {
    folders.flatMap { folder -> [String] in
      let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
      let own = names.filter { !$0.hasSuffix(".heard.md") && !$0.hasSuffix(".reflection.md") && $0.contains(".") }
      return own.sorted().map { folder.appendingPathComponent($0).path }
    }
  }

  @Test("what was settled or taken on is said or named", arguments: all)
  func isSaidOrNamed(path: String) throws {
    let document = Document(reading: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), name: path)
    let meeting = Meeting(heardIn: document, .builtIn)
    for length in [0, 3, 15] {
      var options = ReflectionOptions()
      options.length = length
      let reflection = Reflection(of: meeting, in: document, .builtIn, options)
      let said = reflection.summary.flatMap(\.sentences) + reflection.leftOut
      let subjects = Set(said.flatMap(\.subjects))
      for index in meeting.decisions.indices { #expect(subjects.contains(.decision(index))) }
      for (index, action) in meeting.actions.enumerated() where action.status == .open {
        if action.firmness == .firm || action.firmness == .unknown { #expect(subjects.contains(.action(index))) }
      }
      #expect(reflection.summary.flatMap(\.sentences).count { !$0.subjects.isEmpty && !isTopic($0) } <= length)
    }
  }

  private func isTopic(_ sentence: Sentence) -> Bool {
    sentence.subjects.allSatisfy { if case .topic = $0 { true } else { false } }
  }

  @Test("questions are few, of one matter each, and quote the notes", arguments: all)
  func questionsAreFew(path: String) throws {
    let document = Document(reading: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), name: path)
    let meeting = Meeting(heardIn: document, .builtIn)
    let findings = Registry().findings(in: meeting, document: document)
    let questions = Reflection(of: meeting, in: document, given: findings).questions
    #expect(questions.count <= 7)
    for (index, question) in questions.enumerated() {
      #expect(!question.quote.isEmpty && !question.why.isEmpty && !question.spans.isEmpty)
      for other in questions[..<index] { #expect(!other.spans[0].overlaps(question.spans[0])) }
    }
  }
}
