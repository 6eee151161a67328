/// Reads grammar files, each named by a path whose last folder is the language: `Grammar/en/action.cues`.
public enum GrammarReader {
  public typealias File = (path: String, bytes: [UInt8])

  /// Reads all files, and lays `team` over them: a team's cue replaces the one of the same language, kind and name, its
  /// lists add to those of the same name.
  ///
  /// - Throws: all errors of all files at once.
  public static func read(files: [File], team: [File] = []) throws(GrammarErrors) -> GrammarSource {
    var errors: [GrammarError] = []
    var source = layer(files, &errors)
    let over = layer(team, &errors)
    let replaced = Set(over.cues.map(\.identity))
    source.cues.removeAll { replaced.contains($0.identity) }
    source.cues += over.cues
    source.lists += over.lists
    let reweighed = Set(over.weights.map(\.identity))
    source.weights.removeAll { reweighed.contains($0.identity) }
    source.weights += over.weights
    checkLists(of: source, &errors)
    guard errors.isEmpty else { throw GrammarErrors(errors) }
    return source
  }

  private static func layer(_ files: [File], _ errors: inout [GrammarError]) -> GrammarSource {
    var source = GrammarSource()
    var first: [String: GrammarSource.Place] = [:]
    for file in files {
      var reader = GrammarFileReader(path: file.path, language: language(of: file.path))
      reader.read(file.bytes)
      errors += reader.errors
      source.lists += reader.lists
      source.weights += reader.weights
      for cue in reader.cues {
        if let place = first[cue.identity] {
          errors.append(
            cue.place.error(
              "\(cue.kind.name) “\(cue.name)” is already at \(place.file):\(place.line); rename or merge them"))
        } else {
          first[cue.identity] = cue.place
          source.cues.append(cue)
        }
      }
    }
    return source
  }

  private static func language(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : GrammarSource.anyLanguage
  }

  private static func checkLists(of source: GrammarSource, _ errors: inout [GrammarError]) {
    var languages: [String: Set<String>] = [:]
    for list in source.lists { languages[list.name, default: []].insert(list.language) }
    let names = languages.keys.sorted()
    func check(_ name: String, _ language: String, _ place: GrammarSource.Place) {
      guard let known = languages[name] else {
        errors.append(place.error("unknown list “\(name)”\(Spelling.hint(for: name, among: names))"))
        return
      }
      if !known.contains(language), !known.contains(GrammarSource.anyLanguage), language != GrammarSource.anyLanguage {
        errors.append(place.error("list “\(name)” has no words in “\(language)”; add `list \(name)` to that folder"))
      }
    }
    for cue in source.cues { for use in cue.listUses { check(use.name, cue.language, use.place) } }
    for list in source.lists {
      for member in list.members { if let name = member.included { check(name, list.language, member.place) } }
    }
  }
}

extension GrammarSource.Weights {
  /// What a team's weights must share to replace others.
  var identity: String { ([String(describing: kind)] + symbols).joined(separator: " ") }
}

extension GrammarSource.Entry {
  /// What a team's cue must share to replace one.
  var identity: String { "\(language)/\(kind.name)/\(name)" }
}
