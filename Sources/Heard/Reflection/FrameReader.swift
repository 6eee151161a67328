/// Finds out by which frames a sentence can have been made, and which words stand in their slots.
struct FrameReader {
  /// A frame without what falls away where nothing is in it.
  private struct Shape {
    var frame: String
    var pieces: [Frames.Piece]
    /// Bytes of its own words.
    var weight: Int
  }

  /// Those of which most is heard's own first.
  private var shapes: [Shape] = []
  private static let mostUses = 24

  /// - Parameter isWanted: whether a frame counts, by its name.
  init(_ templates: [String: [Frames.Piece]], _ isWanted: (String) -> Bool) {
    for (name, template) in templates where isWanted(name) {
      for pieces in FrameReader.shapes(of: template) {
        let weight = pieces.reduce(0) { if case .literal(let bytes) = $1 { $0 + bytes.count } else { $0 } }
        shapes.append(Shape(frame: name, pieces: pieces, weight: weight))
      }
    }
    shapes.sort { ($1.weight, $0.frame, $0.pieces.count) < ($0.weight, $1.frame, $1.pieces.count) }
  }

  /// With each part and without it.
  private static func shapes(of template: [Frames.Piece]) -> [[Frames.Piece]] {
    var shapes: [[Frames.Piece]] = [[]]
    for piece in template {
      guard case .part(let inner) = piece else {
        for index in shapes.indices { shapes[index].append(piece) }
        continue
      }
      shapes += shapes.map { $0 + inner }
    }
    return shapes
  }

  /// All the ways, likeliest first.
  func uses(of text: String) -> [(use: Frames.Use, slots: [(name: Frames.Slot, range: Range<Int>)])] {
    let bytes = Array(text.utf8)
    var found: [(use: Frames.Use, slots: [(name: Frames.Slot, range: Range<Int>)])] = []
    for shape in shapes where found.count < FrameReader.mostUses {
      var matching = Matching(text: bytes, pieces: shape.pieces)
      matching.match(0, 0)
      for slots in matching.found {
        var words = Frames.Words()
        for (name, range) in slots { words[name] = TextDecoding.string(Array(bytes[range])) }
        found.append((Frames.Use(frame: shape.frame, words: words), slots))
      }
    }
    return found
  }

  /// Lays one shape over a text.
  private struct Matching {
    typealias Slots = [(name: Frames.Slot, range: Range<Int>)]

    let text: [UInt8]
    let pieces: [Frames.Piece]
    private(set) var found: [Slots] = []
    private var slots: Slots = []
    /// Places that may still be tried.
    private var rest = 200

    init(text: [UInt8], pieces: [Frames.Piece]) { (self.text, self.pieces) = (text, pieces) }

    /// Lays the pieces from one on over the text from a place on; as deep as a frame has pieces.
    mutating func match(_ piece: Int, _ place: Int) {
      guard piece < pieces.count else {
        if place == text.count { found.append(slots) }
        return
      }
      switch pieces[piece] {
      case .literal(let literal):
        if let end = end(of: literal, at: place) { match(piece + 1, end) }
      case .slot(let name):
        guard piece + 1 < pieces.count, case .literal(let next) = pieces[piece + 1] else {
          return fill(name, place..<text.count, piece)
        }
        var end = place + 1
        while end <= text.count, rest > 0 {
          if self.end(of: next, at: end) != nil {
            rest -= 1
            fill(name, place..<end, piece)
          }
          end += 1
        }
      case .part: return
      }
    }

    private mutating func fill(_ name: Frames.Slot, _ range: Range<Int>, _ piece: Int) {
      guard !range.isEmpty else { return }
      slots.append((name, range))
      match(piece + 1, range.upperBound)
      slots.removeLast()
    }

    /// The place behind a frame's own words; its full stop is not said twice.
    private func end(of literal: [UInt8], at place: Int) -> Int? {
      var place = place
      for byte in literal {
        if place < text.count, text[place] == byte, byte != 0x2E || !FinalMark.ends(text[..<place]) {
          place += 1
        } else if byte != 0x2E || !FinalMark.ends(text[..<place]) {
          return nil
        }
      }
      return place
    }
  }
}
