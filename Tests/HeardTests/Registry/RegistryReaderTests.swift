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
      "1:1: unknown key “poeple” in the registry; did you mean “people”?",
      "3:25: the person “Zoë Brandt”: unknown key “rolle”; did you mean “role”?",
      "4:28: the person “Ben Kerr”: expected a list of other names, found a mapping",
      "7:19: the area “Payments”: “Ben Ker” is not declared under people; did you mean “Ben Kerr”?",
      "7:28: the area “Payments”: 2 people are accountable", "8:11: the area “Tills”: nobody is accountable",
      "13:27: the milestone “Late”: due 2026-12-02, after its deliverable",
      "14:28: the milestone “Never”: there is no day 2026-02-30",
      "15:14: unknown expectation “action-has-ownr” in severities; did you mean “action-has-owner”?",
      "15:56: unknown severity “eror” in severities; did you mean “error”?",
      "17:5: the allowance's reason is missing",
    ]
    #expect(errors.count == expected.count)
    for (error, start) in zip(errors, expected) { #expect(error.hasPrefix("e.yml:" + start)) }
  }

  @Test func whatTwoShareIsTold() {
    let text = """
      people:
        - {name: Zoë Brandt, also: [ZB], handle: zoe}
        - {name: Max Weber, also: [zb], handle: "@Zoe"}
        - {name: Zoe Brandt}
      areas:
        - {name: Tills, accountable: ZB}
        - {name: tills, accountable: zoe}
      deliverables:
        - {name: Pilot, due: 2026-12-01, milestones: [{name: Draft, due: 2026-11-01}]}
        - {name: Pilot, milestones: [{name: Draft, due: 2026-11-01}]}
      """
    let expected = [
      "3:30: the person “Max Weber”: “zb” is “Zoë Brandt” already",
      "3:43: the person “Max Weber”: “@Zoe” is “Zoë Brandt”",
      "4:12: the person “Zoe Brandt”: “Zoe Brandt” is declared twice",
      "7:12: the area “tills”: “tills” is the name of two areas",
      "10:12: the deliverable “Pilot”: “Pilot” is the name of two deliverables",
      "10:32: the deliverable “Pilot”: a milestone, though the deliverable has no due date",
    ]
    let errors = Self.errors(text)
    #expect(errors.count == expected.count)
    for (error, start) in zip(errors, expected) { #expect(error.hasPrefix("e.yml:" + start)) }
  }

  @Test func aTagMakesTextOfANumber() throws {
    #expect(Self.errors("people: [{name: 42}]").count == 1)
    let registry = try Registry(reading: Array("people: [{name: !!str 42}]".utf8), name: "e.yml")
    #expect(registry.people.map(\.name) == ["42"])
  }

  @Test func thousandsOfErrorsAreCounted() {
    let text = (1...3000).map { "key\($0): 1\n" }.joined()
    #expect(throws: RegistryErrors.self) { try Registry(reading: Array(text.utf8), name: "e.yml") }
    do throws(RegistryErrors) {
      _ = try Registry(reading: Array(text.utf8), name: "e.yml")
    } catch {
      #expect(error.errors.count == 100 && error.untold == 2900)
    }
  }

  @Test func namesOfExpectationsAreThoseThatAreChecked() {
    let unknown = Expectation.all.map(\.name).filter { !Registry.expectationNames.contains($0) }
    #expect(unknown == [])
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
