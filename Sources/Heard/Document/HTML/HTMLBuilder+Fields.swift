/// What a page says of the meeting outside its text.
extension HTMLBuilder {
  mutating func readMeta(_ element: Element, _ traits: HTMLTraits) {
    let names: [StaticString] = [
      "date", "dcterms.date", "dc.date", "dcterms.created", "dcterms.issued", "article:published_time", "created",
    ]
    guard !traits.metaContent.isEmpty, names.contains(where: { HTMLBytes.isText($0, notes, traits.metaName) }) else {
      return
    }
    closeLeaf()
    let field = openLeaf(.field, at: element.start, isFixed: true)
    blocks[field].label = Int32(traits.metaName.lowerBound)..<Int32(traits.metaName.upperBound)
    emit(traits.metaContent)
    closeLeaf(at: cursor.position)
  }

  /// JSON-LD: `"attendee": [{"name": "Ana Silva"}]`. Strings with escapes stand nowhere in the notes as they read, and are left out.
  mutating func readData(_ range: Range<Int>) {
    for field in TurnListReader.fields(in: Array(notes[range])) {
      let key = field.key.lowerBound + range.lowerBound..<field.key.upperBound + range.lowerBound
      let value = field.value.lowerBound + range.lowerBound..<field.value.upperBound + range.lowerBound
      guard !notes[value].contains(0x5C) else { continue }
      closeLeaf()
      let block = openLeaf(.field, at: value.lowerBound, isFixed: true)
      blocks[block].label = Int32(key.lowerBound)..<Int32(key.upperBound)
      emit(value)
      closeLeaf(at: value.upperBound)
    }
  }
}
