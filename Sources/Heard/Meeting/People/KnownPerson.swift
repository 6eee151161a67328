/// Somebody whom the caller knows by name before the notes are read.
///
/// A known person is part of the meeting only where the notes name them, by the name or any other form of it.
public struct KnownPerson: Sendable, Hashable {
  /// What the person is called wherever heard names them.
  public var name: String
  /// Other names and initials.
  public var aliases: [String]
  /// Without the `@`.
  public var handle: String?
  /// Where the notes say another, theirs counts.
  public var organisation: String?

  public init(name: String, aliases: [String] = [], handle: String? = nil, organisation: String? = nil) {
    (self.name, self.aliases, self.handle, self.organisation) = (name, aliases, handle, organisation)
  }
}

extension Document {
  /// The people of a chat's export, known by the id that stands for them in what was said.
  public var knownPeople: [KnownPerson] { identities.map { KnownPerson(name: $0.name, handle: $0.id) } }
}
