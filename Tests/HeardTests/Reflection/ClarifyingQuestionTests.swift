/// Questions are addressed to whoever the registry makes accountable, come in the order of what hangs on them, and end with the
/// notes' answer.
import Testing

@testable import Heard

@Suite struct ClarifyingQuestionTests {
  private func questions(
    _ notes: String, _ registry: Registry = Registry(), _ options: ReflectionOptions = ReflectionOptions()
  ) -> [ClarifyingQuestion] {
    let document = Document(reading: Array(notes.utf8), from: .markdown)
    var hearing = HearingOptions()
    hearing.date = Day(iso: "2026-11-20")
    let meeting = Meeting(heardIn: document, .builtIn, hearing)
    return Reflection(of: meeting, in: document, .builtIn, checkedAgainst: registry, options).questions
  }

  @Test func anAreaSaysWhoAnswers() throws {
    var registry = Registry()
    var area = Registry.Area(name: "Insurance", span: Span(0, 0))
    area.accountable = ["Carla"]
    registry.areas = [area]
    let notes = "Present: Ana, Ben\n\n- TODO call the printer\n- TODO renew the insurance of the hall\n"
    let asked = questions(notes, registry)
    #expect(asked.map(\.to) == ["Carla", nil])
    #expect(asked.first?.quote == "renew the insurance of the hall")
  }

  @Test func whatIsDueSoonComesFirst() {
    let notes = "- TODO paint the door\n- TODO call the printer by 24 November 2026\n- TODO book the hall by March 2027\n"
    #expect(questions(notes).map(\.spans[0].start) == [29, 73, 7])
  }

  @Test func aYesInTheNotesIsNotAskedFor() {
    let request = "Present: Ana, Ben\n\nBen: Ana, could you file an issue about the door?\n\n"
    #expect(questions(request).map(\.to) == ["Ana"])
    #expect(questions(request + "Ana: Sure, tomorrow.\n").isEmpty)
    #expect(questions(request + "Ana: I have no idea how.\n").count == 1)
  }

  @Test func anAnsweredQuestionIsNotAskedAgain() {
    let question = "Present: Ana, Ben\n\nAna: Which format do we keep?\n\n"
    #expect(questions(question).count == 1)
    #expect(questions(question + "Ben: We keep the old format.\n").isEmpty)
  }

  @Test func onlyWhatAPersonCanAnswerIsAskedOfThatPerson() {
    let notes = "Present: Ana Silva, Ben Okafor\n\n- Ana Silva to call the printer\n- Ben Okafor to paint the door\n"
    var options = ReflectionOptions()
    options.person = "ana"
    #expect(questions(notes, Registry(), options).map(\.to) == ["Ana Silva"])
    options = ReflectionOptions()
    options.questionLimit = 1
    #expect(questions(notes, Registry(), options).count == 1)
  }
}
