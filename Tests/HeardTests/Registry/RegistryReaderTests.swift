/// What a registry's file says, and everything that is wrong with one at once.
import Testing

@testable import Heard

@Suite struct RegistryReaderTests {
  private static func errors(_ text: String) -> [String] {
    do throws(RegistryErrors) {
      _ = try Registry(reading: Array(text.utf8), name: "e.yml")
      return []
    } catch {
      return error.errors.map(\.description)
    }
  }

  @Test func aRegistryIsRead() throws {
    let text = """
      partnership: {name: Kiosks, partners: [Nordwind, Halden]}
      people:
        - name: Zoë Brandt
          also: [ZB]
          handle: "@zoe"
          partner: Halden
      areas:
        - name: Payments
          covers: [refund*]
          accountable: ZB
      deliverables:
        - name: Pilot
          owner: zoe
          due: 2026-12-18
          milestones: [{name: Draft, due: 2026-12-01}]
      severities: {check-in-is-made: off}
      allow:
        - {expectation: topic-has-outcome, reason: The news need none}
      """
    let registry = try Registry(reading: Array(text.utf8), name: "e.yml")
    #expect(registry.person(named: "zoe brandt")?.name == "Zoë Brandt")
    #expect(registry.areas[0].accountable == ["Zoë Brandt"])
    #expect(registry.areas(touching: "Two refunds are late") == [0])
    #expect(registry.deliverables[0].owner == "Zoë Brandt")
    #expect(registry.deliverables[0].due == Day(year: 2026, month: 12, day: 18))
    #expect(registry.severities == ["check-in-is-made": .off])
    #expect(registry.allowances.map(\.reason) == ["The news need none"])
  }

  @Test func allErrorsAreToldAtOnceWithTheirPlace() {
    let text = """
      poeple: []
      people:
        - {name: Zoë Brandt, rolle: chair}
        - {name: Ben Kerr, also: {a: b}}
      areas:
        - name: Payments
          accountable: [Ben Ker, Zoë Brandt]
        - name: Tills
      deliverables:
        - name: Pilot
          due: 2026-12-01
          milestones:
            - {name: Late, due: 2026-12-02}
            - {name: Never, due: 2026-02-30}
      severities: {action-has-ownr: error, action-has-owner: eror}
      allow:
        - {expectation: action-has-owner}
      """
    let errors = Self.errors(text)
    let expected = [
      "1:1: unknown key “poeple”", "3:25: unknown key “rolle” in a person; did you mean “role”?",
      "4:28: expected a list of other names, found a mapping",
      "7:19: “Ben Ker” is not declared under people; did you mean “Ben Kerr”?",
      "7:28: 2 people are accountable for “Payments”", "8:11: nobody is accountable for “Tills”",
      "13:27: the milestone “Late” is due 2026-12-02, after its deliverable", "14:28: there is no day 2026-02-30",
      "15:14: unknown expectation “action-has-ownr” in severities; did you mean “action-has-owner”?",
      "15:56: unknown severity “eror” in severities; did you mean “error”?",
      "17:5: the allowance's reason is missing",
    ]
    #expect(errors.count == expected.count)
    for (error, start) in zip(errors, expected) { #expect(error.hasPrefix("e.yml:" + start)) }
  }

  @Test func whatIsNoRegistryIsTold() {
    #expect(Self.errors("").isEmpty)
    #expect(Self.errors("people: []\npeople: []").first?.contains("more than once") == true)
    #expect(Self.errors("a: [").first?.contains("this is not YAML") == true)
    #expect(Self.errors("- a").first?.hasPrefix("e.yml:1:1: expected the registry, found a list") == true)
    #expect(Self.errors(String(repeating: "[", count: 900) + String(repeating: "]", count: 900)).count == 1)
    #expect(Self.errors("a: &a [1]\n? *a\n: 1").first?.contains("no plain word") == true)
    let levels = (1...9).map {
      "l\($0): &l\($0) [" + Array(repeating: "*l\($0 - 1)", count: 9).joined(separator: ", ") + "]"
    }
    #expect(Self.errors("l0: &l0 [a]\n" + levels.joined(separator: "\n")).first?.contains("aliases counted") == true)
  }
}
