/// Gives what was asked to whoever takes it on in reply.
import HeardGrammar

extension Hearing {
  /// In utterances: a reply that takes something on stands so near behind what was asked.
  private static let requestReach = 3
  /// In utterances: so much is said before somebody gives it to another.
  private static let handingReach = 6
  /// So many of the items heard last can be of the utterances in front of a reply.
  private static let recentTasks = 8

  /// "Sure, I'll do that by Friday. …" behind "Ben, can you update the plan?" makes that Ben's, taken on and due by then, and is no task of its own.
  ///
  /// - Returns: what else the unit says; nil: nothing.
  mutating func takingOn(_ unit: Unit) -> Unit? {
    handOn(unit)
    guard unit.kinds.contains(.sign), let first = unit.sentences.first, !isQuestion(first), let speaker = unit.speaker,
      let reply = first.matches.first(where: { cue($0).kind == .sign && cue($0).role == "takes-on" }),
      let request = request(before: unit, of: cue(reply).yields.contains("bare") ? speaker : nil)
        ?? (cue(reply).yields.contains("mine") ? nobodys(before: unit) : nil)
    else { return unit }
    // "Will do" behind "Everyone, please send me your hours" takes on one part of it.
    guard !candidates[request].owners.contains(where: { group($0) != nil }) else { return nil }
    candidates[request].owners = [speaker]
    candidates[request].isTakenOn = true
    candidates[request].evidence.append(evidence(reply))
    // Who says when they will do it knows it better than who asked for it.
    if let due = due(in: first.range), due.date != nil || candidates[request].due == nil { setDue(due, of: request) }
    guard unit.sentences.count > 1 else { return nil }
    var rest = unit
    rest.sentences.removeFirst()
    rest.range = rest.sentences[0].range.lowerBound..<unit.range.upperBound
    return rest
  }

  /// "Let's have Carla do that then." behind "Ben, can you ask the landlord?": it is hers, and whether she says yes is still to be heard.
  private mutating func handOn(_ unit: Unit) {
    guard unit.kinds.contains(.sign) else { return }
    for sentence in unit.sentences where !isQuestion(sentence) {
      guard let handing = sentence.matches.first(where: { cue($0).kind == .sign && cue($0).role == "hands-on" }),
        let slot = handing[slots.owner], case let owners = parties(in: slot), !owners.isEmpty,
        let request = request(before: unit, of: nil, mayBeOwn: true)
      else { continue }
      candidates[request].owners = owners
      candidates[request].evidence.append(evidence(handing))
    }
  }

  /// "I'll send the budget by noon" behind "Can somebody send me the budget?" tells the same task, and whose it is.
  ///
  /// - Parameter first: where the candidates of the unit begin.
  mutating func dropRequest(toldBy unit: Unit, from first: Int) {
    guard candidates.count > first, let speaker = unit.speaker, let request = request(before: unit, of: nil),
      candidates[request].owners.isEmpty || candidates[request].owners == [speaker]
    else { return }
    let asked = candidates[request].wordKeys
    let isTold = candidates[first...].contains { told in
      guard told.kind == .action, told.score >= 2, told.owners == [speaker] else { return false }
      let shared = told.wordKeys.shared(with: asked)
      return shared >= 2 && shared * 2 >= asked.count
    }
    if isTold { candidates[request].score = 0 }
  }

  /// "<ana> ben: can you call the plumber?": what a line of a chat asks for is whose name stands in front of it.
  ///
  /// - Parameter first: where the candidates of the line begin.
  mutating func giveToAddressee(from first: Int) {
    guard let addressee = utterances.last.flatMap({ parties[$0.addressee] }) else { return }
    for index in candidates.indices.dropFirst(first)
    where candidates[index].kind == .action && candidates[index].firmness == .asked && candidates[index].owners.isEmpty {
      candidates[index].owners = [addressee]
    }
  }

  /// "We need to call the plumber", right before: it is nobody's so far.
  private func nobodys(before unit: Unit) -> Int? {
    candidates.indices.last.flatMap { index in
      let candidate = candidates[index]
      return candidate.kind == .action && candidate.owners.isEmpty && candidate.score >= 2
        && candidate.utterance == unit.utterance - 1 && parties[utterances[candidate.utterance].speaker] != unit.speaker ? index : nil
    }
  }

  /// The last thing that somebody else asked for right before.
  ///
  /// - Parameters:
  ///   - addressee: only a request that is put to them: a mere "sure" takes on nothing of anybody else's.
  ///   - mayBeOwn: whoever speaks may have asked for it, and others talked about it since.
  private func request(before unit: Unit, of addressee: Party?, mayBeOwn: Bool = false) -> Int? {
    let own = utterances[unit.utterance]
    return lastTask(within: mayBeOwn ? Hearing.handingReach : Hearing.requestReach, before: unit) { index in
      guard candidates[index].firmness == .asked, candidates[index].utterance < unit.utterance,
        mayBeOwn || utterances[candidates[index].utterance].speaker != own.speaker
      else { return false }
      return addressee.map { candidates[index].owners == [$0] } ?? true
    }
  }

  /// The last task that was heard in the unit or so many utterances before it, under the same heading, and of which something holds.
  func lastTask(within reach: Int, before unit: Unit, where holds: (Int) -> Bool) -> Int? {
    let heading = utterances[unit.utterance].heading
    // Of most only the kind is looked at: a copy of the whole would cost more than the look.
    return candidates.indices.suffix(Hearing.recentTasks).last { index in
      guard candidates[index].kind == .action, candidates[index].score >= 2 else { return false }
      let utterance = candidates[index].utterance
      return unit.utterance - utterance <= reach && utterances[utterance].heading == heading && holds(index)
    }
  }
}
