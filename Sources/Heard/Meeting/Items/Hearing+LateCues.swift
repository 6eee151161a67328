/// Looks for the cues that say nothing by themselves, once it is known that what they speak of is there.
import HeardGrammar

extension Unit {
  static let all = Cue.Kinds(rawValue: .max)
  /// Vetoes, hedges, owners and so on weigh where there may be an item; answers where something was asked.
  static let late = Cue.Kinds(rawValue: ~Cue.Kinds.early.rawValue)
  static let replies: Cue.Kinds = [Cue.Kinds(.answer), Cue.Kinds(.veto)]
}

extension Hearing {
  /// Where the last question was asked, for telling whether anything may still answer it.
  struct Asked {
    var utterance = -Asked.everywhere
    var topic = -1
    var isChat = false
    /// Of the outermost question that the items below may answer.
    var depth = 0
    /// The last utterance that stands below it without a break.
    var lastBelow = -Asked.everywhere

    /// In utterances: how far ``Answers`` looks for a reply, and behind it for what puts the matter off.
    static let reach = 2 * Answers.reach
    static let everywhere = Answers.longestTalk + Answers.children
  }

  /// Looks for the late cues that an utterance has to be asked for; all kinds that are then in it.
  mutating func hearLateCues(_ heard: inout [SentenceCues], isWorded: Bool, _ utterance: Utterance, _ place: Place) -> Cue.Kinds {
    let early = kinds(of: heard)
    let late = lateKinds(early, heard, utterance, place).union(isWorded ? Unit.late : [])
    if late.isEmpty { return early }
    hearLate(late, &heard)
    return kinds(of: heard)
  }

  /// The late kinds that an utterance has to be asked for.
  private mutating func lateKinds(_ kinds: Cue.Kinds, _ heard: [SentenceCues], _ utterance: Utterance, _ place: Place) -> Cue.Kinds {
    let mayReply = mayReply(kinds, utterance, place)
    // Whoever wants to see what every cue said has all of them already.
    if options.keepsTrace { return [] }
    let isOnlyTitle = place.isHeading && (place.headingHasRole || !mayAsk(heard))
    if !isOnlyTitle && (Unit.mayHoldItem(kinds, place) || hasChildren(place)) || holdsTasks(place) { return Unit.late }
    return mayReply ? Unit.replies : []
  }

  private mutating func mayReply(_ kinds: Cue.Kinds, _ utterance: Utterance, _ place: Place) -> Bool {
    let index = utterances.count
    let distance = index - asked.utterance
    let concludes = kinds.contains(.marker) || place.role == .decisions
    if concludes, distance <= Answers.longestTalk { return true }
    guard asked.topic == Int(outline.scopeOfBlock[place.block]) else { return false }
    if asked.lastBelow == index - 1, utterance.isListLine || place.depth > asked.depth, distance <= Answers.children {
      asked.lastBelow = index
    }
    return distance <= (asked.isChat ? Answers.chatReach : Asked.reach) || index - asked.lastBelow <= Answers.reach
  }

  /// A question was heard in an utterance.
  mutating func noteAsked(_ record: UtteranceRecord) {
    let index = utterances.count - 1
    let isBelow = asked.lastBelow == index && asked.topic == record.topic
    asked.depth = isBelow ? min(asked.depth, record.depth) : record.depth
    (asked.utterance, asked.lastBelow) = (index, index)
    (asked.topic, asked.isChat) = (record.topic, record.isChat || document.format == .irc)
  }

  /// Adds the matches of some more kinds to those of each sentence.
  mutating func hearLate(_ kinds: Cue.Kinds, _ heard: inout [SentenceCues]) {
    if options.keepsTrace { return }
    for index in heard.indices where !heard[index].isMarker {
      matches.removeAll(keepingCapacity: true)
      matcher.match(kinds, tokens, range: heard[index].range, languages: spoken, into: &matches)
      if !matches.isEmpty { heard[index].matches = CueMatch.merged(heard[index].matches, matches) }
    }
  }
}

extension CueMatch {
  /// As one pass of the matcher would have found them.
  fileprivate static func merged(_ a: [CueMatch], _ b: [CueMatch]) -> [CueMatch] {
    var all: [CueMatch] = []
    all.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if (a[i].tokens.lowerBound, a[i].cue) < (b[j].tokens.lowerBound, b[j].cue) {
        all.append(a[i])
        i += 1
      } else {
        all.append(b[j])
        j += 1
      }
    }
    all += a[i...]
    all += b[j...]
    return all
  }
}
