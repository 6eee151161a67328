/// The numbers that keep the time for any notes in proportion to their size. Where one bites, the output says so.
///
/// Brackets, emphasis, reference definitions and lines need none: what is read of them is linear however many there are.
enum Guards {
  // MARK: Nesting. Every open container is looked at on every line, so that depth times lines is what is paid.

  /// Quotes and list items of Markdown within each other. People need five; what lies deeper stays text.
  static let markdownContainers = 100
  /// Items of a plain list.
  static let listItems = 48
  /// Items of a wiki's list and tasks of an outline.
  static let outlineItems = 32
  /// Quote marks before a line of a mail.
  static let quoteMarks = 32
  /// Elements of HTML: an end tag is looked for among all that are open. Reading stops there.
  static let elements = 512
  /// Values of JSON.
  static let values = 128

  // MARK: Width

  /// Attributes of a tag: libxml2 compares each with all before it.
  static let attributes = 256
  /// Columns of a table that have a role: every row asks each.
  static let tableColumns = 256
  /// Combining marks on one letter: comparing longer runs takes time that grows with their square.
  static let combiningMarks = 30
  /// Tokens of a sentence: what is compared within one is compared pair by pair. A longer one is cut.
  static let sentence = 300

  // MARK: People

  /// People whose names begin alike, among whom short, long and mistyped forms of a name are looked for.
  static let namesAlike = 200
  /// Other spellings that are kept of one person; each new one is held against them all.
  static let spellings = 200
  /// People whom a registry or an export declares.
  static let declaredPeople = 10_000
}
