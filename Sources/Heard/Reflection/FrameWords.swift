/// What stands in the slots of a frame.
extension Frames {
  enum Slot: String, Sendable {
    case answer, claim, day, days, decision, due, last, other, others, owner, owners, person, quote, reason, task, words
    /// One that heard never fills.
    case unknown
  }

  /// Few enough that looking through them is quicker than hashing a name; an empty text is nothing.
  struct Words: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private(set) var all: [(slot: Slot, text: String)] = []

    init() {}

    init(dictionaryLiteral elements: (Slot, String)...) { all = elements.map { (slot: $0.0, text: $0.1) } }

    /// The text of a slot by its name in a frame; empty where it has none.
    func text(ofSlot name: ArraySlice<UInt8>) -> String {
      all.first { $0.slot.rawValue.utf8.elementsEqual(name) }?.text ?? ""
    }

    subscript(slot: Slot) -> String? {
      get { all.first { $0.slot == slot }?.text }
      set {
        all.removeAll { $0.slot == slot }
        if let newValue { all.append((slot, newValue)) }
      }
    }

    static func == (one: Words, other: Words) -> Bool {
      one.all.count == other.all.count && one.all.allSatisfy { other[$0.slot] == $0.text }
    }

    func hash(into hasher: inout Hasher) {
      for (slot, text) in all.sorted(by: { $0.slot.rawValue < $1.slot.rawValue }) {
        hasher.combine(slot)
        hasher.combine(text)
      }
    }
  }
}
