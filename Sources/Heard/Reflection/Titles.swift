/// Tells headings that name the meeting or its day from those over what was talked about.
import HeardGrammar

struct Titles {
  private let meeting: Meeting
  private let grammar: Grammar
  private let languages: LanguageSet
  private var tokens = TokenList()
  private var memory = LeafMemory()

  init(_ meeting: Meeting, _ grammar: Grammar) {
    (self.meeting, self.grammar) = (meeting, grammar)
    languages = grammar.languageSet([meeting.language])
  }

  /// Every meeting has it, and nobody expects anything of it: minutes, announcements, the next date.
  mutating func isRoutine(_ title: String) -> Bool {
    guard let routine = grammar.list(named: "routine-topic"), let plain = grammar.list(named: "function-word") else { return false }
    tokens.read(Array(title.utf8), grammar)
    let (all, count) = (tokens.tokens, tokens.count)
    let words = all.indices.filter { all[$0].kind == .word }
    return !words.isEmpty
      && words.allSatisfy { index in
        [routine, plain].contains { grammar.member(of: $0, in: all, at: index, before: count, languages: languages) != nil }
      }
  }

  mutating func isOfTheWhole(_ title: String, isFirst: Bool) -> Bool {
    if let whole = meeting.title, title == whole || isFirst && title.hasPrefix(whole) { return true }
    var text = BlockText()
    let bytes = Array(title.utf8)
    text.append(bytes, 0, bytes.count)
    tokens.read(text, grammar)
    memory.removeAll()
    let leaf = memory.leaf(text, tokens)
    var dates: [DateMention] = []
    let reader = DateReader(grammar, languages: languages)
    reader.read(leaf.tokens.tokens, bytes: leaf.text.bytes, range: 0..<leaf.tokens.count, into: &dates)
    return dates.contains { $0.tokens.count == leaf.tokens.count }
  }
}
