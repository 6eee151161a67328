/// Writes a first `expectations.yml`: what the notes tell as it is, what they cannot tell as commented examples.
public enum RegistryOutput {
  public static func append(_ draft: RegistryDraft, to out: inout [UInt8]) {
    line(
      "# What we expect of each other: heard holds notes against this file. Lines that begin with # are examples.", &out
    )
    appendPartnership(draft.partners, &out)
    appendPeople(draft.people, &out)
    appendAreas(draft, &out)
    line(rest(owner: draft.people.first?.name), &out)
  }

  private static func appendPartnership(_ partners: [String], _ out: inout [UInt8]) {
    line("\n# What the undertaking is called, and the organisations that take part.", &out)
    guard !partners.isEmpty else {
      line("# partnership:\n#   name: The common project\n#   partners: [One company, Another company]", &out)
      return
    }
    line("partnership:\n  # name: The common project\n  partners:", &out)
    for partner in partners { item("    - ", partner, &out) }
  }

  private static func appendPeople(_ people: [RegistryDraft.Someone], _ out: inout [UInt8]) {
    line("\n# Who is who. Other names, a handle, the partner and a role are optional; a name stands here once.", &out)
    guard !people.isEmpty else {
      line("# people:\n#   - name: Ana Example\n#     also: [Ana]\n#     role: what she answers for", &out)
      return
    }
    line("people:", &out)
    for person in people {
      item("  - name: ", person.name, &out)
      if !person.aliases.isEmpty { line("    also:", &out) }
      for alias in person.aliases { item("      - ", alias, &out) }
      if let handle = person.handle { item("    handle: ", handle, &out) }
      if let partner = person.partner { item("    partner: ", partner, &out) }
    }
    line("    # role: what they answer for", &out)
  }

  private static func appendAreas(_ draft: RegistryDraft, _ out: inout [UInt8]) {
    line(
      """

      # Parts of the work. Exactly one person is accountable for each; others are responsible for doing it, are consulted
      # before something is decided, or are informed. “covers” are other words for it; “refund*” is all that begins so.
      # areas:
      """, &out)
    for area in draft.areas.isEmpty ? ["Money"] : draft.areas {
      item("#   - name: ", area, &out)
      item("#     accountable: ", draft.people.first?.name ?? "Ana Example", &out)
    }
    line("#     covers: [invoice*, price*]\n#     responsible: []\n#     consulted: []\n#     informed: []", &out)
  }

  /// What no notes tell.
  private static func rest(owner: String?) -> String {
    var name: [UInt8] = []
    YAMLText.append(owner ?? "Ana Example", to: &name)
    return """

      # What the partnership is for; a meeting touches on one goal at least.
      # goals:
      #   - name: Sixty customers by Christmas
      #     words: [customer*]

      # What is handed over, by whom and when; milestones come before it.
      # deliverables:
      #   - name: The pilot
      #     owner: \(String(decoding: name, as: UTF8.self))
      #     due: 2030-06-30
      #     milestones:
      #       - {name: first test, due: 2030-05-31}

      # What holds for every meeting; “heard explain NAME” prints what an expectation asks for.
      # norms:
      #   - text: Every action has one owner and a day.
      #     expects: [action-has-one-owner, action-has-due-date]

      # The way in which a conflict is settled, first step to last.
      # framework: [each side says its view, a trial, ask a mediator]

      # How much a finding counts: off, note, warning or error.
      # severities:
      #   due-date-is-exact: warning

      # Findings that are accepted, with the reason why.
      # allow:
      #   - expectation: next-meeting-is-set
      #     reason: We meet every Thursday.
      """
  }

  private static func line(_ text: String, _ out: inout [UInt8]) {
    out.append(contentsOf: text.utf8)
    out.append(0x0A)
  }

  private static func item(_ lead: String, _ text: String, _ out: inout [UInt8]) {
    out.append(contentsOf: lead.utf8)
    YAMLText.append(text, to: &out)
    out.append(0x0A)
  }
}
