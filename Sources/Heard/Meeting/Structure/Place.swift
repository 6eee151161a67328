import HeardGrammar

/// Where an utterance stands, and what that says about it.
struct Place {
  var block: Int
  var role: SectionRole?
  /// The section cue that gave the role.
  var sectionCue: Int32 = -1
  /// The item whose own words these are.
  var item: Int?
  /// Nesting of items; -1 outside lists.
  var depth = -1
  var isTicked = false
  var isUnticked = false
  var isStruck = false
  var isHeading = false
  /// The block is a heading that says what stands under it, and so no topic and no question.
  var headingHasRole = false
  /// The item stands under one that is an action already.
  var isDetail = false
  /// A line with a bullet within a paragraph.
  var isListLine = false
  /// Stands behind somebody's name and a dash: their task, where it begins as one does.
  var isDashed = false
  /// All of the block is in italics.
  var isItalic = false
  /// Within a leaf whose lines are a list in all but indentation: the person above.
  var localOwner: Party?
  /// Not the first utterance of its leaf.
  var isFurther = false
  /// What the block's HTML class says it is: `action`, `decision`, ….
  var classRole: String = ""

  init(of index: Int, in leaves: Leaves, _ outline: Outline, _ grammar: Grammar) {
    let document = leaves.document
    block = index
    if let found = outline.role(of: index) {
      role = found.role
      sectionCue = outline.scopes[found.scope].cue
    }
    isStruck = document.blocks[index].flags.contains(.struck)
    var parent = Int(document.blocks[index].parent)
    var isInnermost = true
    while parent >= 0 {
      let block = document.blocks[parent]
      if block.kind == .item {
        depth += 1
        if isInnermost {
          isInnermost = false
          item = Int(document.blocks[index].parent) == parent || index == parent + 1 ? parent : nil
          isTicked = block.flags.contains(.ticked)
          isUnticked = block.flags.contains(.unticked)
          isFurther = index > parent + 1
          isStruck = isStruck || block.flags.contains(.struck)
        }
      }
      parent = Int(block.parent)
    }
    if document.blocks[index].flags.contains(.ticked) { isTicked = true }
    if document.blocks[index].flags.contains(.unticked) { isUnticked = true }
    classRole = Place.classRole(of: document.blocks[index], leaves, grammar)
  }

  private static func classRole(of block: Block, _ leaves: Leaves, _ grammar: Grammar) -> String {
    guard !block.classes.isEmpty else { return "" }
    let tokens = leaves.leaf(of: block.classes).tokens
    var matcher = leaves.matcher
    // A class attribute is a list of names parted by spaces.
    var start = 0
    for index in 0...tokens.tokens.count {
      guard index == tokens.tokens.count || tokens.tokens[index].flags.contains(.spaceBefore), index > start else {
        continue
      }
      if let match = matcher.matchWhole(.class, tokens, range: start..<index) {
        return grammar.cues[Int(match.cue)].role ?? ""
      }
      start = index
    }
    return ""
  }
}
