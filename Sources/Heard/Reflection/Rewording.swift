/// Lets somebody outside, as a language model, word the sentences of a reflection anew: what goes out, and what may come back.
public struct Rewording: Sendable {
  /// A wording that was offered and not taken.
  public struct Refusal: Sendable {
    /// What is said instead: the sentence as heard made it.
    public var sentence: Sentence
    /// On one line, cut where it is long.
    public var offered: String
    /// One sentence each, without a final full stop; never empty.
    public var reasons: [String]
  }

  /// What may be worded anew, number one first: sentences of the summary and the restatements that rest on the notes.
  public let sentences: [Sentence]
  /// For each sentence the plain words of its places in the notes.
  let places: [String]
  private let fidelity: Fidelity

  /// Sentences that go out at most; further ones stay as they are.
  static let most = 200
  /// Bytes of the notes that go out with a sentence at most.
  static let mostOfNotes = 2048

  /// - Parameter fidelity: what every wording is held against.
  public init(of reflection: Reflection, in document: Document, checkedBy fidelity: Fidelity) {
    let all = reflection.summary.flatMap(\.sentences) + reflection.restatements.flatMap(\.sentences)
    sentences = Array(all.filter(Rewording.isForRewording).prefix(Rewording.most))
    var notes = NotesWords(document)
    places = sentences.map { sentence in
      let words = sentence.spans.map { notes.words(of: $0) }.joined(separator: "\n")
      return TextDecoding.string(Array(words.utf8.prefix(Rewording.mostOfNotes)))
    }
    self.fidelity = fidelity
  }

  private static func isForRewording(_ sentence: Sentence) -> Bool {
    // What is only about a topic is a quotation, or says that nothing came of it: nothing there could be said otherwise.
    sentence.subjects.contains { if case .topic = $0 { false } else { true } } && !sentence.spans.isEmpty
  }

  /// The reflection with each sentence for which the answer has a faithful wording in that wording; the others as they were.
  ///
  /// - Parameter answer: lines of a number, a colon and the wording; nothing else of it is used.
  public func reworded(_ reflection: Reflection, by answer: String) -> Reflection {
    var taken: [Sentence: Sentence] = [:]
    var reflection = reflection
    var (check, fidelity) = (WordingCheck(fidelity), fidelity)
    let offers = RewordingAnswer(answer, count: sentences.count).wordings
    for (index, sentence) in sentences.enumerated() {
      guard let offer = offers[index + 1], !offer.utf8.elementsEqual(sentence.text.utf8) else { continue }
      var offered = sentence
      offered.text = offer
      (offered.claim, offered.use) = (nil, nil)
      let reasons = faults(in: offered, for: sentence, places[index], &check, &fidelity)
      guard reasons.isEmpty else {
        let shown = offer.utf8.count > 400 ? String(offer.unicodeScalars.prefix(400)) + " …" : offer
        reflection.refusals.append(Refusal(sentence: sentence, offered: shown, reasons: reasons))
        continue
      }
      taken[sentence] = offered
    }
    for topic in reflection.summary.indices {
      reflection.summary[topic].sentences = reflection.summary[topic].sentences.map { taken[$0] ?? $0 }
    }
    for person in reflection.restatements.indices {
      reflection.restatements[person].sentences = reflection.restatements[person].sentences.map { taken[$0] ?? $0 }
    }
    return reflection
  }

  /// Why a wording is not taken; empty: it is.
  private func faults(
    in offered: Sentence, for sentence: Sentence, _ place: String, _ check: inout WordingCheck,
    _ fidelity: inout Fidelity
  ) -> [String] {
    if let fault = WordingShape.fault(in: offered.text, for: sentence.text) { return [fault] }
    var faults = WordingShape.faults(ofFiguresIn: offered.text, for: sentence.text)
    for fault in check.faults(in: offered.text, for: sentence, from: place)
      + fidelity.faults(in: offered).map(\.message)
    where !faults.contains(fault) {
      faults.append(fault)
    }
    return faults
  }
}
