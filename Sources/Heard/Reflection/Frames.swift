import HeardGrammar

/// The sentences of the Grammar that heard says itself, filled with the words of the notes.
struct Frames: Sendable {
  /// A frame with the words in its slots.
  struct Use: Sendable, Hashable {
    var frame: String
    var words: Words
  }

  /// A piece of a frame.
  enum Piece: Sendable {
    case literal([UInt8])
    case slot(Slot)
    /// Falls away where one of its slots has no words.
    case part([Piece])
  }

  private let grammar: Grammar
  /// The language that is asked for.
  private let language: Int32

  /// - Parameter language: a folder of the grammar; a frame that it lacks is said in English.
  init(_ grammar: Grammar, language: String) {
    self.grammar = grammar
    self.language = Int32(grammar.languages.firstIndex(of: language) ?? 0)
  }

  /// All of them by name, taken apart.
  var templates: [String: [Piece]] {
    let frames = grammar.frames(in: language).map { ($0.name, Frames.pieces(of: $0.saidBytes)) }
    return Dictionary(frames) { first, _ in first }
  }

  /// Whether the language has a frame of its own.
  func has(_ name: String) -> Bool { grammar.frame(named: name, in: language)?.language == language }

  /// The sentence of a frame; empty where the grammar has none of that name.
  func sentence(_ name: String, _ words: Words = Words()) -> String {
    var filling = Filling(words: words)
    filling.fill(grammar.frame(named: name, in: language)?.saidBytes ?? [])
    return TextDecoding.string(filling.out)
  }

  private static func pieces(of template: [UInt8]) -> [Piece] {
    var (pieces, part): ([Piece], [Piece]?) = ([], nil)
    var literal: [UInt8] = []
    func add(_ piece: Piece) { if part == nil { pieces.append(piece) } else { part?.append(piece) } }
    func close() {
      if !literal.isEmpty { add(.literal(literal)) }
      literal.removeAll()
    }
    for sign in FrameSigns(template) {
      switch sign {
      case .open:
        close()
        part = []
      case .close:
        close()
        if let part { pieces.append(.part(part)) }
        part = nil
      case .slot(let name):
        close()
        add(.slot(Slot(rawValue: String(decoding: name, as: UTF8.self)) ?? .unknown))
      case .byte(let byte): literal.append(byte)
      }
    }
    close()
    return pieces
  }
}

/// What is said in one sentence, and how it was made; no use: in the notes' words, changed to fit whom it is said to.
struct Said {
  var text: String
  var use: Frames.Use?
}

extension Frames {
  /// The sentence of a frame with what stands in its slots.
  func said(_ name: String, _ words: Words) -> Said {
    Said(text: sentence(name, words), use: Use(frame: name, words: words))
  }
}

extension Frames.Use {
  /// What a sentence of the frame claims the notes to say, as one text; nil: all of it.
  var claim: String? {
    if frame.hasPrefix("takes on") { return nil }
    // A request claims nothing of whoever was asked: the frame says that it is one.
    if words[.task] != nil || frame.hasPrefix("asked of") { return "" }
    if let quote = words[.quote], !quote.isEmpty { return quote }
    guard let text = words[.words], !text.isEmpty else { return "" }
    let owners = words[.owners].flatMap { $0.isEmpty ? nil : $0 + ": " } ?? ""
    return owners + text + (words[.due].flatMap { $0.isEmpty ? nil : ", " + $0 } ?? "")
  }
}

/// Goes through a frame as the Grammar writes it: `Open[, asked by {person}]: {words}`; parts hold no parts.
private struct FrameSigns: Sequence, IteratorProtocol {
  enum Sign {
    case byte(UInt8)
    case slot(ArraySlice<UInt8>)
    /// Of a part.
    case open, close
  }

  private var rest: ArraySlice<UInt8>

  init(_ template: [UInt8]) { rest = template[...] }

  mutating func next() -> Sign? {
    switch rest.popFirst() {
    case nil: return nil
    case 0x5B?: return .open
    case 0x5D?: return .close
    case 0x7B?:
      let name = rest.prefix { $0 != 0x7D }
      rest = rest.dropFirst(name.count + 1)
      return .slot(name)
    case let byte?: return .byte(byte)
    }
  }
}

/// Fills one frame.
private struct Filling {
  let words: Frames.Words
  private(set) var out: [UInt8] = []

  init(words: Frames.Words) { self.words = words }

  /// Writes a template as it is gone through; ``Frames/Piece`` tells of what.
  mutating func fill(_ template: [UInt8]) {
    /// Where the part at hand began, and whether every slot in it had words.
    var part: (start: Int, isWhole: Bool)?
    for sign in FrameSigns(template) {
      switch sign {
      case .open: part = (out.count, true)
      case .close:
        if let part, !part.isWhole { out.removeSubrange(part.start...) }
        part = nil
      case .slot(let name):
        let text = words.text(ofSlot: name)
        out += text.utf8
        if text.isEmpty { part?.isWhole = false }
      case .byte(let byte): append(byte)
      }
    }
    if let part { out.removeSubrange(part.start...) }
  }

  /// A full stop behind words that end in a mark of their own would be one too many.
  private mutating func append(_ literal: UInt8) {
    if literal != 0x2E || !FinalMark.ends(out[...]) { out.append(literal) }
  }
}

/// Whether a sentence is at its end already.
enum FinalMark {
  /// In front of a closing ” “ or » too.
  static func ends(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch bytes[..<withoutQuotationMark(bytes)].last {
    case 0x2E, 0x3F, 0x21: true
    default: false
    }
  }

  /// The end of the words in front of a closing ” “ or ».
  private static func withoutQuotationMark(_ bytes: ArraySlice<UInt8>) -> Int {
    let end = bytes.endIndex
    guard bytes.count > 3 else { return end }
    if bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0x9D || bytes[end - 1] == 0x9C { return end - 3 }
    guard bytes[end - 2] == 0xC2, bytes[end - 1] == 0xBB else { return end }
    return bytes[end - 3] == 0x20 ? end - 3 : end - 2
  }
}
