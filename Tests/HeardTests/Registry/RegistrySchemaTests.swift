/// `schema/expectations-1.schema.json` knows the keys that the reader knows, and says of each what it is for.
import Foundation
import Testing

@testable import Heard

@Suite struct RegistrySchemaTests {
  private static func schema() throws -> [String: Any] {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: package.appendingPathComponent("schema/expectations-1.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The mapping that a definition describes; goals and norms may be a text instead.
  private static func mapping(_ definition: [String: Any]) -> [String: Any]? {
    if definition["properties"] != nil { return definition }
    return (definition["oneOf"] as? [[String: Any]])?.first { $0["properties"] != nil }
  }

  @Test func theKeysAreTheReaders() throws {
    let schema = try Self.schema()
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    for (kind, keys) in Registry.keys {
      let mapping = try #require(kind == "registry" ? schema : definitions[kind].flatMap(Self.mapping))
      let properties = try #require(mapping["properties"] as? [String: [String: Any]])
      #expect(Set(properties.keys) == Set(keys), "\(kind)")
      #expect(mapping["additionalProperties"] as? Bool == false, "\(kind)")
      for (key, value) in properties {
        let target = (value["$ref"] as? String)?.split(separator: "/").last.map(String.init)
        let text = value["description"] ?? target.flatMap { definitions[$0]?["description"] }
        #expect((text as? String)?.isEmpty == false, "\(kind) \(key)")
      }
    }
  }

  @Test func theWordsAreTheReaders() throws {
    let definitions = try #require(try Self.schema()["$defs"] as? [String: [String: Any]])
    #expect(definitions["expectation"]?["enum"] as? [String] == Registry.expectationNames)
    #expect(definitions["severity"]?["enum"] as? [String] == Severity.allCases.map(\.rawValue))
  }
}
