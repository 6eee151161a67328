/// A page of `Samples/Expectations`: fences of notes, each with a fence behind it that says what the page's expectation finds.
import Foundation

@testable import Heard

struct ExpectationPage {
  static let folder = Shared.package.appendingPathComponent("Samples/Expectations")
  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { String($0.dropLast(3)) }.sorted()
  }()

  let name: String
  /// As it stands.
  let text: String
  /// With the fences of findings as heard finds now.
  private(set) var found = ""
  /// Of each pair of fences, whether something is found there.
  private(set) var outcomes: [Bool] = []
  private(set) var faults: [String] = []

  init(named name: String) {
    self.name = name
    text = (try? String(contentsOf: ExpectationPage.folder.appendingPathComponent(name + ".md"), encoding: .utf8)) ?? ""
    read()
  }

  private mutating func read() {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var registry = Registry()
    var findings: [String]?
    var out: [String] = []
    var index = 0
    while index < lines.count {
      guard lines[index].hasPrefix("```") else {
        out.append(lines[index])
        index += 1
        continue
      }
      let info = lines[index].dropFirst(3).split(separator: " ").map(String.init)
      let body = lines[(index + 1)...].prefix { $0 != "```" }
      out.append(lines[index])
      switch info.first {
      case "yaml":
        do { registry = try Registry(reading: Array(body.joined(separator: "\n").utf8), name: name) } catch {
          faults.append("\(error)")
        }
        out += body
      case "finds":
        out += findings ?? ["no notes stand before"]
        outcomes.append(findings.map { $0 != ["nothing"] } ?? false)
        findings = nil
      default:
        findings = self.findings(info, body.joined(separator: "\n") + "\n", registry)
        out += body
      }
      out.append("```")
      index += body.count + 2
    }
    found = out.joined(separator: "\n")
  }

  /// `4: message`, and under it what is asked of whom.
  private mutating func findings(_ info: [String], _ notes: String, _ registry: Registry) -> [String] {
    var options = HearingOptions()
    options.date = info.lazy.compactMap { $0.hasPrefix("date=") ? Day(iso: $0.dropFirst(5)) : nil }.first
    guard let format = info.first == "md" ? Format.markdown : info.first.flatMap({ Format(rawValue: $0) }) else {
      faults.append("unknown words behind a fence: \(info)")
      return []
    }
    let document = Document(reading: Array(notes.utf8), from: format)
    let meeting = Meeting(heardIn: document, .builtIn, options)
    let lines = LineIndex(document.notes)
    let own = registry.findings(in: meeting, document: document).filter { $0.expectation == name }
    let told = own.flatMap { finding -> [String] in
      let asked = finding.question.map { ["   asks \($0.to ?? "somebody"): \($0.text)"] } ?? []
      return ["\(lines.position(of: finding.span.start).line): \(finding.message)"] + asked
    }
    return told.isEmpty ? ["nothing"] : told
  }
}
