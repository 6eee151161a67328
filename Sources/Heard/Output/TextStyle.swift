/// How text for people is laid out where it is shown.
public struct TextStyle: Sendable {
  /// Colours and weights by SGR sequences.
  public var hasColor: Bool
  /// Columns to wrap at; nil: lines are as long as they are.
  public var width: Int?

  public init(hasColor: Bool = false, width: Int? = nil) {
    self.hasColor = hasColor
    self.width = width.map { max($0, 30) }
  }

  enum Weight: String {
    case plain = "0"
    case strong = "1"
    case faint = "2"
    case warning = "33"
    case good = "32"
  }
}

/// A stretch of text in one weight. Its text comes from notes or names and is made visible when it is written.
struct StyledText {
  var text: String
  var weight: TextStyle.Weight

  init(_ text: String, _ weight: TextStyle.Weight = .plain) { (self.text, self.weight) = (text, weight) }
}
