/// Finds out who owns an action.
import HeardGrammar

extension Hearing {
  /// Who is to do it: named by the cue, the speaker of "I", named in front or at the end, or by what governs the line.
  ///
  /// Empty where nobody is named, and where a name could be two people's: a wrong owner is worse than none.
  func owners(_ unit: Unit, _ best: CueMatch?, in sentences: [SentenceCues], isWhole: Bool) -> [Party] {
    let owners = ownersNamed(unit, best, in: sentences, isWhole: isWhole)
    return owners.count > 1 ? withoutSources(owners, in: sentences) : owners
  }

  /// "As Ana proposed to Ben, Carla will …": without those who only stand in front of whoever will do it.
  private func withoutSources(_ owners: [Party], in sentences: [SentenceCues]) -> [Party] {
    var named = owners
    for match in sentences.lazy.flatMap(\.matches) where cue(match).kind == .owner && cue(match).role == "source" {
      for source in slotOwners(match) ?? [] { named.removeAll { $0 == source } }
    }
    return named
  }

  private func ownersNamed(_ unit: Unit, _ best: CueMatch?, in sentences: [SentenceCues], isWhole: Bool) -> [Party] {
    if leavesOwnerOpen(unit, best, in: sentences, isWhole: isWhole) { return [] }
    if isWhole, let owners = slotOwners(unit.marker), !owners.isEmpty { return owners }
    if isWhole, let fields = barredFields(unit.range) { return fields.owners }
    if isWhole, let owners = frontOwners(unit, before: best) { return owners }
    if isWhole, let best, isAside(best, of: unit) { return governing(unit) }
    if let bearer = labelsBearer(unit, best, in: sentences) { return [bearer] }
    if let owners = slotOwners(best), !owners.isEmpty { return owners }
    if let owners = sharedOwners(best, in: sentences) { return owners }
    if let best, cue(best).yields.contains("speaker") {
      if let speaker = unit.speaker { return promisers(speaker, in: sentences) }
      if let speaker = speakerAbove(unit) { return [speaker] }
      return isWhole || isUnderPerson(unit) ? governing(unit) : []
    }
    if let best, cue(best).yields.contains("subject") { return subject(before: best, in: unit.sentences) }
    if isWhole, let fields = closingFields(unit.range) { return fields.owners }
    if isWhole, let owners = mentionedOwners(unit) { return owners }
    if let owners = besideOwners(sentences) { return owners }
    if isWhole, let end = openersEnd(unit) { return parties(in: unit.range.lowerBound..<end) }
    if unit.place.isDashed, let speaker = unit.speaker, let best, best.range.lowerBound == unit.range.lowerBound,
      !tagger.lists.isSubject(tokens.tokens[best.range.lowerBound].word)
    {
      return [speaker]
    }
    if isWhole, labelParties.count > 1 { return labelParties }
    if isWhole, let owners = closingHandles(unit) { return owners }
    let isTask =
      unit.place.role == .actions || unit.place.isDashed || unit.place.isTicked || unit.place.isUnticked
      || namesWhoseTask(unit)
    if isWhole, isTask, let speaker = unit.speaker, !isMonth(unit.label) { return [speaker] }
    if !isWhole, let owners = labelOwners(unit, best) { return owners }
    return isWhole || unit.place.role == .actions || ownersOfTalk[unit.place.block] != nil ? governing(unit) : []
  }

  /// "- Ana: send the letter": in a list whose lines are no talk, those whom a label in front of a bare verb names.
  private func labelOwners(_ unit: Unit, _ best: CueMatch?) -> [Party]? {
    guard unit.place.depth >= 0, !unit.label.isEmpty, !isMonth(unit.label), !chat.isLine, unit.speaker != nil || labelParties.count > 1,
      let best,
      best.range.lowerBound == unit.range.lowerBound, tagger.lists.isTask(tokens.tokens[unit.range.lowerBound].word)
    else { return nil }
    return unit.speaker.map { [$0] } ?? labelParties
  }

  /// "April: test the lamp", where no roll has her: the label may as well say when.
  private func isMonth(_ label: Range<Int>) -> Bool {
    label.first.map { tagger.mentions[$0] == .stranger && tagger.lists.isMonth(tokens.tokens[$0].word) } ?? false
  }

  /// "Ana - to write the letter. The group to send it.", "Ana/Ben: the letter. The group to send it.": whom the line begins with,
  /// where it is a later sentence that names somebody else.
  private func frontOwners(_ unit: Unit, before best: CueMatch?) -> [Party]? {
    guard let first = unit.sentences.first(where: { !$0.isMarker }), let best else { return nil }
    let isLater = best.range.lowerBound >= first.range.upperBound
    if best[slots.owner] != nil, !isLater { return nil }
    if !labelParties.isEmpty, labelParties.count > 1 && isLater || opensTask(first) { return labelParties }
    guard isLater else { return nil }
    for match in first.matches where match.range.lowerBound == first.range.lowerBound {
      guard standsBeside(match) else { continue }
      if let owners = slotOwners(match), !owners.isEmpty { return owners }
    }
    return nil
  }

  /// "Post it on the board (and Ana will copy it). …": what brackets tell of somebody, behind a task of its own. At the end of the line they
  /// say who does it.
  private func isAside(_ best: CueMatch, of unit: Unit) -> Bool {
    guard let first = unit.sentences.first(where: { !$0.isMarker }), opensTask(first), best.range.lowerBound > first.range.lowerBound else {
      return false
    }
    let closes = unit.range.last { tokens.tokens[$0].mark != 0x2E }.map { tokens.tokens[$0].mark == 0x29 } ?? false
    return !closes && tokens.tokens[unit.range.lowerBound..<best.range.lowerBound].last { $0.mark == 0x28 || $0.mark == 0x29 }?.mark == 0x28
  }

  /// "to write the letter", "write the letter"
  private func opensTask(_ sentence: SentenceCues) -> Bool {
    let words = tokens.tokens[sentence.range].prefix(2).map(\.word)
    guard words.count == 2 else { return false }
    return tagger.lists.isTask(words[0]) || tagger.lists.isInfinitive(words[0], words[1])
  }

  /// Whose words stand in the item right above: "Ana: the poster is printed" over "will hang it up".
  private func speakerAbove(_ unit: Unit) -> Party? {
    guard let item = unit.place.item, speakerOfItem.count > 0 else { return nil }
    let list = Int(document.blocks[item].parent)
    return list >= 0 ? speakerOfItem[Int(document.blocks[list].parent)] : nil
  }

  /// The line stands in a list right under a person's name.
  private func isUnderPerson(_ unit: Unit) -> Bool {
    let scope = outline.scopes[Int(outline.scopeOfBlock[unit.place.block])]
    return scope.kind == .person || scope.role == nil && headingParties[scope.block] != nil
  }

  /// Another cue heard the same words with a name: "Ben, could you please send …".
  private func sharedOwners(_ best: CueMatch?, in sentences: [SentenceCues]) -> [Party]? {
    guard let best, !cue(best).yields.contains("speaker") else { return nil }
    for sentence in sentences where sentence.range.contains(best.range.lowerBound) {
      for match in sentence.matches where cue(match).kind == .action && match.range.overlaps(best.range) {
        if let owners = slotOwners(match), !owners.isEmpty { return owners }
      }
    }
    return nil
  }

  /// "Ana: Volunteers to write it": what looks like a group is what she does.
  private func labelsBearer(_ unit: Unit, _ best: CueMatch?, in sentences: [SentenceCues]) -> Party? {
    guard let speaker = unit.speaker, let best, let owner = best[slots.owner], owner.lowerBound == best.range.lowerBound,
      tagger.mentions[owner.lowerBound] == .group
    else { return nil }
    let isDeed = sentences.lazy.flatMap(\.matches).contains {
      cue($0).kind == .action && $0.range.lowerBound == best.range.lowerBound && cue($0).yields.contains("speaker")
    }
    return isDeed ? speaker : nil
  }

  /// The one who promises, and whom they bring in by it: "I'll add Ben to it, since he knows the lock". Nobody where the
  /// notes leave it between the two: "I'll assign Ben to it".
  private func promisers(_ speaker: Party, in sentences: [SentenceCues]) -> [Party] {
    var isUnsettled = false
    for match in sentences.lazy.flatMap(\.matches) where cue(match).kind == .owner {
      if cue(match).role == "joint" { return [speaker] + (slotOwners(match) ?? []).filter { $0 != speaker } }
      if cue(match).role == "unsettled" { isUnsettled = true }
    }
    return isUnsettled ? [] : [speaker]
  }

  /// Whom "he" or "she" means: the one with whose name the sentence before begins, where it names nobody else.
  private func subject(before match: CueMatch, in sentences: [SentenceCues]) -> [Party] {
    guard let index = sentences.firstIndex(where: { $0.range.contains(match.range.lowerBound) }), index > 0 else { return [] }
    let before = sentences[index - 1].range
    guard let first = before.first, Int(tokens.personEnd[first]) > first else { return [] }
    let named = parties(in: before)
    return named.count == 1 ? named : []
  }

  /// Who a line tells of: "Ana is working on the list", and not "Ana and Ben" or "Ana's list".
  func subject(of range: Range<Int>) -> Party? {
    guard let first = range.first, Int(tokens.personEnd[first]) > first else { return nil }
    let next = Int(tokens.personEnd[first])
    guard next < range.upperBound, tokens.tokens[next].kind == .word, !tokens.tokens[next].flags.contains(.capitalized),
      !isJoint(next), text.bytes[Int(tokens.tokens[next].start)] != 0x27
    else { return nil }
    let named = parties(in: first..<next)
    guard named.count == 1, let teller = named.first else { return nil }
    if case .group = teller { return nil }
    return teller
  }

  func slotOwners(_ match: CueMatch?) -> [Party]? {
    guard let match, let slot = match[slots.owner], !isOfWords(slot) else { return nil }
    var named = parties(in: slot)
    if !named.isEmpty { named = strangersInFront(of: slot) + withJoinedStrangers(named, in: slot) }
    if let besides = match[slots.also] { for party in parties(in: besides) where !named.contains(party) { named.append(party) } }
    // "… in joining the group, and Ana will …": the group belongs to the words in front of it.
    if named.count > 1, case .group = named[0], belongsToWords(before: slot.lowerBound) { return Array(named.dropFirst()) }
    return named
  }

  /// "zeph, Ana and Ben will …", of whom the roll lacks the first: nobody who is named is left out.
  private func strangersInFront(of slot: Range<Int>) -> [Party] {
    let first = slot.lowerBound - 2
    guard first >= 0, tokens.tokens[first + 1].mark == 0x2C, tokens.tokens[first].kind == .word, tokens.tokens[first].word == 0,
      tokens.tokens[first].flags.contains(.lineStart), Int(tokens.personEnd[slot.lowerBound]) < slot.upperBound
    else { return [] }
    return [.name(string(first..<first + 1))]
  }

  /// "[Ana] Share it with [Ben]": brackets of the words in front of them, where a label says who it is.
  private func isOfWords(_ slot: Range<Int>) -> Bool {
    guard !labelParties.isEmpty, slot.lowerBound > 1, [0x28, 0x5B].contains(tokens.tokens[slot.lowerBound - 1].mark) else { return false }
    let before = tokens.tokens[slot.lowerBound - 2]
    return before.kind == .word && tagger.lists.isBeforeOther(before.word)
  }

  /// "Kaya+Ana" of whom the roll knows only one: nobody who is named is left out.
  private func withJoinedStrangers(_ named: [Party], in slot: Range<Int>) -> [Party] {
    guard slot.contains(where: { tokens.tokens[$0].mark == 0x2B }) else { return named }
    var found: [Party] = []
    for part in slot.split(whereSeparator: { tokens.tokens[$0].mark == 0x2B }) {
      let parties = parties(in: part)
      if parties.isEmpty, part.allSatisfy({ tokens.tokens[$0].word == 0 && tokens.tokens[$0].flags.contains(.capitalized) }) {
        found.append(.name(string(part)))
      }
      for party in parties where !found.contains(party) { found.append(party) }
    }
    return found
  }

  /// "in", "of", "with", "joining": in front of what a clause is about and not of who does it.
  private func belongsToWords(before index: Int) -> Bool {
    guard index > 0, tokens.tokens[index - 1].kind == .word else { return false }
    let before = tokens.tokens[index - 1]
    return tagger.lists.isBeforeOther(before.word) || tagger.lists.isBeforeDate(before.word) || tagger.lists.isOfDate(before.word)
      || text.bytes[before.range].suffix(3).elementsEqual("ing".utf8)
  }

  /// Owners that stand in front of the task or behind it, as the Grammar's owner cues say.
  private func besideOwners(_ sentences: [SentenceCues]) -> [Party]? {
    var found: [Party] = []
    for sentence in sentences {
      for match in sentence.matches where standsBeside(match) {
        let named = slotOwners(match) ?? []
        // "Ana, review the list. Ben to print it": a line has the owner that it begins with.
        if !named.isEmpty, found.isEmpty, match.range.lowerBound == sentence.range.lowerBound { return named }
        for party in named where !found.contains(party) { found.append(party) }
      }
    }
    return found.isEmpty ? nil : found
  }

  /// An owner in front of a task or behind it. In "co-chairs" the dash that seems to part them is a hyphen.
  func standsBeside(_ match: CueMatch) -> Bool {
    guard cue(match).kind == .owner, cue(match).role == nil else { return false }
    let first = match.range.lowerBound
    return first == 0 || tokens.tokens[first].mark != 0x2D || tokens.tokens[first].flags.contains(.spaceBefore)
      || tokens.tokens[first - 1].kind != .word
  }

  /// The person above the list, or named by the heading.
  private func governing(_ unit: Unit) -> [Party] {
    if let owner = unit.place.localOwner { return [owner] }
    if let owners = owners(around: unit.place) { return owners }
    for scope in outline.chain(of: unit.place.block) {
      if scope.block >= 0, headingChoices.contains(scope.block) { return [] }
      if let parties = parties(heading: scope) { return parties }
      // Whoever that is, nobody further up is meant.
      if scope.isLastLine, scope.kind == .person { return [] }
      // Beyond a topic of its own, a name in a heading governs something else.
      if scope.kind == .heading, scope.role == nil { break }
    }
    return []
  }

  /// Those whom a heading names and nothing else. A group owns what stands below its name only among the actions: as a title
  /// ("Board") it says whose meeting it was.
  private func parties(heading scope: Scope) -> [Party]? {
    guard scope.role == nil || scope.role == .actions, scope.block >= 0, let parties = headingParties[scope.block]
    else { return nil }
    if case .group = parties[0], scope.kind == .heading, outline.role(of: scope.block)?.role != .actions { return nil }
    return parties
  }
}
