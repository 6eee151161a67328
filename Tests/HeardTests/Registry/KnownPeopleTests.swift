/// Whom the caller knows is found in the notes by every form of the name, and only there.
import Testing

@testable import Heard

@Suite struct KnownPeopleTests {
  private static let people = [
    KnownPerson(name: "Zoë Brandt", aliases: ["ZB"], handle: "zoe", organisation: "Halden"),
    KnownPerson(name: "Max Weber", handle: "maxw", organisation: "Nordwind"),
    KnownPerson(name: "Karen Price"), KnownPerson(name: "Ivan Torres"),
  ]

  private static func meeting(_ notes: String, knowing people: [KnownPerson] = people) -> Meeting {
    var options = HearingOptions()
    options.knownPeople = people
    let document = Document(reading: Array(notes.utf8), name: "a.md", from: .markdown)
    return Meeting(heardIn: document, .builtIn, options)
  }

  @Test func whoeverIsNotNamedIsNotThere() {
    #expect(Self.meeting("# Weekly\nThe room was cold.\n").people.isEmpty)
    // A last name and initials alone are words as well.
    #expect(Self.meeting("# Weekly\n- Price review with IT on Monday\n").people.isEmpty)
  }

  @Test("every form leads to the declared name", arguments: ["Max", "@maxw", "Max Weber", "MAX"])
  func formsLeadToTheDeclaredName(form: String) {
    let meeting = Self.meeting("# Weekly\n\n## Actions\n- \(form) to call the bank\n")
    #expect(meeting.people.map(\.name) == ["Max Weber"])
    #expect(meeting.actions.map(\.owners) == [["Max Weber"]])
    #expect(meeting.people.first?.presence == .mentioned)
    #expect(meeting.people.first?.span.start == 23)
  }

  @Test func aliasesAndAccentsLeadToTheDeclaredName() {
    let meeting = Self.meeting("# Weekly\nPresent: Zoe, Ben\n\n- ACTION: ZB to call the bank\n")
    #expect(meeting.people.map(\.name) == ["Zoë Brandt", "Ben"])
    #expect(meeting.people[0].presence == .present && meeting.people[0].aliases == ["Zoe"])
    #expect(meeting.actions.map(\.owners) == [["Zoë Brandt"]])
  }

  @Test func somebodyOfTheNotesComesFirst() {
    #expect(Self.meeting("# Weekly\nPresent: Max W., Ben\n").people.map(\.name) == ["Max Weber", "Ben"])
    let meeting = Self.meeting("# Weekly\nPresent: Max Costa, Ben\n\n- ACTION: Max to call the bank\n")
    #expect(meeting.people.map(\.name) == ["Max Costa", "Ben"])
    #expect(meeting.actions.map(\.owners) == [["Max Costa"]])
  }

  @Test func anotherLastNameOrOrganisationIsAnotherPerson() {
    #expect(Self.meeting("# Weekly\n\n- ACTION: Max Costa to call the bank\n").actions[0].owners == ["Max Costa"])
    #expect(Self.meeting("# Weekly\nPresent: Max (Acme)\n").people.map(\.name) == ["Max"])
    #expect(Self.meeting("# Weekly\nPresent: Max (Nordwind)\n").people.map(\.name) == ["Max Weber"])
  }

  @Test func twoWhoCouldBeMeantAreNobody() {
    let people = [KnownPerson(name: "Ana Silva"), KnownPerson(name: "Ana Costa")]
    let meeting = Self.meeting("# Weekly\n\n- ACTION: Ana to call the bank\n", knowing: people)
    #expect(!meeting.actions.isEmpty && meeting.actions.allSatisfy { $0.owners.isEmpty || $0.owners == ["Ana"] })
    #expect(!meeting.people.contains { $0.name.hasPrefix("Ana ") })
  }

  @Test func theNotesOrganisationCounts() {
    let meeting = Self.meeting("# Weekly\nPresent: Max Weber (Acme), Zoë Brandt\n")
    #expect(meeting.people.map(\.organisation) == ["Acme", "Halden"])
  }
}
