/// Holds what a model may make of sentences to its page: wordings that are taken, and wordings that are not.
import Foundation
import Testing

@testable import Heard

@Suite struct RewordingPageTests {
  struct Offer: CustomTestStringConvertible, Sendable {
    var number: Int
    /// "summary", or whose restatement.
    var part: String
    var words: String
    var wording: String
    var isTaken: Bool
    var testDescription: String { "\(number): \(wording)" }
  }

  private static let halves: [String] = {
    let file = SwiftSource.package.appendingPathComponent("Tests/Pages/Rewording/en.txt")
    return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").components(separatedBy: "===\n")
  }()

  /// Without the two lines that say what the page is.
  static let notes = halves[0].components(separatedBy: "\n").dropFirst(2).joined(separator: "\n")

  static let offers: [Offer] = {
    var (part, words) = ("", "")
    let first = halves[0].components(separatedBy: "\n").count
    return (halves.last ?? "").components(separatedBy: "\n").enumerated().compactMap { index, line in
      let rest = String(line.dropFirst(2))
      switch line.first {
      case ">":
        let colon = rest.range(of: ": ") ?? rest.startIndex..<rest.startIndex
        (part, words) = (String(rest[..<colon.lowerBound]), String(rest[colon.upperBound...]))
        return nil
      case "+", "-":
        return Offer(number: first + index + 1, part: part, words: words, wording: rest, isTaken: line.first == "+")
      default: return nil
      }
    }
  }()

  private let document = Document(reading: Array(Self.notes.utf8), name: "notes.md")
  private let meeting: Meeting
  private let reflection: Reflection

  init() {
    meeting = Meeting(heardIn: document, .builtIn)
    reflection = Reflection(of: meeting, in: document)
  }

  /// The texts of a part of the reflection.
  private func texts(_ part: String, of reflection: Reflection) -> [String] {
    let sentences =
      part == "summary"
      ? reflection.summary.flatMap(\.sentences) : reflection.restatements.first { $0.person == part }?.sentences ?? []
    return sentences.map(\.text)
  }

  @Test func thePageIsLongEnough() {
    #expect(Self.offers.count { $0.isTaken } >= 12)
    #expect(Self.offers.count { !$0.isTaken } >= 40)
  }

  @Test("a wording is taken where it says the same, and refused where it does not", arguments: offers)
  func isHeldAgainstTheSentence(offer: Offer) throws {
    let rewording = Rewording(
      of: reflection, in: document, checkedBy: Fidelity(meeting: meeting, document: document))
    let text = try #require(texts(offer.part, of: reflection).first { $0.contains(offer.words) })
    let number = try #require(rewording.sentences.lastIndex { $0.text == text }) + 1
    let reworded = rewording.reworded(reflection, by: "\(number): \(offer.wording)")
    #expect(
      texts(offer.part, of: reworded).contains(offer.wording) == offer.isTaken, "\(reworded.refusals.map(\.reasons))")
    if !offer.isTaken {
      #expect(reworded.refusals.count == 1)
      #expect(texts(offer.part, of: reworded) == texts(offer.part, of: reflection))
    }
  }
}
