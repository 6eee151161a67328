import Heard

/// Hears the notes of one place after the other, on whichever thread it is asked.
struct Ear: Sendable {
  enum Outcome: Sendable {
    /// - Parameter registry: what the notes were held against.
    case heard(Report, [TraceEntry], Registry)
    /// The notes cannot be read: others may.
    case unread(Trouble)
    /// The registry is broken: nothing more can be said.
    case stopped(Troubles)
  }

  var choices: HearingChoices
  var grammar: Grammar
  var registries: RegistryShelf
  var exported = ExportedPeople()
  /// What every cue said comes along.
  var keepsTrace = false
  /// What the registry's expectations find comes along.
  var checks = false
  /// How much is said back; nil: nothing is.
  var reflecting: ReflectionOptions?

  func hear(_ source: NotesSource) -> Outcome {
    let document: Document
    do throws(Trouble) {
      document = try Ear.document(of: source, choices)
    } catch {
      return .unread(error)
    }
    let registry: Registry
    do throws(Troubles) {
      registry = try registries.registry(for: source.name)
    } catch {
      return .stopped(error)
    }
    var options = choices.options(for: source.name)
    options.knownPeople = registry.knownPeople
    options.knownPeople += exported.people(for: document, from: source, limit: choices.maxSize.bytes)
    options.keepsTrace = keepsTrace
    var trace: [TraceEntry] = []
    let meeting = Meeting(heardIn: document, grammar, options, trace: &trace)
    let findings = checks || reflecting != nil ? registry.findings(in: meeting, document: document) : []
    var report = Report(name: source.name, document: document, meeting: meeting, findings: findings)
    report.reflection = reflecting.map {
      Reflection(of: meeting, in: document, grammar, given: findings, checkedAgainst: registry, $0)
    }
    return .heard(report, trace, registry)
  }

  static func document(of source: NotesSource, _ choices: HearingChoices) throws(Trouble) -> Document {
    Document(reading: try source.read(limit: choices.maxSize.bytes), name: source.name, from: choices.format)
  }
}
