import Glibc
import Heard

/// Times the stages of heard over the notes that are named on the command line, as the peers in C do.
@main
enum HeardBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let rounds = Int(arguments[1]) else { exit(2) }
    let all = arguments[2...].map { (name: $0, bytes: load($0)) }
    let grammar = Grammar.builtIn
    measure("heard Document", rounds, all) { Document(reading: $0.bytes, name: $0.name).blocks.count }
    measure("heard Meeting", rounds, all) { hear($0, grammar).actions.count }
    let heard = all.map { notes in
      let document = Document(reading: notes.bytes, name: notes.name)
      return (notes.name, (document: document, meeting: hear(document, notes.name, grammar)))
    }
    let byName = Dictionary(heard) { first, _ in first }
    // Of what was heard before: the time of the rules alone.
    measure("heard Findings", rounds, all) { notes in
      byName[notes.name].map { Registry().findings(in: $0.meeting, document: $0.document).count } ?? 0
    }
    // Likewise: the time of saying it back alone.
    measure("heard Reflection", rounds, all) { notes in
      byName[notes.name].map { Reflection(of: $0.meeting, in: $0.document, grammar).questions.count } ?? 0
    }
    measure("heard JSON", rounds, all) { notes in
      let document = Document(reading: notes.bytes, name: notes.name)
      var out: [UInt8] = []
      JSONOutput.append(
        Report(name: notes.name, document: document, meeting: hear(document, notes.name, grammar)), to: &out)
      return out.count
    }
  }

  private static func hear(_ notes: (name: String, bytes: [UInt8]), _ grammar: Grammar) -> Meeting {
    hear(Document(reading: notes.bytes, name: notes.name), notes.name, grammar)
  }

  private static func hear(_ document: Document, _ name: String, _ grammar: Grammar) -> Meeting {
    var options = HearingOptions()
    options.name = name
    return Meeting(heardIn: document, grammar, options)
  }

  private static func measure(
    _ stage: String, _ rounds: Int, _ all: [(name: String, bytes: [UInt8])],
    _ body: ((name: String, bytes: [UInt8])) -> Int
  ) {
    let start = now()
    var total = 0
    var sink = 0
    for _ in 0..<rounds {
      for notes in all {
        sink &+= body(notes)
        total += notes.bytes.count
      }
    }
    print(stage, Double(total) / 1e6 / (now() - start), sink == -1 ? "" : "")
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func load(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { exit(2) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
