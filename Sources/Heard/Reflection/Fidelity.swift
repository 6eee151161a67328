/// Checks what is said about notes against the notes.
import HeardGrammar

public struct Fidelity: Sendable {
  /// - Parameters:
  ///   - document: the document that the meeting was heard in.
  ///   - registry: its names may be used where the notes have another form of them.
  public init(meeting: Meeting, document: Document, registry: Registry = Registry(), _ grammar: Grammar = .builtIn) {}

  /// How a sentence departs from the places that it rests on; empty: it is faithful.
  public func faults(in sentence: Sentence) -> [Fault] { [] }
}
