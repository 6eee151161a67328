/// A stretch of one leaf's words that one person said or one line holds: a labelled line with the lines that go on from it.
struct Utterance {
  /// Tokens of the words, without the label.
  var tokens: Range<Int>
  /// Tokens of the label in front of the colon; empty where there is none.
  var label: Range<Int>
  /// Stands behind a bullet within a paragraph.
  var isListLine = false
  /// Goes on from the utterance before it ("… and then").
  var isContinuation: Bool
  /// The label stands in front of a dash.
  var isDashed = false
}
