/// Looks at the letters of a new wording, before anybody asks what its words mean.
enum WordingShape {
  private static let quotationMarks: Set<Unicode.Scalar> = ["“", "”", "„", "«", "»", "\""]

  /// What makes a line unfit to be said at all, whatever its words are.
  static func fault(in offer: String, for sentence: String) -> String? {
    if offer.isEmpty { return "it says nothing" }
    if offer.utf8.count > sentence.utf8.count * 2 + 60 { return "it is more than twice as long" }
    if RewordingRequest.visible(offer) != offer {
      return "it holds characters that nobody sees"
    }
    if quoted(offer) != quoted(sentence) { return "it changes what is quoted" }
    return nil
  }

  /// Figures and addresses that one has and the other has not.
  static func faults(ofFiguresIn offer: String, for sentence: String) -> [String] {
    let (known, said) = (figures(in: sentence), figures(in: offer))
    return known.subtracting(said).sorted().map { "it leaves out \($0)" }
      + said.subtracting(known).sorted().map { "it adds \($0)" }
      + addresses(in: offer).subtracting(addresses(in: sentence)).sorted().map { "it adds the address \($0)" }
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
}
