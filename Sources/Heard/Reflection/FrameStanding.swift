/// Whether what a frame says by itself ("Done", "nobody named", "You asked") is so of one thing that was heard.
struct FrameStanding {
  private let use: Frames.Use
  /// Whom the sentence speaks to.
  private let you: String?
  private let subject: Sentence.Subject
  private let meeting: Meeting

  init(_ use: Frames.Use, _ you: String?, of subject: Sentence.Subject, in meeting: Meeting) {
    (self.use, self.you, self.subject, self.meeting) = (use, you, subject, meeting)
  }

  var isSo: Bool {
    switch subject {
    case .action(let index): isSo(of: meeting.actions[index])
    case .decision(let index): isSo(of: meeting.decisions[index])
    case .question(let index): isSo(of: meeting.questions[index])
    case .remark(let index): isSo(of: meeting.remarks[index])
    case .topic: false
    }
  }

  private func isSo(of action: Action) -> Bool {
    let (isOpen, owners) = (action.status == .open, action.owners)
    return switch use.frame {
    case "takes on", "takes on with others", "takes on with several", "has to do", "has to do with others":
      isOpen && isOf(owners) && isShared(among: owners)
    case "has done": !isOpen && isOf(owners)
    case "said", "was said": isOf(owners)
    case "was asked to", "was asked for", "was asked to and said yes", "was asked for and said yes":
      isOpen && action.firmness == .asked && isOf(owners)
    case "left out": isOpen && (isNamed(owners) || isNamed([]))
    case "to do", "to do, as said": isOpen && isNamed(owners)
    case "to do, nobody named", "to do, as said, nobody named": isOpen && owners.isEmpty
    case "hedged": isOpen && action.firmness == .hedged && isNamed(owners)
    case "asked of somebody": isOpen && action.firmness == .asked && isNamed(owners)
    case "asked of nobody": isOpen && action.firmness == .asked && owners.isEmpty
    case "done": !isOpen && isNamed(owners)
    default: isAsked(of: action)
    }
  }

  /// What a question takes for granted.
  private func isAsked(of action: Action) -> Bool {
    let owners = action.owners
    guard action.status == .open else { return false }
    return switch use.frame {
    case "who takes it on": owners.isEmpty
    case "you or another": isOf(owners) && use.words[.other].map { $0 != you && owners.contains($0) } ?? false
    // Expectations ask the same of "Ana or Ben".
    case "which of them": isNamed(owners) || use.words[.owners] == owners.listed("or")
    case "will you": action.firmness == .hedged && isOf(owners)
    case "do you take it on": action.firmness == .asked && isOf(owners)
    case "who was meant": action.firmness == .asked
    case "given in absence":
      isOf(owners) && meeting.people.contains { $0.name == you && $0.presence == .absent }
    case "by when": action.due == nil
    case "which day": action.due?.precision == .vague
    default: false
    }
  }

  private func isSo(of decision: Decision) -> Bool {
    switch use.frame {
    case "settled", "left out": true
    case "decided": isOf(decision.by)
    case "objected", "was said":
      use.words[.quote].map { quote in decision.dissent.contains { Quotations.hold($0, quote.withoutEllipsis) } } ?? false
    default: false
    }
  }

  private func isSo(of question: Question) -> Bool {
    switch use.frame {
    case "open": !question.isAnswered && isBy(question.asker)
    case "asked", "raised": !question.isAnswered && question.asker == you
    case "asked and got an answer", "raised and got an answer": question.isAnswered && question.asker == you
    case "was asked", "your answer": !question.isAnswered && question.to == you
    case "did you get an answer", "is it still open": !question.isAnswered && question.asker == you
    case "who can answer", "who can say": !question.isAnswered
    default: false
    }
  }

  private func isSo(of remark: Remark) -> Bool {
    guard remark.kind == .disagreement else { return false }
    return switch use.frame {
    case "not agreed": isBy(remark.by)
    case "disagreed", "how was it settled", "what would settle it": true
    default: false
    }
  }

  // MARK: Who

  private func isOf(_ people: [String]) -> Bool { you.map { people.contains($0) } ?? false }

  /// Whoever the sentence names is the one, and nobody is named where the notes name nobody.
  private func isBy(_ person: String?) -> Bool { (use.words[.person] ?? "") == (person ?? "") }

  private func isNamed(_ owners: [String]) -> Bool { (use.words[.owners] ?? "") == owners.joined(separator: ", ") }

  private func isShared(among owners: [String]) -> Bool {
    let slots: [Frames.Slot] = use.frame == "takes on with several" ? [.others, .last] : [.others]
    let others = slots.compactMap { use.words[$0] }.filter { !$0.isEmpty }
    // Where more is said of them than fits, the notes' words name them.
    return others.isEmpty
      ? owners.count == 1 || use.frame == "has to do"
      : others.joined(separator: ", ") == owners.filter { $0 != you }.joined(separator: ", ")
  }
}

extension String {
  /// Without the mark that stands for what is left out at the end.
  var withoutEllipsis: String { hasSuffix("…") ? String(dropLast()) : self }
}
