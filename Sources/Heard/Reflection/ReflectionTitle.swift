/// What stands over the parts of a reflection where it is printed.
enum ReflectionTitle: String, CaseIterable {
  case summary = "Summary"
  case silent = "Without an outcome"
  case leftOut = "Left out of this summary"
  case restatements = "Restatements"
  case questions = "Clarifying questions"
}
