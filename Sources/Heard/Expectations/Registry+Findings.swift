/// The expectations that a meeting does not meet.
extension Registry {
  /// In the order of the notes.
  ///
  /// - Parameter document: the document that the meeting was heard in.
  public func findings(in meeting: Meeting, document: Document) -> [Finding] {
    var checking = Checking(self, meeting, document)
    for expectation in Expectation.all.dropLast(Expectation.ofAllowances.count) { checking.check(expectation) }
    checking.allowances = NotedAllowance.all(in: document)
    var findings = allowed(checking.findings, &checking.allowances)
    findings = gathered(folded(findings), checking)
    let told = checking.findings.count
    for expectation in Expectation.ofAllowances { checking.check(expectation) }
    findings += checking.findings[told...]
    return fingerprinted(
      findings.enumerated().sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }.map(
        \.element))
  }

  /// Takes out what the notes or the registry allow.
  private func allowed(_ findings: [Finding], _ noted: inout [NotedAllowance]) -> [Finding] {
    var notedByName: [String: [Int]] = [:]
    for index in noted.indices where noted[index].reason != nil { notedByName[noted[index].name, default: []].append(index) }
    let stated = Dictionary(grouping: allowances.filter { !$0.reason.isEmpty }, by: \.expectation)
    return findings.filter { finding in
      var isAllowed = false
      for index in notedByName[finding.expectation] ?? [] where noted[index].reach.contains(start: finding.span) {
        noted[index].isUsed = true
        isAllowed = true
      }
      guard !isAllowed, let stated = stated[finding.expectation] else { return !isAllowed }
      let words = Registry.words(finding.message)
      return !stated.contains { allowance in allowance.text.map { Registry.holds(words, phrase: $0) } ?? true }
    }
  }

  /// Leaves out what another finding on the same item says already.
  private func folded(_ findings: [Finding]) -> [Finding] {
    var found = NumberMap<[String]>()
    for finding in findings where finding.subject != .meeting {
      found.change(finding.subject.number, from: []) { told in
        if told.last != finding.expectation { told.append(finding.expectation) }
      }
    }
    return findings.filter { finding in
      guard let yields = Expectation.named(finding.expectation)?.yields, !yields.isEmpty, !names(finding.expectation),
        let others = found[finding.subject.number]
      else { return true }
      return !yields.contains { others.contains($0) }
    }
  }

  /// Makes one finding of many of a kind that have one cause: a habit of these notes.
  private func gathered(_ findings: [Finding], _ checking: Checking) -> [Finding] {
    var count = NumberMap<Int>()
    for finding in findings { count.change(finding.expectation, from: 0) { $0 += 1 } }
    var first = NumberMap<Int>()
    var told: [Finding] = []
    for finding in findings {
      let name = finding.expectation
      guard let gathering = Expectation.named(name)?.gathering, !names(name),
        let number = count[name], number >= gathering.from
      else {
        told.append(finding)
        continue
      }
      if let index = first[name] {
        told[index].related.append(Finding.Related(span: finding.span, message: finding.message))
        continue
      }
      first.set(name, told.count)
      var one = finding
      one.message = "\(number) \(gathering.what), among them \(checking.quote(finding.fingerprint))"
      one.subject = .meeting
      one.fingerprint = ""
      one.question = Finding.Asked(text: gathering.question, to: checking.meeting.chair)
      told.append(one)
    }
    return told
  }

  /// Makes fingerprints of the words that findings are about.
  private func fingerprinted(_ findings: [Finding]) -> [Finding] {
    var seen = NumberMap<Int>()
    return findings.map { finding in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in (finding.expectation + "\u{1F}" + finding.fingerprint).utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      let number = seen[hash] ?? 0
      seen.set(hash, number + 1)
      var named = finding
      named.fingerprint = String(String(hash, radix: 36).suffix(11)) + (number > 0 ? "-\(number + 1)" : "")
      return named
    }
  }
}

extension Span {
  fileprivate func contains(start other: Span) -> Bool { start <= other.start && other.start < end }
}

extension Finding.Subject {
  /// Another one for each: a dictionary of subjects would have the runtime look for what makes them its keys.
  fileprivate var number: UInt64 {
    switch self {
    case .meeting: 0
    case .topic(let index): 1 << 56 | UInt64(index)
    case .action(let index): 2 << 56 | UInt64(index)
    case .decision(let index): 3 << 56 | UInt64(index)
    case .question(let index): 4 << 56 | UInt64(index)
    case .remark(let index): 5 << 56 | UInt64(index)
    case .person(let index): 6 << 56 | UInt64(index)
    case .area(let index): 7 << 56 | UInt64(index)
    case .deliverable(let index): 8 << 56 | UInt64(index)
    }
  }
}
