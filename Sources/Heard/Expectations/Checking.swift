/// One meeting held against one registry: what an expectation's check may look at, and where it says what it found.
struct Checking {
  let registry: Registry
  let meeting: Meeting
  let document: Document
  private(set) var findings: [Finding] = []

  init(_ registry: Registry, _ meeting: Meeting, _ document: Document) {
    (self.registry, self.meeting, self.document) = (registry, meeting, document)
  }
}
