/// Something that kept the command from doing a part of its work: what it concerns, what happened, what to do.
struct Trouble: Error {
  private let subject: String
  private let fault: String
  private let remedy: String

  init(_ subject: String, _ fault: String, _ remedy: String) {
    (self.subject, self.fault, self.remedy) = (subject, fault, remedy)
  }

  /// Says so on standard error, in one line.
  func report() { StandardError.line("heard: \(subject): \(fault); \(remedy)") }
}
