/// Tells how far a new wording has gone from the sentence that it is to say.
enum WordingDrift {
  private static let quotationMarks: Set<Unicode.Scalar> = ["“", "”", "„", "«", "»", "\""]

  /// What makes a line unfit to be said at all, whatever its words are.
  static func faultOfShape(_ offer: String, for sentence: String) -> String? {
    if offer.isEmpty { return "it says nothing" }
    if offer.utf8.count > sentence.utf8.count * 2 + 60 { return "it is more than twice as long" }
    if RewordingRequest.visible(offer) != offer || VisibleText.string(offer) != offer {
      return "it holds characters that nobody sees"
    }
    if quoted(offer) != quoted(sentence) { return "it changes what is quoted" }
    return nil
  }

  /// What a wording adds to a sentence, and what it leaves out.
  ///
  /// - Parameter place: the words of the notes that the sentence rests on, which a wording may use too.
  static func faults(in offer: String, for sentence: String, from place: String) -> [String] {
    var faults: [String] = []
    for figure in figures(in: sentence).subtracting(figures(in: offer)).sorted() {
      faults.append("it leaves out \(figure)")
    }
    for figure in figures(in: offer).subtracting(figures(in: sentence)).sorted() { faults.append("it adds \(figure)") }
    for address in addresses(in: offer).subtracting(addresses(in: sentence)).sorted() {
      faults.append("it adds the address \(address)")
    }
    let (before, after, source) = (stems(sentence), stems(offer), stems(place))
    let added = after.subtracting(before).subtracting(source).count
    if added > max(3, after.count / 3) { faults.append("it adds words that the notes do not have there") }
    if before.subtracting(after).count > max(2, before.count / 2) {
      faults.append("it leaves out what the sentence says")
    }
    return faults
  }

  /// From the first quotation mark to the last; empty where there is none.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: quotationMarks.contains),
      let last = scalars.lastIndex(where: quotationMarks.contains)
    else { return "" }
    return String(scalars[first...last])
  }

  private static func tokens(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace).map { token in
      let start = token.firstIndex { $0.isLetter || $0.isNumber } ?? token.endIndex
      let end = token[start...].lastIndex { $0.isLetter || $0.isNumber }.map { token.index(after: $0) } ?? start
      return token[start..<end]
    }
  }

  /// Dates, amounts, numbers of anything.
  private static func figures(in text: String) -> Set<String> {
    Set(tokens(text).filter { $0.contains(where: \.isNumber) }.map(String.init))
  }

  /// Where somebody could be sent: links, hosts, mail addresses.
  private static func addresses(in text: String) -> Set<String> {
    Set(
      tokens(text).filter { token in
        token.contains("@") || token.contains("/") || token.dropFirst().dropLast().contains(".")
      }
      .map(String.init))
  }

  /// The beginnings of words that are long enough to mean something, without case.
  private static func stems(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }.map { String($0.prefix(5)) })
  }
}
