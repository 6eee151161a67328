/// The expectations that a meeting does not meet.
extension Registry {
  /// In the order of the notes.
  ///
  /// - Parameter document: the document that the meeting was heard in.
  public func findings(in meeting: Meeting, document: Document) -> [Finding] {
    var checking = Checking(self, meeting, document)
    for expectation in Expectation.all { expectation.check(&checking) }
    return checking.findings
  }
}
