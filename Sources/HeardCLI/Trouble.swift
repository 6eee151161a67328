/// Something that kept the command from doing a part of its work: what it concerns, what happened, what to do.
struct Trouble: Error {
  private let lines: [String]

  init(_ subject: String, _ fault: String, _ remedy: String) { self.init(lines: ["\(subject): \(fault); \(remedy)"]) }

  /// Several at once, each a line of that form.
  init(lines: [String]) { self.lines = lines }

  /// Says so on standard error, each in one line.
  func report() { for line in lines { StandardError.line("heard: " + line) } }
}
