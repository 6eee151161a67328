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
    tokens.read(Array(title.utf8), grammar)
    let words = tokens.tokens.indices.filter { tokens.tokens[$0].kind == .word }
    return !words.isEmpty && words.allSatisfy { isRoutineWord($0) }
  }

  private func isRoutineWord(_ index: Int) -> Bool {
    ["routine-topic", "function-word"].contains { name in
      guard let list = grammar.list(named: name) else { return false }
      return grammar.member(of: list, in: tokens.tokens, at: index, before: tokens.count, languages: languages) != nil
    }
  }

  /// The meeting's own title, or its day with no other words than every title of a meeting has.

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
    guard !dates.isEmpty else { return false }
    return tokens.tokens.indices.allSatisfy { index in
      dates.contains { $0.tokens.contains(index) } || tokens.tokens[index].kind != .word || isRoutineWord(index)
    }
  }
}
